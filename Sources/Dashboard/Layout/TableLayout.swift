import Glyphs
import Terminal

/// Which columns of a table are shown at a width, and how wide each is.
struct TableLayout {
  struct Column: Equatable {
    /// The column's place in the table.
    var index: Int
    var width: Int
  }

  static let gap = 2
  /// The cells that a name takes as a rule.
  private static let name = 12
  let columns: [Column]

  /// The cells that the columns take together.
  var width: Int { columns.reduce(-TableLayout.gap) { $0 + $1.width + TableLayout.gap } }

  init(_ table: Table, width: Int) {
    var shown = table.columns.indices.map { TableLayout.sizes($0, of: table) }
    func total(_ size: KeyPath<Sizes, Int>) -> Int {
      shown.reduce(0) { $0 + $1[keyPath: size] } + TableLayout.gap * (shown.count - 1)
    }
    while total(\.least) > width {
      let droppable = shown.filter { table.columns[$0.index].dropped != nil }
      guard
        let first = droppable.min(by: {
          (table.columns[$0.index].dropped ?? 0) < (table.columns[$1.index].dropped ?? 0)
        })
      else { break }
      shown.removeAll { $0.index == first.index }
    }
    // What even then is too wide is cut: first the texts that can be, down to the width of a name, then
    // the first column, whose text a reader can best complete.
    for place in shown.indices.dropFirst().reversed()
    where table.columns[shown[place].index].minimum != nil {
      let missing = max(0, total(\.least) - width)
      shown[place].least -= min(missing, max(0, shown[place].least - TableLayout.name))
    }
    let missing = max(0, total(\.least) - width)
    if !shown.isEmpty { shown[0].least = max(min(6, shown[0].least), shown[0].least - missing) }
    columns = TableLayout.shared(width - total(\.least), among: shown)
  }

  private struct Sizes {
    var index: Int
    var least: Int
    var most: Int
  }

  private static func sizes(_ index: Int, of table: Table) -> Sizes {
    let column = table.columns[index]
    if let width = column.width { return Sizes(index: index, least: width, most: width) }
    var (least, most) = (column.title.cells, column.title.cells)
    for row in table.rows {
      let cell = row.cells[index]
      if cell.runsOn { continue }
      least = max(least, cell.graphic?.widths.lowerBound ?? cell.text.cells)
      most = max(most, cell.graphic?.widths.upperBound ?? cell.text.cells)
    }
    return Sizes(index: index, least: min(column.minimum ?? least, most), most: most)
  }

  /// Gives what room is left to the columns that can use it, from left to right.
  private static func shared(_ room: Int, among sizes: [Sizes]) -> [Column] {
    var room = max(0, room)
    return sizes.map { size in
      let extra = min(room, size.most - size.least)
      room -= extra
      return Column(index: size.index, width: size.least + extra)
    }
  }
}

extension Table {
  /// The titles and the rows as lines, `indent` cells from the left; `top` is the place of the first
  /// of them on the page.
  func lines(width: Int, indent: Int, section: Int, top: Int, glyphs: GlyphSet) -> [LaidLine] {
    if rowCount == 0 {
      if emptyText.isEmpty { return [] }
      return emptyText.wrapped(width: width - indent).map {
        LaidLine($0, style: .muted, column: indent)
      }
    }
    let layout = TableLayout(self, width: width - indent)
    let titles = line(layout, indent: indent) { column, width in
      let axis = columns[column].axis?.title(width: width)
      return Cell(axis ?? columns[column].title, .muted)
    }
    return [LaidLine(titles.texts)]
      + rows.indices.map { row in
        let laid = line(layout, indent: indent) { column, width in
          var cell = rows[row].cells[column]
          if let graphic = cell.graphic { cell.text = graphic.text(width: width, glyphs: glyphs) }
          return cell
        }
        let part = LaidLine.Part(
          stop: Stop(section: section, row: firstRow + row), columns: 0..<width, cells: laid.cells)
        return LaidLine(laid.texts, parts: [part], head: top)
      }
  }

  /// A line from the cell that each column shown has there.
  private func line(
    _ layout: TableLayout, indent: Int, cell: (Int, Int) -> Cell
  ) -> (texts: [PlacedText], cells: [LaidLine.Cell]) {
    let shown = layout.columns.map { cell($0.index, $0.width) }
    var (texts, cells) = ([PlacedText](), [LaidLine.Cell]())
    var start = indent
    for (place, column) in layout.columns.enumerated() {
      let cell = shown[place]
      let alignment = cell.runsOn ? .left : columns[column.index].alignment
      let width = cell.runsOn ? layout.room(at: place, over: shown) : column.width
      let text = cell.text.fitted(to: width).padded(to: column.width, alignment)
      texts.append(PlacedText(column: start, text: text, style: cell.style))
      cells.append(.init(index: column.index, columns: start..<start + column.width))
      start += column.width + TableLayout.gap
    }
    // What runs on is drawn over the blanks of the cells after it.
    return (texts.filter { !$0.text.isEmpty && !$0.text.allSatisfy { $0 == " " } }, cells)
  }
}

extension TableLayout {
  /// The cells that a text has from a column on, over the empty ones after it.
  fileprivate func room(at place: Int, over cells: [Table.Cell]) -> Int {
    var room = columns[place].width
    var next = place + 1
    while next < columns.count, cells[next].text.isEmpty {
      room += TableLayout.gap + columns[next].width
      next += 1
    }
    return room
  }
}
