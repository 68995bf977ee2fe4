package import Tables

/// A cohort and where each customer's rows stand in it: what reports of every day are worked out from.
///
/// A class because it is large, never changes and is shared by the analyses of many days.
package final class History: Sendable {
  package let cohort: Cohort
  // Where the rows of each customer stand.
  let orders: CustomerRanges
  let assignments: CustomerRanges
  let cancellations: CustomerRanges
  let tickets: CustomerRanges
  let carts: CustomerRanges
  let touches: TouchLog
  let codes: TouchCodes
  /// The cancellations that begin lapses: those that customers wanted.
  let cancelled: Cancelled
  /// The row of each customer in the customer file, or `absent`.
  let listedRow: [Int32]
  /// The days with a row of each table.
  let days: [Table: DayList]

  package init(_ cohort: Cohort) {
    let customers = cohort.customers.count
    let dayLists = Table.allCases.map { table in (table, Later { DayList(cohort, table) }) }
    self.cohort = cohort
    codes = TouchCodes(cohort.touches)
    orders = CustomerRanges(starts: cohort.orders.starts)
    touches = TouchLog(cohort.touches, codes, customers: customers)
    assignments = CustomerRanges(starts: cohort.assignments.starts)
    cancellations = CustomerRanges(starts: cohort.cancellations.starts)
    tickets = CustomerRanges(starts: cohort.tickets.starts)
    carts = CustomerRanges(starts: cohort.carts.starts)
    cancelled = Cancelled(cohort.cancellations, cancellations, customers: customers)
    var listedRow = [Int32](repeating: absent, count: customers)
    for row in 0..<cohort.customerList.count {
      listedRow[Int(cohort.customerList.customer[row])] = Int32(row)
    }
    self.listedRow = listedRow
    days = Dictionary(uniqueKeysWithValues: dayLists.map { ($0, $1.value) })
  }

  /// From the first order to the newest; nil where there is none.
  package var orderDays: ClosedRange<Day>? {
    guard let days = days[.orders]?.days, let first = days.first, let last = days.last else {
      return nil
    }
    return Day(first)...Day(last)
  }
}
