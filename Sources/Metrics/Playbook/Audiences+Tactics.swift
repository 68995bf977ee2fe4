import Tables

/// Who tactics are for.
extension Audiences {
  /// Who a tactic is for, whether or not they may be written to.
  func entries(_ tactic: Tactic) -> [Roster.Entry] {
    switch tactic {
    case .personalOutreach:
      lapsed { episodes.orders[$0] >= 2 && !isTouched($0) }
    case .retargeting:
      // Nobody is on two of the lists: who bought is on the first.
      onceEach(RetargetingList.allCases.flatMap(entries))
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
        episodes.isEnrolled(episode) && isWrittenTwiceWithoutOffer(episode)
      }
    case .cartRecovery: openCarts()
    case .measureAndCut: []
    }
  }

  func lapsed(_ isIn: (Int) -> Bool) -> [Roster.Entry] {
    var entries: [Roster.Entry] = []
    entries.reserveCapacity(open.count)
    for (episode, worth) in zip(open, worth) where isIn(episode) {
      entries.append(
        Roster.Entry(
          customer: episodes.customer[episode], reference: .episode(Int32(episode)), value: worth))
    }
    return entries
  }

  /// Everyone's first entry.
  private func onceEach(_ entries: consuming [Roster.Entry]) -> [Roster.Entry] {
    var isSeen = [Bool](repeating: false, count: cohort.customers.count)
    var once = consume entries
    once.removeAll { entry in
      defer { isSeen[Int(entry.customer)] = true }
      return isSeen[Int(entry.customer)]
    }
    return once
  }

  private func isWrittenTwiceWithoutOffer(_ episode: Int) -> Bool {
    var sends = 0
    for row in episodes.touches(episode) where analysis.outbox.isSend(row) {
      if cohort.touches.offer[row] != 0 { return false }
      sends += 1
    }
    return sends >= 2
  }

  private func isTouched(_ episode: Int) -> Bool {
    episodes.touches(episode).contains { cohort.touches.event($0).isTouch }
  }

  /// Written to in this lapse, and by e-mail only: it was not enough.
  private func reachedByMailOnly() -> [Roster.Entry] {
    guard let mail = cohort.channels.words.existingCode(of: "email") else { return [] }
    return lapsed { episode in
      isTouched(episode)
        && episodes.touches(episode).allSatisfy { row in
          !cohort.touches.event(row).isTouch || cohort.touches.channel(row) == mail
        }
    }
  }

  /// Lapsed with points that can still be used, the first to expire first.
  private func withPoints() -> [Roster.Entry] {
    let list = cohort.customerList
    var rows: [(lastDay: Int32, points: Int64, row: Int32)] = []
    for episode in open {
      guard let row = analysis.listedRow(Int(episodes.customer[episode])) else { continue }
      let (day, points) = (list.pointsExpireDay(row), list.points(row))
      if points > 0, day == absent || Int(day) >= asOf.number {
        rows.append((day == absent ? .max : day, points, Int32(row)))
      }
    }
    rows.sort { ($0.lastDay, $1.points, $0.row) < ($1.lastDay, $0.points, $1.row) }
    return rows.map {
      Roster.Entry(customer: list.customer[Int($0.row)], reference: .points($0.row))
    }
  }

  /// The voluntary cancellations of the last ninety days by people who have not come back, the last of
  /// each, that meet a condition.
  private func cancellations(_ isIn: (Int) -> Bool) -> [Roster.Entry] {
    let rows = cohort.cancellations
    let days = (asOf.number - (Guardrail.processDays - 1))...asOf.number
    let owners = analysis.history.cancellations
    var last: [Int: Int] = [:]
    for row in 0..<rows.count where rows.isVoluntary[row] && days.contains(Int(rows.day[row])) {
      let customer = owners.customer(of: row)
      let bought = analysis.purchases.range(customer).last.map { analysis.purchases.day[$0] }
      if let bought, bought > rows.day[row] { continue }
      if let known = last[customer], rows.day[known] > rows.day[row] { continue }
      last[customer] = row
    }
    return last.values.filter(isIn).sorted { (rows.day[$1], $0) < (rows.day[$0], $1) }.map {
      Roster.Entry(customer: Int32(owners.customer(of: $0)), reference: .cancellation(Int32($0)))
    }
  }

  private func withoutReason() -> [Roster.Entry] {
    cancellations { cohort.cancellations.reason[$0] <= Reason.unknown }
  }

  /// Cancelled over support, or with a ticket as the last that was heard of them.
  private func forService() -> [Roster.Entry] {
    let friction = cohort.cancellations.reasons.words.existingCode(of: "support friction")
    let heard = analysis.lastHeard
    return cancellations { row in
      cohort.cancellations.reason[row] == friction
        || heard.isTicket(analysis.history.cancellations.customer(of: row))
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
    let history = analysis.history
    return (0..<cohort.customers.count).compactMap { customer in
      let last = history.carts.range(customer, through: now - 3_601, cohort.carts.moment).last
      guard let row = last, cohort.carts.moment[row] > now - 72 * 3_600 else { return nil }
      let isOrdered = history.orders.range(customer).contains { order in
        cohort.orders.moment[order] >= cohort.carts.moment[row] && analysis.isOrder(order)
      }
      if isOrdered { return nil }
      return Roster.Entry(
        customer: Int32(customer), reference: .cart(Int32(row)), value: cohort.carts.value[row])
    }
  }
}
