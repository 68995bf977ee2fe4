/// A report as headings, paragraphs, lists and tables: what text and Markdown are written from.
struct Document {
  enum Alignment {
    case left, right
  }

  struct Column {
    var title: String
    var alignment = Alignment.right
  }

  struct Row {
    var cells: [String]
    /// What else the row says, under it.
    var note: String?

    init(_ cells: [String], note: String? = nil) {
      self.cells = cells
      self.note = note
    }
  }

  enum Block {
    case title(String, right: String)
    case heading(String)
    case paragraph(String)
    case bullets([String])
    case table([Column], [Row])
  }

  var blocks: [Block] = []

  mutating func append(_ block: Block) { blocks.append(block) }
}
