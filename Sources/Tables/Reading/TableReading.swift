/// What reads the rows of one file into the columns of its table.
protocol RowReader {
  /// Finds the columns in a file.
  init(layout: Layout)

  /// Adds a row to the columns of the cohort, or throws without having added one.
  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal)
}

/// What the readers of all files share.
struct ReadingContext {
  var cohort: Cohort
  var clock: BusinessClock
  let today: Day?
  var orderIds = OrderIds()
  var currencies = Words { $0.uppercased() }
  /// The currency of each order, by row; emptied once amounts are converted.
  var orderCurrency: [Int32] = []
  var listRows: [Int32: Int] = [:]
  /// What each file was when it was read, in the order of the cohort's files.
  var stamps: [FileStamp] = []

  init(options: ReadingOptions) {
    cohort = Cohort(options: options)
    clock = BusinessClock(zone: options.zone)
    today = options.today
  }
}

/// Which row holds an order id, and which file the row came from.
struct OrderIds {
  var ids = Vocabulary()
  var row: [Int] = []
  var file: [Int32] = []
  /// The file being read, counted from 0.
  var currentFile: Int32 = -1
}

extension Table {
  /// What reads a row of the table.
  var rowReader: any RowReader.Type {
    switch self {
    case .orders: OrderReader.self
    case .touches: TouchReader.self
    case .assignments: AssignmentReader.self
    case .cancellations: CancellationReader.self
    case .spend: SpendReader.self
    case .customers: CustomerReader.self
    case .tickets: TicketReader.self
    case .carts: CartReader.self
    }
  }
}
