/// Headings, paragraphs, lists and tables: what is read linearly, as text or as Markdown.
package struct Document: Equatable, Sendable {
  package enum Alignment: Sendable {
    case left, right
  }

  package struct Column: Equatable, Sendable {
    package var title: String
    package var alignment: Alignment

    /// A column, aligned right as numbers are.
    package init(title: String, alignment: Alignment = .right) {
      self.title = title
      self.alignment = alignment
    }
  }

  package struct Row: Equatable, Sendable {
    package var cells: [String]
    /// What else the row says, under it.
    package var note: String?

    /// A row with a cell a column.
    package init(_ cells: [String], note: String? = nil) {
      self.cells = cells
      self.note = note?.isEmpty == true ? nil : note
    }
  }

  package enum Block: Equatable, Sendable {
    case title(String, right: String)
    case heading(String)
    case paragraph(String)
    case bullets([String])
    case table([Column], [Row])
  }

  /// Cells of the longest text that is written: a table with a column for every channel has long lines.
  static let longestText = 100_000

  package var blocks: [Block]

  /// A document from its blocks.
  package init(_ blocks: [Block] = []) { self.blocks = blocks }

  package mutating func append(_ block: Block) { blocks.append(block) }
}
