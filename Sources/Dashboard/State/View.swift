import Metrics
import Tables

/// What is looked at: what Backspace takes back and an address says.
struct View: Equatable, Sendable {
  /// From the screen at the bottom to what lies on top.
  var stack: [Layer] = [.screen(.scorecard)]
  /// What Segments tells people apart by.
  var dimension = Dimension.segment
  /// What Cohorts shows of a month.
  var cohortValue = CohortValue.rate
  /// Whom the channels' returns are credited to.
  var credit = CreditView.lastTouch
  /// The months that the lines of a quarter are taken over.
  var period = PeriodLength.quarter
  /// Days in which a return counts, where rates and curves are seen through another window than the
  /// configured one.
  var window: Int?
  /// The day that is looked from; nil is that of the newest order.
  var asOf: Day?
  /// How the tables of the layers are filtered and sorted.
  var tables: [Layer: TableView] = [:]
}

/// What Cohorts shows of a month at an age.
enum CohortValue: String, CaseIterable, Hashable, Sendable {
  case rate
  case revenue
  case returns

  /// As a heading has it.
  var words: String {
    switch self {
    case .rate: "Back by day"
    case .revenue: "Revenue per lapsed by day"
    case .returns: "Returns by day"
    }
  }
}

/// How many months the lines of a quarter are taken over.
package enum PeriodLength: String, CaseIterable, Hashable, Sendable {
  case month, quarter, year

  /// How many months it has.
  package var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
  /// The next in the order of the list, and after the last the first.
  var next: Self {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}
