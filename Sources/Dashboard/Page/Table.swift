package import Metrics

/// Rows under columns, of which narrow terminals lose some.
package struct Table: Equatable, Sendable {
  package var columns: [Column]
  package var rows: [Row]
  /// What stands in place of the rows where there are none.
  package var emptyText: String
  /// How many rows there are above those here: a list of millions holds only those that are seen.
  package var firstRow = 0
  /// How many rows there are in all.
  package var rowCount: Int

  /// A table from its columns and all its rows.
  package init(_ columns: [Column], _ rows: [Row], emptyText: String = "") {
    self.columns = columns
    self.rows = rows
    self.emptyText = emptyText
    rowCount = rows.count
  }

  /// The row at a place among all rows; nil where it is not held here.
  func row(at place: Int) -> Row? {
    rows.indices.contains(place - firstRow) ? rows[place - firstRow] : nil
  }
}

extension Table {
  package struct Column: Equatable, Sendable {
    package var title: String
    package var alignment: Document.Alignment
    /// Which columns go first where there is no room, 1 before 2; nil stays.
    package var dropped: Int?
    /// The fewest cells that it can do with, where its content can be cut or drawn smaller.
    package var minimum: Int?
    /// The cells that it takes whatever stands in it, so that a list does not shift as it scrolls.
    package var width: Int?
    /// The axis that its graphics share, written over them in place of a title.
    package var axis: Axis?
    /// What its numbers mean, where the column says so.
    package var term: Term?

    /// A column, aligned right as numbers are.
    package init(
      _ title: String, _ alignment: Document.Alignment = .right, dropped: Int? = nil,
      minimum: Int? = nil, width: Int? = nil, axis: Axis? = nil, term: Term? = nil
    ) {
      self.axis = axis
      self.title = title
      self.alignment = alignment
      self.dropped = dropped
      self.minimum = minimum
      self.width = width
      self.term = term
    }
  }

  package struct Row: Equatable, Sendable {
    package var cells: [Cell]
    /// What else there is to say, shown under the table while the cursor is on the row.
    package var detail: String?
    /// What there is to say after that: on the screen where it has room, elsewhere always.
    package var more: String?
    /// How to go on from here: shown after the detail, and of no use on paper.
    package var hint: String?
    /// What Enter opens.
    package var link: Link?
    /// What it is, where it can be put beside others of its kind.
    package var mark: Mark?
    /// What its numbers mean, where the row says so.
    package var term: Term?
    /// Who is counted in them and who is not.
    package var population: Population?

    /// A row with a cell a column.
    package init(
      _ cells: [Cell], detail: String? = nil, more: String? = nil, hint: String? = nil,
      link: Link? = nil,
      mark: Mark? = nil, term: Term? = nil, population: Population? = nil
    ) {
      self.cells = cells
      self.detail = detail
      self.more = more
      self.hint = hint
      self.link = link
      self.mark = mark
      self.term = term
      self.population = population
    }

    /// All that there is to say: the detail and what comes after it.
    package var whole: String? {
      let parts = [detail, more].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
  }
}
