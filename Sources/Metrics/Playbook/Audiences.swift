import Tables

/// Whom each tactic is for today: never anybody who unsubscribed, was held out, asked to be forgotten
/// or has come back.
struct Audiences {
  let analysis: Analysis
  /// Open lapses, one a customer.
  let open: [Int]
  /// What each of them is worth, in millionths of a unit.
  let worth: [Int64]
  /// Who was held out since their last purchase.
  let isHeldOut: Set<Int32>
  let complained: Set<Int32>
  /// Last purchases before this day are over eighteen months old.
  let coldDay: Int

  init(_ analysis: Analysis) {
    self.analysis = analysis
    open = (0..<analysis.episodes.count).filter(analysis.episodes.isOpen)
    worth = analysis.worth(ofOpen: open)
    isHeldOut = analysis.heldOutSinceLastPurchase()
    complained = analysis.complainers()
    coldDay = analysis.asOf.adding(months: -18).number
  }

  var cohort: Cohort { analysis.cohort }
  var episodes: Episodes { analysis.episodes }
  var asOf: Day { analysis.asOf }

  /// The work list of a name, with who is left out of it: by what people are worth, points by when they
  /// expire.
  func roster(_ list: WorkList) -> Roster {
    switch list {
    case .tactic(.loyaltyRevival): people(.loyaltyRevival)
    case .tactic(let tactic): people(tactic).mostValuable(tactic.most)
    case .retargeting(let list): people(list).mostValuable()
    }
  }

  /// Who is on the list of a tactic, in no order, before it is cut to its length.
  func people(_ tactic: Tactic) -> Roster {
    clean(Roster(analysis, entries(tactic)), keepsToReactivable: tactic.keepsToReactivable)
  }

  /// Who is on a list of retargeting, in no order.
  func people(_ list: RetargetingList) -> Roster {
    clean(Roster(analysis, entries(list)), keepsToReactivable: true)
  }

  private func clean(_ roster: Roster, keepsToReactivable: Bool) -> Roster {
    roster.leavingOut { cause(against: $0, keepsToReactivable: keepsToReactivable) }
  }

  private func cause(against customer: Int32, keepsToReactivable: Bool) -> Exclusion? {
    if let row = analysis.listedRow(Int(customer)), cohort.customerList.erasedDay[row] != absent {
      return .erased
    }
    if Int(analysis.unsubscribedDay[Int(customer)]) <= asOf.number { return .unsubscribed }
    if complained.contains(customer) { return .complained }
    // An unsubscribe that could not be read is one all the same.
    if cohort.customerList.refused.contains(customer) { return .refusedRow }
    if isHeldOut.contains(customer) { return .heldOut }
    guard keepsToReactivable else { return nil }
    let last = analysis.purchases.range(Int(customer)).last.map { analysis.purchases.day[$0] }
    if let last, last < coldDay { return .agedOut }
    let cancels = analysis.cancelled.range(Int(customer))
    let isQuiet = cancels.contains {
      (0..<Analysis.quietDays).contains(asOf.number - Int(analysis.cancelled.day[$0]))
    }
    return isQuiet ? .recentlyCancelled : nil
  }
}

extension Analysis {
  /// The work list of a name.
  package func roster(_ list: WorkList) -> Roster { Audiences(self).roster(list) }

  /// Who is behind what a guardrail found, everyone once: nobody where nothing could be told.
  package func roster(behind guardrail: Guardrail, _ report: Report) -> Roster {
    .people(self, report.finding(guardrail)?.cases ?? [])
  }

  /// What people in open lapses are worth, in millionths of a unit: the customer file's value, else net
  /// revenue of the twelve months before the lapse.
  fileprivate func worth(ofOpen open: [Int]) -> [Int64] {
    zip(open, valuesBefore(open)).map { episode, value in
      guard let row = listedRow(Int(episodes.customer[episode])),
        cohort.customerList.value[row] != noAmount
      else { return value }
      return cohort.customerList.value[row]
    }
  }

  /// Who complained of a message.
  fileprivate func complainers() -> Set<Int32> {
    Set(
      (0..<cohort.touches.count).lazy.filter {
        self.cohort.touches.event[$0] == .complained
          && self.cohort.touches.moment[$0] <= self.asOf.end
      }.map { self.cohort.touches.customer[$0] })
  }

  /// Who was assigned to the holdout since their last purchase, or ever, where they have none.
  fileprivate func heldOutSinceLastPurchase() -> Set<Int32> {
    var people: Set<Int32> = []
    for row in 0..<cohort.assignments.count
    where cohort.assignments.isHoldout[row] && cohort.assignments.moment[row] <= asOf.end {
      let customer = cohort.assignments.customer[row]
      let last = purchases.range(Int(customer)).last.map { purchases.moment[$0] }
      if last.map({ cohort.assignments.moment[row] > $0 }) ?? true { people.insert(customer) }
    }
    return people
  }
}
