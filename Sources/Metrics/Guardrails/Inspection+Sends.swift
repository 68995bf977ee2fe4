import Tables

/// To whom the messages of the last ninety days went.
extension Inspection {
  /// Win-back sent to people who have not lapsed.
  func active() -> GuardrailFinding {
    toWrongPeople(.active) { $0.episode == Episodes.none && $0.last != Episodes.none }
  }

  /// Subscribers treated as lapsed customers.
  func neverBought() -> GuardrailFinding {
    toWrongPeople(.neverBought) { $0.last == Episodes.none }
  }

  /// Newsletters and messages about a cart, where they are configured, are no win-back: they go to
  /// people who have not lapsed by design.
  private func toWrongPeople(
    _ guardrail: Guardrail, _ isWrong: (Outbox.Send) -> Bool
  ) -> GuardrailFinding {
    let others = analysis.otherCampaigns()
    return ofSends(guardrail) { send in
      others.contains(touches.campaign(Int(send.row))) ? nil : isWrong(send)
    }
  }

  /// Sends to people whose last purchase is over eighteen months ago.
  func cold() -> GuardrailFinding {
    let limits = DayTable(from...max(from, asOf.number)) { $0.adding(months: -18).number }
    return ofSends(.cold) { send in
      guard send.last != Episodes.none else { return false }
      let day = analysis.touchDay(Int(send.row))
      return Int(purchases.day[Int(send.last)]) < limits[day]
    }
  }

  /// Sends after an unsubscribe: by the customer file on any channel, by a touch on its own.
  func unsubscribed() -> GuardrailFinding {
    let left = analysis.unsubscribeMoments()
    return ofSends(.unsubscribed) { send in
      let row = Int(send.row)
      if let listed = analysis.listedRow(Int(send.customer)) {
        let day = cohort.customerList.unsubscribedDay[listed]
        if day != absent, Int(day) < analysis.touchDay(row) { return true }
      }
      let key = ChannelOfCustomer(customer: send.customer, channel: touches.channel(row))
      return left[key].map { $0 < touches.moment[row] } ?? false
    }
  }

  /// Looks at every send of the last ninety days; nil leaves one out.
  private func ofSends(
    _ guardrail: Guardrail, _ isWrong: (Outbox.Send) -> Bool?
  ) -> GuardrailFinding {
    if let lack = lacks(.touches) { return cannotTell(guardrail, lack) }
    let isNamed = cohort.has("campaign", in: .touches)
    var tally = Tally(by: isNamed ? .campaign : .channel)
    for send in sends {
      guard let isWrong = isWrong(send) else { continue }
      let row = Int(send.row)
      tally.add(
        isWrong, send.customer, .touch(send.row),
        in: isNamed ? touches.campaign(row) : touches.channel(row))
    }
    let words = isNamed ? campaignWords : cohort.channels.words
    return guardrail.bound == .countOver
      ? count(guardrail, tally, of: .sends, words) : share(guardrail, tally, of: .sends, words)
  }

  /// Past three mails, or 72 hours after the cart.
  func cartLong() -> GuardrailFinding {
    if let lack = lacks(.carts) ?? lacks(.touches, "campaign") {
      return cannotTell(.cartLong, lack)
    }
    guard !(analysis.definitions.campaignKinds[.cart] ?? []).isEmpty else {
      return cannotTell(.cartLong, .setting("[campaigns] cart"))
    }
    let about = analysis.campaigns(.cart)
    let carts = CartLog(analysis.history)
    var mails: [CartLog.Row: Int] = [:]
    var tally = Tally(by: .campaign)
    for send in sends where about.contains(touches.campaign(Int(send.row))) {
      let moment = touches.moment[Int(send.row)]
      guard let cart = carts.last(of: send.customer, through: moment) else { continue }
      mails[cart.row, default: carts.mails(about, analysis, cart, before: from)] += 1
      let isLate = moment - cart.moment > 72 * 3_600
      tally.add(
        isLate || (mails[cart.row] ?? 0) > 3, send.customer, .touch(send.row),
        in: touches.campaign(Int(send.row)))
    }
    return share(.cartLong, tally, of: .cartSends, campaignWords)
  }

  // MARK: - Retargeting

  /// Retargeting beyond ninety days since the last purchase.
  func wide() -> GuardrailFinding {
    if let lack = lacks(.touches) { return cannotTell(.wide, lack) }
    var tally = Tally(by: .campaign)
    for shown in shown() {
      let row = Int(shown.row)
      let isWide =
        shown.last != Episodes.none
        && analysis.touchDay(row) - Int(purchases.day[Int(shown.last)]) > 90
      tally.add(isWide, shown.customer, .touch(shown.row), in: touches.campaign(row))
    }
    return share(.wide, tally, of: .retargeting, campaignWords)
  }

  /// Retargeting over three touches a person in seven days.
  func capped() -> GuardrailFinding {
    if let lack = lacks(.touches) { return cannotTell(.capped, lack) }
    var tally = Tally(by: .campaign)
    let all = shown()
    var start = 0
    while start < all.count {
      var end = start
      while end < all.count, all[end].customer == all[start].customer { end += 1 }
      let own = all[start..<end]
      let fourth = own.indices.dropFirst(3).first { place in
        analysis.touchDay(Int(own[place].row)) - analysis.touchDay(Int(own[place - 3].row)) < 7
      }
      let row = own[fourth ?? start].row
      tally.add(fourth != nil, own[start].customer, .touch(row), in: touches.campaign(Int(row)))
      start = end
    }
    return share(.capped, tally, of: .retargeting, campaignWords)
  }

