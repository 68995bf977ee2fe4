package import Tables

/// What became of every row of a table: those counted and those not make up the rows read.
package struct TableAccount: Equatable, Sendable {
  package var table: Table
  /// How many files the table has.
  package var files: Int
  package var rows: Population
  /// The newest day with a row, up to the day of the report.
  package var newestDay: Day?
}

extension Analysis {
  /// An account of every table that the folder has.
  func accounts() -> [TableAccount] {
    Table.allCases.filter(cohort.has).map { table in
      let refused = cohort.findings.count(in: table)
      let rest = rowAccount(table)
      return TableAccount(
        table: table, files: cohort.files.count { $0.table == table },
        rows: Population(counted: rest.counted, excluded: [(.refused, refused)] + rest.excluded),
        newestDay: days(of: table).max().map { Day($0) })
    }
  }

  private typealias Rest = (counted: Int, excluded: [(Exclusion, Int)])

  private func rowAccount(_ table: Table) -> Rest {
    switch table {
    case .orders:
      let excluded = purchases.excluded
      return (
        purchases.count,
        [
          (.repeated, cohort.orders.repeated), (.afterReport, excluded.afterReport),
          (.deadStatus, excluded.status), (.withoutRevenue, excluded.withoutRevenue),
          (.sameDay, excluded.sameDay),
        ]
      )
    case .touches:
      let inside = (0..<episodes.count).reduce(0) {
        $0 + episodes.touches($1).count
      }
      let touches = (0..<episodes.count).reduce(0) { $0 + touchCount($1) }
      return (
        touches,
        [(.afterReport, cohort.touches.count - outsideTouches.rows)] + causes(outsideTouches)
          + [(.notReached, inside - touches)]
      )
    case .assignments:
      return (
        outsideAssignments.rows - outsideAssignments.count,
        [(.afterReport, cohort.assignments.count - outsideAssignments.rows)]
          + causes(outsideAssignments)
      )
    case .cancellations: return dated(cohort.cancellations.day)
    case .spend: return dated(cohort.spend.day)
    case .customers:
      return (cohort.customerList.count, [(.repeated, cohort.customerList.repeated)])
    case .tickets: return dated(cohort.tickets.moment.map { Int32(dayNumber($0)) })
    case .carts: return dated(cohort.carts.moment.map { Int32(dayNumber($0)) })
    }
  }

  private func touchCount(_ episode: Int) -> Int {
    episodes.touches(episode).count { cohort.touches.event($0).isTouch }
  }

  private func causes(_ outside: Outside) -> [(Exclusion, Int)] {
    [
      (.neverBought, outside.neverBought), (.beforeFirstPurchase, outside.beforeFirstPurchase),
      (.notLapsed, outside.notLapsed), (.afterReturn, outside.afterReturn),
    ]
  }

  private func dated(_ days: [Int32]) -> Rest {
    let known = days.count { Int($0) <= asOf.number }
    return (known, [(.afterReport, days.count - known)])
  }

  /// The days with a row of a table, up to the day of the report, ascending.
  func days(of table: Table) -> [Int] {
    history.days[table]?.through(asOf) ?? []
  }
}
