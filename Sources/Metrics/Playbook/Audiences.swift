import Tables

/// Whom each tactic is for today: never anybody who unsubscribed, was held out, asked to be forgotten
/// or has come back.
struct Audiences {
  let analysis: Analysis
  /// Open lapses, one a customer.
  private let open: [Int]
  /// What each of them is worth, in millionths of a unit.
  private let worth: [Int64]
  /// Who was held out since their last purchase.
  private let isHeldOut: Set<Int32>
  private let complained: Set<Int32>
  /// Last purchases before this day are over eighteen months old.
  private let coldDay: Int

  init(_ analysis: Analysis) {
    self.analysis = analysis
    open = (0..<analysis.episodes.count).filter(analysis.episodes.isOpen)
    worth = analysis.worth(ofOpen: open)
    isHeldOut = analysis.heldOutSinceLastPurchase()
    complained = analysis.complainers()
    coldDay = analysis.asOf.adding(months: -18).number
  }

  private var cohort: Cohort { analysis.cohort }
  private var episodes: Episodes { analysis.episodes }
  private var asOf: Day { analysis.asOf }

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

  /// Who a tactic is for, whether or not they may be written to.
  private func entries(_ tactic: Tactic) -> [Roster.Entry] {
    switch tactic {
    case .personalOutreach:
      lapsed { episodes.orders[$0] >= 2 && !isTouched($0) }
    case .retargeting:
      // Nobody is on two of the lists: who bought is on the first.
      RetargetingList.allCases.flatMap(entries)
        .reduce(into: (seen: Set<Int32>(), kept: [Roster.Entry]())) { result, entry in
          if result.seen.insert(entry.customer).inserted { result.kept.append(entry) }
        }.kept
    case .loyaltyRevival: withPoints()
    case .pathByReason: lapsed { episodes.reason[$0] > Reason.silent }
    case .exitFeedback: withoutReason()
    case .recommendations: lapsed { _ in true }
    case .productNews: forProductFit()
    case .smsAndSocial: reachedByMailOnly()
    case .serviceRecovery: forService()
    case .segmentedSequences: lapsed { analysis.segment(ofLapse: $0) != Segment.none }
    case .datedOffers:
      lapsed { episode in
        guard episodes.isEnrolled(episode) else { return false }
        let rows = analysis.sendRows(episode)
        return rows.count >= 2 && rows.allSatisfy { cohort.touches.offer[$0] == 0 }
      }
    case .cartRecovery: openCarts()
    case .measureAndCut: []
    }
  }

  private func lapsed(_ isIn: (Int) -> Bool) -> [Roster.Entry] {
    zip(open, worth).filter { isIn($0.0) }.map { episode, worth in
      Roster.Entry(
        customer: episodes.customer[episode], reference: .episode(Int32(episode)), value: worth)
    }
  }

  // MARK: - Who must not be written to

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

  // MARK: - Who tactics are for

  private func isTouched(_ episode: Int) -> Bool {
    (Int(episodes.touchStart[episode])..<Int(episodes.touchEnd[episode])).contains {
      cohort.touches.event[Int(analysis.log.rows[$0])].isTouch
    }
  }

  /// Written to in this lapse, and by e-mail only: it was not enough.
  private func reachedByMailOnly() -> [Roster.Entry] {
    guard let mail = cohort.channels.words.existingCode(of: "email") else { return [] }
    return lapsed { episode in
      let places = Int(episodes.touchStart[episode])..<Int(episodes.touchEnd[episode])
      return isTouched(episode)
        && places.allSatisfy {
          let row = Int(analysis.log.rows[$0])
          return !cohort.touches.event[row].isTouch || cohort.touches.channel[row] == mail
        }
    }
  }

  /// Lapsed with points that can still be used, the first to expire first.
  private func withPoints() -> [Roster.Entry] {
    let list = cohort.customerList
    let rows = open.compactMap { analysis.listedRow(Int(episodes.customer[$0])) }.filter { row in
      let day = list.pointsExpireDay[row]
      return list.points[row] > 0 && (day == absent || Int(day) >= asOf.number)
    }
    func key(_ row: Int) -> (Int32, Int64, Int) {
      let day = list.pointsExpireDay[row]
      return (day == absent ? .max : day, -list.points[row], row)
    }
    return rows.sorted { key($0) < key($1) }.map {
      Roster.Entry(customer: list.customer[$0], reference: .points(Int32($0)))
    }
  }

