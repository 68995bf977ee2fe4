/// An order as it is read.
struct OrderRow: CustomerRow {
  var moment: Int64
  var revenue: Int64
  var discount: Int64
  var refunded: Int64
  var refundedDay: Int32
  var status: Int32
  var code: Int32
  var currency: Int32

  var time: Int64 { moment }
}

/// A touch as it is read.
struct TouchRow: CustomerRow {
  var moment: Int64
  var cost: Int64
  var channel: Int32
  var campaign: Int32
  var step: Int32
  var variant: Int32
  var offer: Int32
  var segment: Int32
  var event: TouchEvent

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

/// A cart as it is read.
struct CartRow: CustomerRow {
  var moment: Int64
  var value: Int64

  var time: Int64 { moment }
}

/// Columns whose rows stand in the order of customers and time.
protocol CustomerColumns: Sendable {
  associatedtype Row: CustomerRow

  /// Makes room for so many rows.
  mutating func reserve(_ count: Int)

  /// Adds rows of some customers, one each, that come after those it has.
  mutating func append(_ rows: [Row], of customers: [Int32])
}

extension CustomerColumns {
  /// The same with rows in the order of files and lines, put in order on another core.
  consuming func filled(with rows: consuming CustomerRows<Row>, customers: Int) -> Later<Self> {
    let (empty, rows) = (self, rows)
    return Later {
      var columns = empty
      columns.reserve(rows.count)
      rows.inOrder(customers: customers) { columns.append($0, of: $1) }
      return columns
    }
  }
}

extension Orders: CustomerColumns {
  mutating func reserve(_ count: Int) {
    customer.reserveCapacity(count)
    moment.reserveCapacity(count)
    revenue.reserveCapacity(count)
    discount.reserveCapacity(count)
    status.reserveCapacity(count)
    code.reserveCapacity(count)
    refunded.reserveCapacity(count)
    refundedDay.reserveCapacity(count)
  }

  mutating func append(_ rows: [OrderRow], of customers: [Int32]) {
    customer += customers
    moment += rows.lazy.map(\.moment)
    revenue += rows.lazy.map(\.revenue)
    discount += rows.lazy.map(\.discount)
    status += rows.lazy.map(\.status)
    code += rows.lazy.map(\.code)
    refunded += rows.lazy.map(\.refunded)
    refundedDay += rows.lazy.map(\.refundedDay)
  }
}

extension Touches: CustomerColumns {
  mutating func reserve(_ count: Int) {
    customer.reserveCapacity(count)
    moment.reserveCapacity(count)
    channel.reserveCapacity(count)
    campaign.reserveCapacity(count)
    step.reserveCapacity(count)
    variant.reserveCapacity(count)
    event.reserveCapacity(count)
    offer.reserveCapacity(count)
    cost.reserveCapacity(count)
    segment.reserveCapacity(count)
  }

  mutating func append(_ rows: [TouchRow], of customers: [Int32]) {
    customer += customers
    moment += rows.lazy.map(\.moment)
    channel += rows.lazy.map(\.channel)
    campaign += rows.lazy.map(\.campaign)
    step += rows.lazy.map(\.step)
    variant += rows.lazy.map(\.variant)
    event += rows.lazy.map(\.event)
    offer += rows.lazy.map(\.offer)
    cost += rows.lazy.map(\.cost)
    segment += rows.lazy.map(\.segment)
  }
}

extension Assignments: CustomerColumns {
  mutating func reserve(_ count: Int) {
    customer.reserveCapacity(count)
    moment.reserveCapacity(count)
    isHoldout.reserveCapacity(count)
    segment.reserveCapacity(count)
  }

  mutating func append(_ rows: [AssignmentRow], of customers: [Int32]) {
    customer += customers
    moment += rows.lazy.map(\.moment)
    isHoldout += rows.lazy.map(\.isHoldout)
    segment += rows.lazy.map(\.segment)
  }
}

extension Cancellations: CustomerColumns {
  mutating func reserve(_ count: Int) {
    customer.reserveCapacity(count)
    day.reserveCapacity(count)
    isVoluntary.reserveCapacity(count)
    reason.reserveCapacity(count)
  }

  mutating func append(_ rows: [CancellationRow], of customers: [Int32]) {
    customer += customers
    day += rows.lazy.map(\.day)
    isVoluntary += rows.lazy.map(\.isVoluntary)
    reason += rows.lazy.map(\.reason)
  }
}

extension Carts: CustomerColumns {
  mutating func reserve(_ count: Int) {
    customer.reserveCapacity(count)
    moment.reserveCapacity(count)
    value.reserveCapacity(count)
  }

  mutating func append(_ rows: [CartRow], of customers: [Int32]) {
    customer += customers
    moment += rows.lazy.map(\.moment)
    value += rows.lazy.map(\.value)
  }
}
