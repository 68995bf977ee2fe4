/// The rows of one block of a file, with codes of their own.
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
  /// Rows in the order of files and lines, until their table has been read.
  var orders = CustomerRows<OrderRow>()
  var orderKinds = Kinds<OrderKind>()
  var touches = CustomerRows<TouchRow>()
  var touchKinds = Kinds<TouchKind>()
  var touchDeals = Kinds<TouchDeal>()
  var assignments = CustomerRows<AssignmentRow>()
  var cancellations = CustomerRows<CancellationRow>()
  var tickets = CustomerRows<TicketRow>()
  var carts = CustomerRows<CartRow>()
  /// What puts the columns of the tables read so far into the cohort once they are in order.
  private var takeColumns: [@Sendable (inout Cohort) -> Void] = []
  /// The row of each customer in the customer file, or `absent`.
  var listRows: [Int32] = []
  /// The bytes of the table's files before its first file, 0 before others.
  var expectedSize = 0
  /// The codes of a block's customers, row by row.
  var codes: [Int32] = []
  /// What each file was when it was read, in the order of the cohort's files.
  var stamps: [FileStamp] = []

  init(options: ReadingOptions) {
    cohort = Cohort(options: options)
    self.options = options
  }

  /// Has the rows of a table that has been read put in the order of customers and time, while the next
  /// tables are read.
  mutating func putInOrder(_ table: Table) {
    let customers = cohort.customers.count
    switch table {
    case .orders:
      // Orders are read: what tells them apart is needed no more.
      orderIds = OrderIds()
      cohort.orders.kinds = exchange(&orderKinds, with: Kinds()).kinds
      let columns = cohort.orders.filled(
        with: exchange(&orders, with: CustomerRows()), customers: customers)
      takeColumns.append { $0.orders = columns.value }
    case .touches:
      cohort.touches.kinds = exchange(&touchKinds, with: Kinds()).kinds
      cohort.touches.deals = exchange(&touchDeals, with: Kinds()).kinds
      let columns = cohort.touches.filled(
        with: exchange(&touches, with: CustomerRows()), customers: customers)
      takeColumns.append { $0.touches = columns.value }
    case .assignments:
      let columns = cohort.assignments.filled(
        with: exchange(&assignments, with: CustomerRows()), customers: customers)
      takeColumns.append { $0.assignments = columns.value }
    case .cancellations:
      let columns = cohort.cancellations.filled(
        with: exchange(&cancellations, with: CustomerRows()), customers: customers)
      takeColumns.append { $0.cancellations = columns.value }
    case .tickets:
      let columns = cohort.tickets.filled(
        with: exchange(&tickets, with: CustomerRows()), customers: customers)
      takeColumns.append { $0.tickets = columns.value }
    case .carts:
      let columns = cohort.carts.filled(
        with: exchange(&carts, with: CustomerRows()), customers: customers)
      takeColumns.append { $0.carts = columns.value }
    case .spend, .customers: break
    }
  }

  /// Waits until all rows are in order.
  mutating func finish() {
    cohort.customers.seal()
    for take in exchange(&takeColumns, with: []) { take(&cohort) }
    let customers = cohort.customers.count
    cohort.orders.addCustomers(upTo: customers)
    cohort.touches.addCustomers(upTo: customers)
    cohort.assignments.addCustomers(upTo: customers)
    cohort.cancellations.addCustomers(upTo: customers)
    cohort.tickets.addCustomers(upTo: customers)
    cohort.carts.addCustomers(upTo: customers)
  }

  /// Puts the codes of customers in `codes`.
  mutating func customers(_ texts: [KeyedText], in bytes: [UInt8]) {
    cohort.customers.codes(of: texts, in: bytes, to: &codes)
  }
}
