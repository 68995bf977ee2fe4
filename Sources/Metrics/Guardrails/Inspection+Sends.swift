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
      return Int(purchases[Int(send.last)].day) < limits[day]
    }
  }

  /// Sends after an unsubscribe: by the customer file on any channel, by a touch on its own.
  func unsubscribed() -> GuardrailFinding {
    let (touches, listedDay) = (touches, cohort.customerList.unsubscribedDay)
    // Sends stand in the order of customers, too.
    let unsubscribes = unsubscribes()
    var (left, own, owner) = (unsubscribes[...], unsubscribes[..<0], Int32(-1))
    // By code of the channel, when the owner first unsubscribed from it: who stands for all guests of a shop
    // may have a hundred thousand sends, and as many unsubscribes.
    var first = [Int64](repeating: .max, count: cohort.channels.words.count)
    return ofSends(.unsubscribed) { send in
      let row = Int(send.row)
      if let listed = analysis.listedRow(Int(send.customer)) {
        let day = listedDay[listed]
        if day != absent, Int(day) < dayNumber(touches.moment[row]) { return true }
      }
      if send.customer != owner {
        for leave in own { first[Int(touches.channel(leave.row))] = .max }
        left = left.drop { $0.customer < send.customer }
        (owner, own) = (send.customer, left.prefix { $0.customer == send.customer })
        for leave in own {
          let channel = Int(touches.channel(leave.row))
          first[channel] = min(first[channel], touches.moment[leave.row])
        }
      }
      return first[Int(touches.channel(row))] < touches.moment[row]
    }
  }

  /// Unsubscribes by a touch up to the day of the report, customer by customer.
  private func unsubscribes() -> [(customer: Int32, row: Int)] {
    let touches = touches
    return (0..<touches.count)
      .filter { touches.event($0).isUnsubscribe && touches.moment[$0] <= asOf.end }
      .map { (Int32(analysis.log.customer(of: $0)), $0) }
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
    for shown in retargeting {
      let row = Int(shown.row)
      let isWide =
        shown.last != Episodes.none
        && analysis.touchDay(row) - Int(purchases[Int(shown.last)].day) > 90
      tally.add(isWide, shown.customer, .touch(shown.row), in: touches.campaign(row))
    }
    return share(.wide, tally, of: .retargeting, campaignWords)
  }

  /// Retargeting over three touches a person in seven days.
  func capped() -> GuardrailFinding {
    if let lack = lacks(.touches) { return cannotTell(.capped, lack) }
    var tally = Tally(by: .campaign)
    let all = retargeting
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
  func workedOutRetargeting() -> [Outbox.Send] {
    guard let channel = cohort.channels.words.existingCode(of: "retargeting") else { return [] }
    let first = Day(from).start
    let (touches, log, outbox) = (touches, analysis.log, analysis.outbox)
    var shown: [Outbox.Send] = []
    for customer in 0..<cohort.customers.count {
      for row in log.range(customer) {
        guard touches.moment[row] >= first, touches.channel(row) == channel,
          touches.event(row).isTouch, !log.isEcho[row],
          touches.event(row) != .delivered || outbox.isSend(row)
        else { continue }
        let own = purchases.range(customer)
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
    let (touches, words) = (touches, touches.offers.words)
    // By code.
    var sent = [Int](repeating: 0, count: words.count)
    for send in sends { sent[Int(touches.offer(Int(send.row)))] += 1 }
    sent[0] = 0
    let offers = sent.indices.filter { sent[$0] >= 100 }.map { Int32($0) }
    if offers.isEmpty { return cannotTell(.deadCode, .nothing(.manyCodes)) }
    let dead = CodeSet(unredeemed(offers))
    var sendsOfOffer = [[Outbox.Send]](repeating: [], count: words.count)
    for send in sends where dead.contains(touches.offer(Int(send.row))) {
      sendsOfOffer[Int(touches.offer(Int(send.row)))].append(send)
    }
    var tally = Tally(by: .code)
    for code in dead.codes.sorted(by: {
      words.utf8($0).lexicographicallyPrecedes(words.utf8($1))
    }) {
      for send in sendsOfOffer[Int(code)] {
        tally.add(true, send.customer, .touch(send.row), in: code)
      }
    }
    let count = dead.codes.count
    return finding(
      .deadCode, .count(count, of: offers.count), value: Double(count), cases: tally.cases,
      worst: tally.worst(words))
  }

  /// Those of some offers that no order has used since they were first sent.
  private func unredeemed(_ offers: [Int32]) -> [Int32] {
    let (touches, orders, outbox) = (touches, cohort.orders, analysis.outbox)
    let isAsked = CodeSet(offers)
    // By code of the offer.
    var first = [Int64](repeating: .max, count: touches.offers.words.count)
    for row in 0..<touches.count where isAsked.contains(touches.offer(row)) {
      let offer = Int(touches.offer(row))
      if touches.moment[row] < first[offer], outbox.isSend(row) {
        first[offer] = touches.moment[row]
      }
    }
    // By code of the orders: since when it is looked for, and never for what was found.
    var since = [Int64](repeating: .max, count: orders.codes.words.count)
    let codes = offers.map { orders.codes.words.existingCode(of: touches.offers.words[$0]) }
    for (offer, code) in zip(offers, codes) { if let code { since[Int(code)] = first[Int(offer)] } }
    for row in 0..<orders.count {
      let code = Int(orders.code(row))
      if orders.moment[row] >= since[code], analysis.isOrder(row) { since[code] = .max }
    }
    return zip(offers, codes).filter { _, code in code.map { since[Int($0)] != .max } ?? true }
      .map(\.0)
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
      guard let last = lastOfOffer[Int(touches.offer(row))] else { continue }
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
