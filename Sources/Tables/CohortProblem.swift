/// Why a cohort folder cannot be read at all.
package enum CohortProblem: Error, Equatable, Sendable {
  case folder(path: String, FileProblem)
  case notAFolder(path: String)
  /// No file whose name starts with `orders`; the other CSV files that there are.
  case noOrderFile(path: String, others: [String])
  /// No row of the order files can be read; how many were refused, and the first of them.
  case noOrder(path: String, refused: Int, first: Finding?)
  case file(name: String, FileProblem)
  case emptyFile(name: String)
  /// The file's first bytes are those of another format.
  case format(name: String, FileFormat)
  /// The header breaks the format, on line 1.
  case header(name: String, RowProblem)
  case missingColumns(name: String, table: Table, missing: [String], found: [String])
  case repeatedColumn(name: String, column: String)
  /// Amounts in currencies that no rate is configured for.
  case noRate(currencies: [String], reported: String?)
  /// The table's amounts add up to more than can be counted.
  case amountsTooLarge(name: String)
  /// Nobody waits for it any more.
  case stopped
}

/// A format that is not a CSV file in UTF-8.
package enum FileFormat: String, Equatable, Sendable {
  case utf16 = "UTF-16 text"
  case spreadsheet = "an Excel workbook or a ZIP archive"
  case gzip = "a gzip archive"
  case zeroBytes = "binary data"
}
