/// An order as it is read.
struct OrderRow: CustomerRow {
  var moment: Int64
  var revenue: Int64
  var discount: Int64
  var kind: Int32
  /// A place in the refunds, or -1.
  var refund: Int32

  var time: Int64 { moment }
}

/// A touch as it is read.
struct TouchRow: CustomerRow {
  var moment: Int64
  var kind: Int32
  var deal: Int32

  var time: Int64 { moment }
}

/// An assignment as it is read.
struct AssignmentRow: CustomerRow {
  var moment: Int64
  var segment: Int32
  var isHoldout: Bool

  var time: Int64 { moment }
}

/// A cancellation as it is read.
struct CancellationRow: CustomerRow {
  var day: Int32
  var reason: Int32
  var isVoluntary: Bool

  var time: Int32 { day }
}

/// A ticket as it is read.
struct TicketRow: CustomerRow {
  var moment: Int64

  var time: Int64 { moment }
}

/// A cart as it is read.
struct CartRow: CustomerRow {
  var moment: Int64
  var value: Int64

  var time: Int64 { moment }
}

/// Columns whose rows stand in the order of customers and time.
protocol CustomerColumns: Sendable {
  associatedtype Row: CustomerRow

  /// Where the rows of each customer start, and where the last one's end.
  var starts: [Int32] { get set }

  /// Makes room for so many rows.
  mutating func reserve(_ count: Int)

  /// Adds rows that come after those it has.
  mutating func append(_ rows: [Row])
}

extension CustomerColumns {
  /// The same with rows in the order of files and lines, put in order on another core.
  consuming func filled(with rows: consuming CustomerRows<Row>, customers: Int) -> Later<Self> {
    let (empty, rows) = (self, rows)
    return Later {
      var columns = empty
      columns.reserve(rows.count)
      columns.starts = rows.inOrder(customers: customers) { columns.append($0) }
      return columns
    }
  }

  /// Gives customers whom only later tables name no rows.
  mutating func addCustomers(upTo count: Int) {
    let end = starts.last ?? 0
    starts.reserveCapacity(count + 1)
    starts.append(contentsOf: repeatElement(end, count: count + 1 - starts.count))
  }
}

extension Orders: CustomerColumns {
  mutating func reserve(_ count: Int) {
    moment.reserveCapacity(count)
    revenue.reserveCapacity(count)
    discount.reserveCapacity(count)
    kind.reserveCapacity(count)
    refund.reserveCapacity(count)
  }

  mutating func append(_ rows: [OrderRow]) {
    moment += rows.lazy.map(\.moment)
    revenue += rows.lazy.map(\.revenue)
    discount += rows.lazy.map(\.discount)
    kind += rows.lazy.map(\.kind)
    refund += rows.lazy.map(\.refund)
  }
}

extension Touches: CustomerColumns {
  mutating func reserve(_ count: Int) {
    moment.reserveCapacity(count)
    kind.reserveCapacity(count)
    deal.reserveCapacity(count)
  }

  mutating func append(_ rows: [TouchRow]) {
    moment += rows.lazy.map(\.moment)
    kind += rows.lazy.map(\.kind)
    deal += rows.lazy.map(\.deal)
  }
}

extension Assignments: CustomerColumns {
  mutating func reserve(_ count: Int) {
    moment.reserveCapacity(count)
    isHoldout.reserveCapacity(count)
    segment.reserveCapacity(count)
  }

  mutating func append(_ rows: [AssignmentRow]) {
    moment += rows.lazy.map(\.moment)
    isHoldout += rows.lazy.map(\.isHoldout)
    segment += rows.lazy.map(\.segment)
  }
}

extension Cancellations: CustomerColumns {
  mutating func reserve(_ count: Int) {
    day.reserveCapacity(count)
    isVoluntary.reserveCapacity(count)
    reason.reserveCapacity(count)
  }

  mutating func append(_ rows: [CancellationRow]) {
    day += rows.lazy.map(\.day)
    isVoluntary += rows.lazy.map(\.isVoluntary)
    reason += rows.lazy.map(\.reason)
  }
}

extension Tickets: CustomerColumns {
  mutating func reserve(_ count: Int) { moment.reserveCapacity(count) }

  mutating func append(_ rows: [TicketRow]) { moment += rows.lazy.map(\.moment) }
}

extension Carts: CustomerColumns {
  mutating func reserve(_ count: Int) {
    moment.reserveCapacity(count)
    value.reserveCapacity(count)
  }

  mutating func append(_ rows: [CartRow]) {
    moment += rows.lazy.map(\.moment)
    value += rows.lazy.map(\.value)
  }
}
