import Glyphs

/// A document as plain text for mail, `diff` and screen readers: headed, aligned, no boxes.
enum TextOutput {
  static let width = 80

  static func text(_ document: Document) -> String {
    var lines: [String] = []
    for block in document.blocks {
      switch block {
      case .title(let left, let right):
        let gap = max(2, width - left.cells - right.cells)
        lines.append(left + spaces(gap) + right)
      case .heading(let text): lines += ["", text]
      case .paragraph(let text): lines += wrapped(text, first: "", rest: "")
      case .bullets(let items):
        for item in items { lines += wrapped(item, first: "- ", rest: "  ") }
      case .table(let columns, let rows): lines += table(columns, rows)
      }
    }
    return lines.map(trimmed).joined(separator: "\n") + "\n"
  }

  private static func table(_ columns: [Document.Column], _ rows: [Document.Row]) -> [String] {
    let widths = columns.indices.map { index in
      rows.reduce(columns[index].title.cells) { max($0, $1.cells[index].cells) }
    }
    func line(_ cells: [String]) -> String {
      "  "
        + zip(cells, zip(widths, columns)).map { cell, layout in
          let (width, column) = layout
          let gap = spaces(width - cell.cells)
          return column.alignment == .left ? cell + gap : gap + cell
        }.joined(separator: "  ")
    }
    return [line(columns.map(\.title))]
      + rows.flatMap { row in
        [line(row.cells)] + (row.note.map { wrapped($0, first: "      ", rest: "      ") } ?? [])
      }
  }

  /// Breaks a text between words.
  private static func wrapped(_ text: String, first: String, rest: String) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in words(text) {
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

  /// The words of a text; a per cent sign stays with its number.
  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").reduce(into: []) { words, word in
      if word.first == "%", let number = words.popLast() {
        words.append(number + " " + word)
      } else {
        words.append(String(word))
      }
    }
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
