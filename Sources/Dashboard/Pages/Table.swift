package import Metrics
package import Terminal

/// Rows under columns, of which narrow terminals lose some.
package struct Table: Equatable, Sendable {
  package struct Column: Equatable, Sendable {
    package var title: String
    package var alignment: Document.Alignment
    /// Which columns go first where there is no room, 1 before 2; nil stays.
    package var dropped: Int?
    /// The fewest cells that it can do with, where its content can be cut or drawn smaller.
    package var minimum: Int?
    /// The axis that its graphics share, written over them in place of a title.
    package var axis: Axis?

    /// A column, aligned right as numbers are.
    package init(
      _ title: String, _ alignment: Document.Alignment = .right, dropped: Int? = nil,
      minimum: Int? = nil, axis: Axis? = nil
    ) {
      self.axis = axis
      self.title = title
      self.alignment = alignment
      self.dropped = dropped
      self.minimum = minimum
    }
  }

  package struct Row: Equatable, Sendable {
    package var cells: [Cell]
    /// What else there is to say, shown under the table while the cursor is on the row.
    package var detail: String?
    /// How to go on from here: shown after the detail, and of no use on paper.
    package var hint: String?
    /// What Enter opens.
    package var link: Link?

    /// A row with a cell a column.
    package init(
      _ cells: [Cell], detail: String? = nil, hint: String? = nil, link: Link? = nil
    ) {
      self.cells = cells
      self.detail = detail
      self.hint = hint
      self.link = link
    }
  }

  /// What stands in one row and column.
  package struct Cell: Equatable, Sendable {
    package var text: String
    package var style: Style
    package var graphic: Graphic?
    /// Whether the text may run on over the empty cells to its right.
    package var runsOn = false

    /// A text, which may be empty.
    package init(_ text: String, _ style: Style = .plain, runsOn: Bool = false) {
      self.text = text
      self.style = style
      self.runsOn = runsOn
    }

    /// A text that a chart stands for where there is one.
    package init(_ text: String, _ style: Style = .plain, graphic: Graphic) {
      self.text = text
      self.style = style
      self.graphic = graphic
    }

    /// A small chart; the plain text leaves its column out.
    package init(_ graphic: Graphic?, _ style: Style = .plain) {
      text = ""
      self.graphic = graphic
      self.style = style
    }
  }

  /// A chart that fits into a cell.
  package enum Graphic: Equatable, Sendable {
    /// Columns from zero up; nil where there is no number.
    case trend([Double?])
    /// A value and its interval on an axis that all rows share.
    case whisker(Double, Interval, Axis)
    /// A text with a shade beside it, from 0 to 1.
    case shade(String, Double)
  }

  package var columns: [Column]
  package var rows: [Row]
  /// What stands in place of the rows where there are none.
  package var emptyText: String

  /// A table from its columns and rows.
  package init(_ columns: [Column], _ rows: [Row], emptyText: String = "") {
    self.columns = columns
    self.rows = rows
    self.emptyText = emptyText
  }
}

/// The axis of a column of whiskers, from 0 to `end`.
package struct Axis: Equatable, Sendable {
  package var end: Double
  /// What all rows are seen against.
  package var reference: Double?

  /// An axis from 0 to at least `end`, which it takes up to a round number.
  package init(atLeast end: Double, reference: Double? = nil) {
    self.end = Axis.round(end)
    self.reference = reference
  }

  /// Where an axis of rates ends: rows of a handful, whose intervals span everything, run out of it.
  static func end(of rates: [Proportion]) -> Double {
    let sound = rates.filter { !$0.isLow }
    return (sound.isEmpty ? rates : sound).compactMap { $0.interval?.high }.max() ?? 0
  }

  /// The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten.
  static func round(_ end: Double) -> Double {
    guard end > 0, end.isFinite else { return 1 }
    var unit = 1.0
    while unit > end { unit /= 10 }
    while unit * 10 <= end { unit *= 10 }
    let steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]
    return (steps.first { $0 * unit >= end * (1 - 1e-9) } ?? 10) * unit
  }
}