  /// The retargeting that was shown in the last ninety days, customer by customer and in the order of
  /// time: its touches but for the echoes and for deliveries of what stands there as sent, since neither
  /// is a second advertisement.
  private func shown() -> [Outbox.Send] {
    guard let channel = cohort.channels.words.existingCode(of: "retargeting") else { return [] }
    let first = Day(from).start
    var shown: [Outbox.Send] = []
    for customer in 0..<cohort.customers.count {
      let own = purchases.range(customer)
      for row in analysis.log.range(customer) {
        guard touches.channel(row) == channel, touches.moment[row] >= first,
          touches.event(row).isTouch, !analysis.log.isEcho[row],
          touches.event(row) != .delivered || analysis.outbox.isSend(row)
        else { continue }
        let before = purchases.count(of: own, through: touches.moment[row] - 1)
        shown.append(
          Outbox.Send(
            row: Int32(row), customer: Int32(customer), episode: Episodes.none,
            last: before > 0 ? Int32(own.lowerBound + before - 1) : Episodes.none))
      }
    }
    return shown
  }

  // MARK: - Offers

  /// An offer that nobody can redeem: on a hundred sends, and on no order since the first.
  func deadCode() -> GuardrailFinding {
    if let lack = lacks(.touches, "offer") ?? lacks(.orders, "discount_code") {
      return cannotTell(.deadCode, lack)
    }
    var sent: [Int32: [Outbox.Send]] = [:]
    for send in sends where touches.offer[Int(send.row)] != 0 {
      sent[touches.offer[Int(send.row)], default: []].append(send)
    }
    let many = sent.filter { $0.value.count >= 100 }
    let words = touches.offers.words
    var tally = Tally(by: .code)
    for code in many.keys.sorted(by: { words.utf8($0).lexicographicallyPrecedes(words.utf8($1)) }) {
      let isDead = !isRedeemed(words[code], since: firstSend(of: code))
      for send in many[code] ?? [] { tally.add(isDead, send.customer, .touch(send.row), in: code) }
    }
    if many.isEmpty { return cannotTell(.deadCode, .nothing(.manyCodes)) }
    let dead = tally.wrongGroups
    return finding(
      .deadCode, .count(dead.count, of: many.count), value: Double(dead.count), cases: tally.cases,
      worst: tally.worst(words))
  }

  private func firstSend(of code: Int32) -> Int64 {
    var first = Int64.max
    for row in 0..<touches.count
    where touches.offer[row] == code && touches.moment[row] < first
      && analysis.outbox.isSend(row)
    {
      first = touches.moment[row]
    }
    return first
  }

  private func isRedeemed(_ code: String, since moment: Int64) -> Bool {
    guard let own = cohort.orders.codes.words.existingCode(of: code) else { return false }
    return (0..<cohort.orders.count).contains {
      cohort.orders.code($0) == own && cohort.orders.moment[$0] >= moment && analysis.isOrder($0)
    }
  }

  /// A deadline that was not one: sends that carry a code after its last day, and orders that used it.
  func extended() -> GuardrailFinding {
    let expiry = analysis.definitions.offerExpiry
    if expiry.isEmpty { return cannotTell(.extended, .setting("[offers.expires]")) }
    let lastOfOffer = touches.offers.words.texts.map { expiry[$0] }
    let lastOfCode = cohort.orders.codes.words.texts.map { expiry[$0] }
    var tally = Tally(by: .campaign, ofWrongOnly: true)
    for send in sends {
      let row = Int(send.row)
      guard let last = lastOfOffer[Int(touches.offer[row])] else { continue }
      tally.add(
        analysis.touchDay(row) > last.number, send.customer, .touch(send.row),
        in: touches.campaign(row))
    }
    for customer in 0..<cohort.customers.count {
      for row in analysis.history.orders.range(customer) {
        let day = dayNumber(cohort.orders.moment[row])
        guard day >= from, let last = lastOfCode[Int(cohort.orders.code(row))],
          analysis.isOrder(row)
        else { continue }
        tally.add(day > last.number, Int32(customer), .order(Int32(row)))
      }
    }
    return count(.extended, tally, of: .datedCodes, campaignWords)
  }
}

/// A channel by which one customer is reached.
struct ChannelOfCustomer: Hashable {
  var customer: Int32
  var channel: Int32
}

extension Analysis {
  /// When people first unsubscribed from a channel by a touch on it.
  func unsubscribeMoments() -> [ChannelOfCustomer: Int64] {
    let touches = cohort.touches
    var moments: [ChannelOfCustomer: Int64] = [:]
    for row in 0..<touches.count
    where touches.event(row).isUnsubscribe && touches.moment[row] <= asOf.end {
      let key = ChannelOfCustomer(
        customer: Int32(log.customer(of: row)), channel: touches.channel(row))
      moments[key] = min(moments[key] ?? .max, touches.moment[row])
    }
    return moments
  }
}
