/// The characters that charts are drawn with.
package enum GlyphSet: String, CaseIterable, Sendable {
  /// Eight dots a cell.
  case braille
  /// Blocks, two dots a cell: for fonts without braille.
  case block
  /// Only characters of a typewriter.
  case ascii

  /// Bars of rising height, from an empty cell.
  var bars: [String] {
    switch self {
    case .braille, .block: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    case .ascii: [" ", ".", ":", "|", "#"]
    }
  }

  /// Shades from light to dark.
  var shades: [String] { self == .ascii ? [".", ":", "%", "#"] : ["░", "▒", "▓", "█"] }

  /// What stands for a number that is not there.
  var absent: String { self == .ascii ? "?" : "·" }

  /// An upright line behind the data.
  var upright: String { self == .ascii ? ":" : "┊" }

  /// The line of an axis, and its corner.
  var axis: (upright: String, corner: String, level: String) {
    self == .ascii ? ("|", "+", "-") : ("│", "└", "─")
  }

  /// The ends, the line and the point of a whisker.
  var whisker: (low: String, line: String, high: String, point: String) {
    self == .ascii ? ("|", "-", "|", "o") : ("├", "─", "┤", "●")
  }

  /// What tells lines apart where every cell is a character of its own.
  var series: [String] { ["*", "o", "+", "x"] }

  /// What stands where something goes on beyond an axis.
  var beyond: String { self == .ascii ? ">" : "›" }

  /// What parts the steps of where one is.
  var crumb: String { self == .ascii ? ">" : "›" }
}
