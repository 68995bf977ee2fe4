/// What asks a terminal to put a text on its clipboard (OSC 52). Nothing here asks to read it.
enum ClipboardSequence {
  /// The longest encoded text that terminals of all kinds take whole.
  static let limit = 74_994

  /// GNU screen passes strings on up to 768 bytes, and cuts longer ones off.
  private static let pieceWithinScreen = 500

  /// The sequence for a terminal; nil where the text is longer than it would take.
  static func sequence(copying text: String, isWithinScreen: Bool) -> [UInt8]? {
    guard Base64.length(ofBytes: text.utf8.count) <= limit else { return nil }
    let bare = Array("\u{1B}]52;c;".utf8) + Base64.encoded(Array(text.utf8)) + [0x07]
    return isWithinScreen ? passedThrough(bare) : bare
  }

  /// A sequence in pieces, each within a string that is passed on as it is (DCS).
  private static func passedThrough(_ sequence: [UInt8]) -> [UInt8] {
    stride(from: 0, to: sequence.count, by: pieceWithinScreen).flatMap { start in
      let piece = sequence[start..<min(start + pieceWithinScreen, sequence.count)]
      return Array("\u{1B}P".utf8) + piece + Array("\u{1B}\\".utf8)
    }
  }
}
