package import Metrics

/// A column a month, from zero up, with its number under it.
package struct ColumnChart: Equatable, Sendable {
  package struct Bar: Equatable, Sendable {
    /// Under the column: `Aug`.
    package var label: String
    /// The share, or why there is none.
    package var rate: Figure<Proportion>

    /// A column from its share.
    package init(_ label: String, _ rate: Figure<Proportion>) {
      self.label = label
      self.rate = rate
    }
  }

  package var bars: [Bar]

  /// A chart of some columns, from left to right.
  package init(_ bars: [Bar]) { self.bars = bars }
}
