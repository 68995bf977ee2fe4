import Glyphs

extension String {
  /// The text broken between words into lines of at most `width` cells, where words allow it; `first`
  /// and `rest` stand before the first line and before the others.
  package func wrapped(width: Int, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in words {
      if !isEmpty, line.cells + 1 + word.cells > width {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  /// The words; a per cent sign stays with its number.
  private var words: [String] {
    split(separator: " ").reduce(into: []) { words, word in
      if word.first == "%", let number = words.popLast() {
        words.append(number + " " + word)
      } else {
        words.append(String(word))
      }
    }
  }

  /// The text cut to `width` cells, with a sign that something is missing.
  func fitted(to width: Int) -> String {
    if cells <= width { return self }
    guard width > 0 else { return "" }
    var text = ""
    var room = width - 1
    for character in self {
      let taken = String(character).cells
      if taken > room { break }
      text.append(character)
      room -= taken
    }
    return text + "…"
  }

  /// The text filled up with blanks to `width` cells.
  func padded(to width: Int, _ alignment: Document.Alignment) -> String {
    let gap = String(repeating: " ", count: max(0, width - cells))
    return alignment == .left ? self + gap : gap + self
  }

  /// The text without the blanks at its end.
  var withoutTrailingBlanks: String {
    let blanks = utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return blanks == 0 ? self : String(self[..<utf8.index(utf8.endIndex, offsetBy: -blanks)])
  }
}
