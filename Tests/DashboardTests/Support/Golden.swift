import Foundation
import Glyphs
import Terminal
import Testing

/// A frame as text: what is seen, then every run of cells that is not plain; with a depth, as a terminal
/// of so many colours draws it.
func text(of frame: Frame, in depth: ColourDepth? = nil) -> String {
  var styles: [String] = []
  for row in 0..<frame.size.rows {
    var column = 0
    while column < frame.size.columns {
      let start = column
      let style = frame[row, start].style
      while column < frame.size.columns, frame[row, column].style == style { column += 1 }
      // A blank has no ink to see.
      let isSeen =
        style.emphasis.contains(.reversed)
        || (start..<column).contains { frame[row, $0].glyph != .blank }
      if style != .plain, isSeen {
        let words = depth.map { style.words(in: $0) } ?? style.words
        if !words.isEmpty { styles.append("\(row),\(start)-\(column - 1) \(words)") }
      }
    }
  }
  return frame.text + "\n" + styles.joined(separator: "\n")
    + "\ncursor \(frame.cursor.row),\(frame.cursor.column)\n"
}

extension Style {
  /// What a terminal of so many colours is told.
  fileprivate func words(in depth: ColourDepth) -> String {
    let look = Theme.terminal.appearance(of: ink, depth: depth)
    let words = [
      look.colour.map { "colour \($0)" },
      look.isBold || emphasis.contains(.bold) ? "bold" : nil, look.isDim ? "dim" : nil,
      emphasis.contains(.underlined) ? "underlined" : nil,
      emphasis.contains(.reversed) ? "reversed" : nil,
    ]
    return words.compactMap { $0 }.joined(separator: " ")
  }

  fileprivate var words: String {
    let emphases: [(Emphasis, String)] = [
      (.bold, "bold"), (.underlined, "underlined"), (.reversed, "reversed"),
    ]
    let words = emphases.filter { emphasis.contains($0.0) }.map(\.1)
    return ((ink == .plain ? [] : ["\(ink)"]) + words).joined(separator: " ")
  }
}

/// Compares a frame with the file of its name in `Frames`; with RECORD_FRAMES set it is written.
func expect(
  _ frame: Frame, named name: String, in depth: ColourDepth? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Frames")
  let file = folder.appendingPathComponent(name + ".txt")
  let actual = text(of: frame, in: depth)
  if isRecording {
    try actual.write(to: file, atomically: true, encoding: .utf8)
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  if actual != expected { Attachment.record(actual, named: name + ".actual.txt") }
  #expect(actual == expected, "\(name) changed", sourceLocation: sourceLocation)
}

/// Whether what is compared is to be written anew instead.
let isRecording = ProcessInfo.processInfo.environment["RECORD_FRAMES"] != nil
