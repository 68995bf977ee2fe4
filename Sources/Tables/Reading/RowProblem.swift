/// Why a row cannot be read.
package enum RowProblem: Hashable, Sendable {
  case quoteNotClosed
  case textAfterQuote
  case lineTooLong
  case fieldCount(found: Int, expected: Int)
  case blank
  case notADate
  case notADateOrMonth
  case notAnAmount
  case amountTooLarge
  case notAStep
  /// The field holds none of these words.
  case notAWord([String])
  case afterToday(Day)
  case notUTF8
  case zeroByte

  /// The problem without what differs from row to row: what findings are counted by.
  var kind: RowProblem {
    if case .fieldCount = self { .fieldCount(found: 0, expected: 0) } else { self }
  }
}

/// A row that was not read: thrown by what reads one row, caught by what reads a file.
struct Refusal: Error {
  var problem: RowProblem
  /// The column of our schema, or nil where the row as a whole is at fault.
  var column: String?
}
