import Glyphs

/// A document as Markdown, GitHub's flavour for its tables.
package enum MarkdownOutput {
  /// The document as Markdown.
  package static func text(_ document: Document) -> String {
    var parts: [String] = []
    for block in document.blocks {
      switch block {
      case .title(let left, let right): parts.append("# \(escaped(left))\n\n\(escaped(right))")
      case .heading(let text): parts.append("## \(escaped(text))")
      case .paragraph(let text): parts.append(escaped(text))
      case .bullets(let items):
        parts.append(items.map { "- \(escaped($0))" }.joined(separator: "\n"))
      case .table(let columns, let rows): parts.append(table(columns, rows))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func table(_ columns: [Document.Column], _ rows: [Document.Row]) -> String {
    let hasNotes = rows.contains { $0.note != nil }
    let titles = columns.map { escaped($0.title) } + (hasNotes ? ["note"] : [])
    let rule = columns.map { $0.alignment == .left ? ":--" : "--:" } + (hasNotes ? [":--"] : [])
    let lines = rows.map { row in
      row.cells.map(escaped) + (hasNotes ? [escaped(row.note ?? "")] : [])
    }
    return ([titles, rule] + lines).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  /// Keeps text from being read as markup, and from doing anything in a terminal: names come from files.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in SafeText(text, limit: Document.longestText).description.unicodeScalars {
      if "\\`*_[]<>|#&~".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
