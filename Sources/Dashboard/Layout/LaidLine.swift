import Terminal

/// A place of a page where the cursor can stand: a sentence, a row of a table or a chart.
struct Stop: Hashable {
  /// The section's place on the page.
  var section: Int
  /// The place within the section.
  var row: Int
}

/// A text at its place in a line.
struct PlacedText: Equatable {
  var column: Int
  var text: String
  var style: Style
}

/// A line of a page, laid out for a width.
struct LaidLine: Equatable {
  /// A stop as far as it lies on the line.
  struct Part: Equatable {
    var stop: Stop
    /// From where to where it reaches.
    var columns: Range<Int>
    /// The cells of a row by the place of their column in the table; empty for what is no row.
    var cells: [Cell] = []
  }

  struct Cell: Equatable {
    /// The column's place in the table.
    var index: Int
    var columns: Range<Int>
  }

  var texts: [PlacedText] = []
  var parts: [Part] = []
  /// The line with the titles of the columns that the line's cells stand under.
  var head: Int?

  init(_ texts: [PlacedText] = [], parts: [Part] = [], head: Int? = nil) {
    self.texts = texts
    self.parts = parts
    self.head = head
  }

  init(_ text: String, style: Style = .plain, column: Int = 0) {
    texts = [PlacedText(column: column, text: text, style: style)]
  }

  /// The same line further right.
  func moved(by columns: Int) -> LaidLine {
    var line = self
    for index in texts.indices { line.texts[index].column += columns }
    line.parts = parts.map { part in
      LaidLine.Part(
        stop: part.stop, columns: part.columns.moved(by: columns),
        cells: part.cells.map { Cell(index: $0.index, columns: $0.columns.moved(by: columns)) })
    }
    return line
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
