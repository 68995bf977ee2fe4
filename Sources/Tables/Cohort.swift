/// A cohort folder as typed columns, with everything that was refused on the way.
package struct Cohort: Sendable {
  /// Customer ids; their codes are what the columns called `customer` hold.
  package internal(set) var customers = Vocabulary()
  /// Channels in lower case, spellings resolved; 0 is none.
  package internal(set) var channels: Words
  /// Segments as spelled; 0 is none.
  package internal(set) var segments = Words(reserved: [Segment.noneWord])
  /// The orders.
  package internal(set) var orders = Orders()
  /// The touches.
  package internal(set) var touches = Touches()
  /// The assignments.
  package internal(set) var assignments = Assignments()
  /// The cancellations.
  package internal(set) var cancellations: Cancellations
  /// The spend.
  package internal(set) var spend = Spend()
  /// The customer file.
  package internal(set) var customerList = CustomerList()
  /// The support tickets.
  package internal(set) var tickets = Tickets()
  /// The carts that were left behind.
  package internal(set) var carts = Carts()
  /// The files that were read.
  package internal(set) var files: [InputFile] = []
  /// Pairs of files of a table with the same bytes: a drop that was copied twice.
  package internal(set) var twins: [TwinFiles] = []
  /// CSV files in the folder that belong to no table.
  package internal(set) var strangers: [String] = []
  /// The rows that were refused.
  package internal(set) var findings = Findings()
  /// The currency that all amounts are in, where a file or the configuration names one.
  package internal(set) var currency: String?

  /// A cohort without a row.
  package init(options: ReadingOptions) {
    let channels = options.channels
    let reasons = options.reasons
    self.channels = Words(reserved: Channel.reservedWords) {
      channels[$0.lowercased()] ?? $0.lowercased()
    }
    cancellations = Cancellations(
      reasons: Words(reserved: Reason.reservedWords) {
        reasons[$0.lowercased()] ?? $0.lowercased()
      })
  }

  /// Whether the folder has a file of the table.
  package func has(_ table: Table) -> Bool { files.contains { $0.table == table } }

  /// Whether any file of the table has the column.
  package func has(_ column: String, in table: Table) -> Bool {
    files.contains { $0.table == table && $0.columns.contains(column) }
  }

  /// How many rows the files of a table hold, refused ones included.
  package func rowCount(_ table: Table) -> Int {
    files.reduce(0) { $0 + ($1.table == table ? $1.rowCount : 0) }
  }
}

/// Two files of one table that hold the same bytes.
package struct TwinFiles: Equatable, Sendable {
  /// Their table.
  package var table: Table
  /// The name of the one that is read first.
  package var first: String
  /// The name of the other.
  package var second: String
}

/// One file that was read.
package struct InputFile: Equatable, Sendable {
  /// The table that its name makes it part of.
  package var table: Table
  /// The file's name within the folder.
  package var name: String
  /// How long it is.
  package var byteCount = 0
  /// Rows after the header, refused ones included.
  package var rowCount = 0
  /// Rows that were refused.
  package var refusedCount = 0
  /// The columns of our schema that it has, by our names.
  package var columns: Set<String> = []
  /// The names in its header that are none of ours.
  package var unknownColumns: [String] = []
}
