/// Where the cursor stands on a page, and what part of it is seen; remembered for every layer.
struct Place: Equatable {
  var stop = Stop(section: 0, row: 0)
  /// The column of a table, by its place in it.
  var column = 0
  /// The first line seen.
  var top = 0
  /// Of a list, of which only the rows that are seen are held, the first of them.
  var firstRow = 0

  /// The top of a page.
  init() {}

  /// The first row of a table, since the sentences above it are read and not worked with; but where
  /// it lies below the `height` lines that are seen first, the top of the page.
  init(on page: Page, _ layout: Layout, height: Int) {
    let section = page.sections.firstIndex {
      if case .table(let table) = $0.body { table.rowCount > 0 } else { false }
    }
    let first = section.map { Stop(section: $0, row: 0) }
    let isSeen = first.flatMap { layout.places[$0] }.map { $0.upperBound <= height } ?? false
    stop = (isSeen ? first : layout.firstStop) ?? Stop(section: 0, row: 0)
  }
}