  /// The voluntary cancellations of the last ninety days by people who have not come back, the last of
  /// each, that meet a condition.
  private func cancellations(_ isIn: (Int) -> Bool) -> [Roster.Entry] {
    let rows = cohort.cancellations
    let days = (asOf.number - (Guardrail.processDays - 1))...asOf.number
    var last: [Int32: Int] = [:]
    for row in 0..<rows.count where rows.isVoluntary[row] && days.contains(Int(rows.day[row])) {
      let customer = rows.customer[row]
      let bought = analysis.purchases.range(Int(customer)).last.map { analysis.purchases.day[$0] }
      if let bought, bought > rows.day[row] { continue }
      if let known = last[customer], rows.day[known] > rows.day[row] { continue }
      last[customer] = row
    }
    return last.values.filter(isIn).sorted { (rows.day[$1], $0) < (rows.day[$0], $1) }.map {
      Roster.Entry(customer: rows.customer[$0], reference: .cancellation(Int32($0)))
    }
  }

  private func withoutReason() -> [Roster.Entry] {
    cancellations { cohort.cancellations.reason[$0] <= Reason.unknown }
  }

  /// Cancelled over support, or with a ticket as the last that was heard of them.
  private func forService() -> [Roster.Entry] {
    let friction = cohort.cancellations.reasons.words.existingCode(of: "support friction")
    let heard = analysis.lastHeard()
    return cancellations { row in
      let customer = Int(cohort.cancellations.customer[row])
      return cohort.cancellations.reason[row] == friction || heard.isTicket(customer)
    }
  }

  private func forProductFit() -> [Roster.Entry] {
    guard let fit = cohort.cancellations.reasons.words.existingCode(of: "product fit") else {
      return []
    }
    let oldest = asOf.adding(months: -18).number
    return lapsed { episode in
      let cancels = Int(episodes.cancelStart[episode])..<Int(episodes.cancelEnd[episode])
      return episodes.reason[episode] == fit
        && cancels.contains { Int(analysis.cancelled.day[$0]) >= oldest }
    }
  }

  /// Carts older than an hour and younger than 72 with no order since, the last of each customer.
  private func openCarts() -> [Roster.Entry] {
    let now = asOf.end + 1
    let log = CartLog(cohort)
    let candidates = (0..<cohort.carts.count).filter {
      cohort.carts.moment[$0] < now - 3_600 && cohort.carts.moment[$0] > now - 72 * 3_600
    }
    return candidates.filter { row in
      let customer = cohort.carts.customer[row]
      guard log.last(of: customer, through: now - 3_601)?.row == Int32(row) else { return false }
      let own = analysis.history.orders
      return !own.range(Int(customer)).contains {
        let order = Int(own.rows[$0])
        return cohort.orders.moment[order] >= cohort.carts.moment[row] && analysis.isOrder(order)
      }
    }.map {
      Roster.Entry(
        customer: cohort.carts.customer[$0], reference: .cart(Int32($0)),
        value: cohort.carts.value[$0])
    }
  }

  // MARK: - Retargeting

  private func entries(_ list: RetargetingList) -> [Roster.Entry] {
    let named = analysis.definitions.retargetingSegments[list].map { names in
      Set(names.compactMap { cohort.segments.words.existingCode(of: $0) })
    }
    switch list {
    case .oneTimeBuyer:
      return lapsed { episode in
        if let named { return named.contains(analysis.segment(ofLapse: episode)) }
        let silent = asOf.number - Int(analysis.purchases.day[Int(episodes.last[episode])])
        return episodes.orders[episode] == 1 && silent <= 180
      }
    case .trialCancelled:
      return neverPaid(Reference.trial) { row in
        if let named { return named.contains(cohort.customerList.segment[row]) }
        let ended = cohort.customerList.trialEndedDay[row]
        return ended != absent && (0...90).contains(asOf.number - Int(ended))
      }
    case .freeInactive:
      let heard = analysis.lastHeard()
      return neverPaid(Reference.free) { row in
        if let named { return named.contains(cohort.customerList.segment[row]) }
        let customer = Int(cohort.customerList.customer[row])
        return cohort.customerList.trialEndedDay[row] == absent
          && (heard.day(customer).map { asOf.number - $0 >= 60 } ?? true)
      }
    }
  }

  /// People of the customer file without a purchase.
  private func neverPaid(
    _ reference: (Int32) -> Reference, _ isIn: (Int) -> Bool
  ) -> [Roster.Entry] {
    (0..<cohort.customerList.count).filter { row in
      analysis.purchases.range(Int(cohort.customerList.customer[row])).isEmpty && isIn(row)
    }.map {
      Roster.Entry(customer: cohort.customerList.customer[$0], reference: reference(Int32($0)))
    }
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
