package import Tables

/// A cohort seen from one day: its purchases, its threshold and its episodes.
///
/// A pure function of the cohort, the definitions and the day; rows dated later do not exist. A class
/// because every closure over a struct of this size would copy it.
package final class Analysis: Sendable {
  /// The sorted cohort.
  package let history: History
  /// What the numbers mean.
  package let definitions: Definitions
  /// The day of the report, `D`.
  package let asOf: Day
  /// The threshold of the day.
  package let lapse: Lapse
  /// Touches that lie in no episode, by why.
  package let outsideTouches: Outside
  /// Assignments that lie in no episode, by why.
  package let outsideAssignments: Outside
  let purchases: Purchases
  let log: TouchLog
  let cancelled: Cancelled
  let episodes: Episodes
  let episodesByCustomer: CustomerRanges
  /// What was sent.
  let outbox: Outbox
  /// Spend rows up to the day of the report.
  let spendRows: [Int]
  /// Whether any file says what anything cost.
  let isCosted: Bool
  /// Treated episodes by the month that enrolled them, ascending within it.
  let treatedByMonth: [Month: [Int]]
  let heldOut: [Int]
  /// The day of the first unsubscribe by customer, in the customer file or by a touch on any channel.
  let unsubscribedDay: [Int32]
  /// What was asked for once.
  let known: Known
  /// What every list of people is picked from.
  var audiencePool: AudiencePool { known.pool.value { AudiencePool(self) } }

  /// Looks at a cohort from `asOf`, by default the day of its newest order.
  package init(_ history: History, definitions: Definitions, asOf: Day? = nil) {
    let cohort = history.cohort
    let asOf = asOf ?? history.orderDays?.upperBound ?? Day(0)
    let unsubscribedDay = Later { Analysis.unsubscribes(history, through: asOf) }
    let outbox = Later { Outbox(history, asOf: asOf) }
    let log = Later { history.touches.through(asOf, cohort.touches) }
    let purchases = Purchases(history, asOf: asOf, definitions: definitions)
    let lapse = Lapse(purchases, asOf: asOf, definitions: definitions)
    let cancelled = history.cancelled.through(asOf)
    let found = EpisodeFinder.all(
      history, definitions: definitions, asOf: asOf, purchases: purchases,
      lapsedAfter: lapse.lapsedAfter)
    let episodes = found.episodes
    let episodesByCustomer = Later {
      CustomerRanges(episodes.customer, customers: cohort.customers.count)
    }
    let spendRows = (0..<cohort.spend.count).filter { cohort.spend.day[$0] <= asOf.number }
    self.history = history
    self.definitions = definitions
    self.asOf = asOf
    self.lapse = lapse
    self.purchases = purchases
    self.log = log.value
    self.cancelled = cancelled
    self.spendRows = spendRows
    self.episodes = episodes
    outsideTouches = found.outsideTouches
    outsideAssignments = found.outsideAssignments
    isCosted = !spendRows.isEmpty || Analysis.isPaid(cohort.touches, through: asOf)
    (treatedByMonth, heldOut) = Analysis.enrolments(episodes)
    self.episodesByCustomer = episodesByCustomer.value
    self.outbox = outbox.value
    self.unsubscribedDay = unsubscribedDay.value
    known = Known()
  }

  /// The same cohort on the same day, through another period: nothing but its span is new.
  package init(_ other: Analysis, periodMonths: Int) {
    var definitions = other.definitions
    definitions.periodMonths = periodMonths
    self.definitions = definitions
    history = other.history
    asOf = other.asOf
    lapse = other.lapse
    outsideTouches = other.outsideTouches
    outsideAssignments = other.outsideAssignments
    purchases = other.purchases
    log = other.log
    cancelled = other.cancelled
    episodes = other.episodes
    episodesByCustomer = other.episodesByCustomer
    outbox = other.outbox
    spendRows = other.spendRows
    isCosted = other.isCosted
    treatedByMonth = other.treatedByMonth
    heldOut = other.heldOut
    unsubscribedDay = other.unsubscribedDay
    known = other.known
  }

  /// What is worked out when it is first asked for. None of it looks at the period.
  final class Known: Sendable {
    /// What new customers of twelve months brought, by the last of these.
    let newCustomers = OnceEach<Month, Moments>()
    /// Each channel's returns against new customers, by the last of the twelve months.
    let ratios = OnceEach<Month, [Int32: LifetimeRatio]>()
    /// What the enrolments of each span returned.
    let money = OnceEach<MonthSpan, Return>()
    /// What the contacts of each month's enrolments come to.
    let contacts = Once<[Month: MonthContacts]>()
    /// Who of each month's enrolments was won back.
    let wonBack = Once<[Month: [WonBack]]>()
    let inactive = Once<[Bool]>()
    let recentSends = Once<[Outbox.Send]>()
    fileprivate let pool = Once<AudiencePool>()
  }

  /// The columns behind it.
  package var cohort: Cohort { history.cohort }

  private static func enrolments(_ episodes: Episodes) -> ([Month: [Int]], [Int]) {
    var treated: [Month: [Int]] = [:]
    var heldOut: [Int] = []
    let days = episodes.enrolled.lazy.filter { $0 != Episodes.none }
    guard let first = days.min(), let last = days.max() else { return ([:], []) }
    let (from, to) = (Day(first).month, Day(last).month)
    let span = MonthSpan(to.number - from.number + 1, endingWith: to)
    let places = DayTable(Int(first)...Int(last)) { $0.month.number - span.from.number }
    var byMonth = [[Int]](repeating: [], count: span.count)
    for episode in 0..<episodes.count where episodes.isEnrolled(episode) {
      if episodes.isHoldout[episode] {
        heldOut.append(episode)
      } else {
        byMonth[places[Int(episodes.enrolled[episode])]].append(episode)
      }
    }
    for (month, own) in zip(span.months, byMonth) where !own.isEmpty { treated[month] = own }
    return (treated, heldOut)
  }

  /// Whether any touch up to a day says what it cost.
  private static func isPaid(_ touches: Touches, through asOf: Day) -> Bool {
    if touches.deals.allSatisfy({ $0.cost == 0 }) { return false }
    return (0..<touches.count).contains {
      touches.cost($0) != 0 && touches.moment[$0] <= asOf.end
    }
  }

  private static func unsubscribes(_ history: History, through asOf: Day) -> [Int32] {
    let cohort = history.cohort
    var days = [Int32](repeating: .max, count: cohort.customers.count)
    for row in 0..<cohort.customerList.count
    where cohort.customerList.unsubscribedDay[row] != absent {
      days[Int(cohort.customerList.customer[row])] = cohort.customerList.unsubscribedDay[row]
    }
    for row in 0..<cohort.touches.count
    where cohort.touches.event(row).isUnsubscribe && cohort.touches.moment[row] <= asOf.end {
      let customer = history.touches.customer(of: row)
      days[customer] = min(
        days[customer], Int32(truncatingIfNeeded: dayNumber(cohort.touches.moment[row])))
    }
    return days
  }
}
