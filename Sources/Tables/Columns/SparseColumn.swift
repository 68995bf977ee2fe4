/// A column that says something of few rows, or of none: it ends with the last that it was ever told of, and
/// all rows behind that are blank.
package struct SparseColumn<Element: Equatable & Sendable>: Sendable {
  /// What stands for nothing.
  @usableFromInline package let blank: Element
  /// The rows up to the last one that was ever not blank.
  @usableFromInline package private(set) var written: [Element] = []

  init(blank: Element) { self.blank = blank }

  /// Whether it never said anything of a row.
  package var isEmpty: Bool { written.isEmpty }

  /// What it says of a row, whichever.
  @inlinable
  package subscript(row: Int) -> Element {
    @inline(__always) get { row < written.count ? written[row] : blank }
  }

  mutating func reserve(_ count: Int) { written.reserveCapacity(count) }

  mutating func set(_ element: Element, at row: Int) {
    if element == blank, row >= written.count { return }
    while written.count <= row { written.append(blank) }
    written[row] = element
  }
}
