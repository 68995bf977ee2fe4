import Tables

/// Who tactics are for.
extension Audiences {
  /// Who a tactic is for, whether or not they may be written to.
  func add(_ tactic: Tactic, to list: inout some AudienceList) {
    switch tactic {
    case .personalOutreach:
      addLapsed(to: &list) { analysis.orders(before: $0) >= 2 && !isTouched($0) }
    case .retargeting: addRetargeted(to: &list)
    case .loyaltyRevival: addWithPoints(to: &list)
    case .pathByReason: addLapsed(to: &list) { episodes.reason[$0] > Reason.silent }
    case .exitFeedback: for entry in withoutReason() { list.add(entry) }
    case .recommendations: addLapsed(to: &list) { _ in true }
    case .productNews: addForProductFit(to: &list)
    case .smsAndSocial: addReachedByMailOnly(to: &list)
    case .serviceRecovery: for entry in forService() { list.add(entry) }
    case .segmentedSequences: addLapsed(to: &list) { analysis.segment(ofLapse: $0) != Segment.none }
    case .datedOffers:
      addLapsed(to: &list) { episode in
        episodes.isEnrolled(episode) && isWrittenTwiceWithoutOffer(episode)
      }
    case .cartRecovery: for entry in openCarts() { list.add(entry) }
    case .measureAndCut: break
    }
  }

  func addLapsed(to list: inout some AudienceList, where isIn: (Int) -> Bool) {
    for (episode, worth) in zip(open, worth) where isIn(Int(episode)) {
      list.add(
        Roster.Entry(
          customer: episodes.customer[Int(episode)], reference: .episode(episode), value: worth))
    }
  }

  /// Nobody is on two of the lists: who bought is on the first.
  private func addRetargeted(to list: inout some AudienceList) {
    var once = OnceList(list, customers: cohort.customers.count)
    for retargeting in RetargetingList.allCases { add(retargeting, to: &once) }
    list = once.list
  }

  private func isWrittenTwiceWithoutOffer(_ episode: Int) -> Bool {
    var sends = 0
    for row in episodes.touches(episode) where analysis.outbox.isSend(row) {
      if cohort.touches.offer(row) != 0 { return false }
      sends += 1
    }
    return sends >= 2
  }

  private func isTouched(_ episode: Int) -> Bool {
    episodes.touches(episode).contains { cohort.touches.event($0).isTouch }
  }

  /// Written to in this lapse, and by e-mail only: it was not enough.
  private func addReachedByMailOnly(to list: inout some AudienceList) {
    guard let mail = cohort.channels.words.existingCode(of: "email") else { return }
    addLapsed(to: &list) { episode in
      isTouched(episode)
        && episodes.touches(episode).allSatisfy { row in
          !cohort.touches.event(row).isTouch || cohort.touches.channel(row) == mail
        }
    }
  }

  /// Lapsed with points that can still be used.
  private func addWithPoints(to list: inout some AudienceList) {
    let (points, expireDay) = (cohort.customerList.points, cohort.customerList.pointsExpireDay)
    for (episode, worth) in zip(open, worth) {
      let customer = episodes.customer[Int(episode)]
      guard let row = analysis.listedRow(Int(customer)), points[row] > 0 else { continue }
      let day = expireDay[row]
      if day == absent || Int(day) >= asOf.number {
        list.add(Roster.Entry(customer: customer, reference: .points(Int32(row)), value: worth))
      }
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
      let bought = analysis.purchases.range(customer).last.map { analysis.purchases[$0].day }
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
    let heard = LastHeard(analysis)
    return cancellations { row in
      cohort.cancellations.reason[row] == friction
        || heard.isTicket(analysis.history.cancellations.customer(of: row))
    }
  }

  private func addForProductFit(to list: inout some AudienceList) {
    guard let fit = cohort.cancellations.reasons.words.existingCode(of: "product fit") else {
      return
    }
    let oldest = asOf.adding(months: -18).number
    addLapsed(to: &list) { episode in
      let cancels = analysis.cancels(episode)
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
