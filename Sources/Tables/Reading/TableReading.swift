/// The rows of one block of a file, as columns with codes of their own.
protocol RowReader: Sendable {
  /// Finds the columns in a file; `today` is the last day that an order may have.
  init(layout: Layout, today: Day?)

  /// Adds a row, or throws without having added one.
  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal)

  /// Adds all rows to the cohort's columns; `bytes` are those that the records stood in.
  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext)

  /// Forgets all rows.
  mutating func removeAll()

  /// Makes room for so many rows in the cohort's columns.
  static func reserve(_ count: Int, in context: inout ReadingContext)
}

extension RowReader {
  static func reserve(_ count: Int, in context: inout ReadingContext) {}
}

/// What the files are read into, one block after another.
struct ReadingContext {
  var cohort: Cohort
  let options: ReadingOptions
  var orderIds = OrderIds()
  var currencies = Words { $0.uppercased() }
  /// The currency of each order, by row.
  var orderCurrency: [Int32] = []
  /// The row of each customer in the customer file, or `absent`.
  var listRows: [Int32] = []
  /// The bytes of the table's files before its first file, 0 before others.
  var expectedSize = 0
  /// The codes of a block's customers or ids, row by row.
  var codes: [Int32] = []
  /// What each file was when it was read, in the order of the cohort's files.
  var stamps: [FileStamp] = []

  init(options: ReadingOptions) {
    cohort = Cohort(options: options)
    self.options = options
  }

  /// Puts the codes of customers in `codes`.
  mutating func customers(_ texts: [KeyedText], in bytes: [UInt8]) {
    cohort.customers.codes(of: texts, in: bytes, to: &codes)
  }
}

/// Which file the row of an order came from; the row is the code of the order's id.
struct OrderIds {
  var ids = Vocabulary()
  var file: [Int32] = []
  /// The file being read, counted from 0.
  var currentFile: Int32 = -1
}
