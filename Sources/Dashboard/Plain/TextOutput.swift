import Glyphs

/// A document as plain text for mail, `diff` and screen readers: headed, aligned, no boxes.
package enum TextOutput {
  static let width = 80
  /// The document in lines of 80 cells, as far as tables and long words allow.
  package static func text(_ document: Document) -> String {
    var lines: [String] = []
    for block in document.blocks {
      switch block {
      case .title(let left, let right):
        let gap = max(2, width - left.cells - right.cells)
        lines.append(left + String(repeating: " ", count: gap) + right)
      case .heading(let text): lines += [""] + text.wrapped(width: width)
      case .paragraph(let text): lines += text.wrapped(width: width)
      case .bullets(let items):
        for item in items { lines += item.wrapped(width: width, first: "- ", rest: "  ") }
      case .table(let columns, let rows): lines += table(columns, rows)
      }
    }
    // Names come from files: nothing reaches a terminal or a mail in which one could do anything.
    return lines.map { line in
      "\(SafeText(line.withoutTrailingBlanks, limit: Document.longestText))\n"
    }.joined()
  }

  private static func table(_ columns: [Document.Column], _ rows: [Document.Row]) -> [String] {
    let widths = columns.indices.map { index in
      rows.reduce(columns[index].title.cells) { max($0, $1.cells[index].cells) }
    }
    func line(_ cells: [String]) -> String {
      "  "
        + cells.indices.map { cells[$0].padded(to: widths[$0], columns[$0].alignment) }
        .joined(separator: "  ")
    }
    return [line(columns.map(\.title))]
      + rows.flatMap { row in
        let indent = "      "
        let note = row.note?.wrapped(width: width, first: indent, rest: indent)
        return [line(row.cells)] + (note ?? [])
      }
  }
}
