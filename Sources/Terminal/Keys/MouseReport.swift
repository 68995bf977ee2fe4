/// What a terminal says of a button of the mouse.
struct MouseReport: Equatable {
  enum Deed: Equatable {
    case press, release, wheelUp, wheelDown
    /// Another button, or a move.
    case other
  }

  var deed: Deed
  /// The cell, counted from 0.
  var row: Int
  var column: Int

  /// The old form: three characters, each 32 more than it says.
  init(_ characters: [Unicode.Scalar]) {
    let values = characters.map { Int($0.value) - 32 }
    // It does not say which button was let go.
    deed = values[0] & 3 == 3 && values[0] < 64 ? .release : MouseReport.deed(values[0])
    (column, row) = (values[1] - 1, values[2] - 1)
  }

  /// The form of numbers, `<0;12;3M`; nil where it is no report.
  init?(parameters: ArraySlice<Unicode.Scalar>, final: Unicode.Scalar) {
    guard parameters.first == "<", final == "M" || final == "m" else { return nil }
    let numbers = parameters.dropFirst().split(separator: ";").map { digits in
      Int(String(String.UnicodeScalarView(digits)))
    }
    guard numbers.count == 3, let button = numbers[0], let x = numbers[1], let y = numbers[2] else {
      return nil
    }
    deed = MouseReport.deed(button)
    if final == "m" { deed = deed == .press ? .release : .other }
    (column, row) = (x - 1, y - 1)
  }

  /// What a button's number says; Shift, Alt and Ctrl add 4, 8 and 16 to it.
  private static func deed(_ button: Int) -> Deed {
    switch button & ~(4 | 8 | 16) {
    case 0: .press
    case 64: .wheelUp
    case 65: .wheelDown
    default: .other
    }
  }
}
