import Tables

/// On whom a tactic was tried, and what came of it: treated episodes of the last twelve mature months.
extension Analysis {
  /// Who came back within the window, of those on whom a tactic was tried; nil where it never was.
  func tried(_ tactic: Tactic) -> Proportion? {
    switch tactic {
    case .smsAndSocial:
      let rate = layered().more
      return rate.n > 0 ? rate : nil
    case .cartRecovery:
      let rate = cartReturns().reduce(Proportion(0, of: 0)) { $0 + $1.rate }
      return rate.n > 0 ? rate : nil
    case .measureAndCut: return nil
    default:
      guard let isTried = isTried(tactic) else { return nil }
      let tried = eachTreated(in: year).lazy.filter(isTried)
      let rate = rate(tried, within: definitions.window)
      return rate.n > 0 ? rate : nil
    }
  }

  /// Whether a tactic was tried on an episode; nil for what is told of other things than episodes.
  private func isTried(_ tactic: Tactic) -> ((Int) -> Bool)? {
    switch tactic {
    case .personalOutreach:
      let people = channels("call", "social")
      if people.isEmpty { return nil }
      let isContacted = hasContact(by: people)
      return { self.orders(before: $0) >= 2 && isContacted($0) }
    case .retargeting:
      let channel = channels("retargeting")
      if channel.isEmpty { return nil }
      return hasContact(by: channel)
    case .loyaltyRevival:
      let (about, codes) = (campaigns(.loyalty), codes(definitions.loyaltyCodes))
      if about.isEmpty, codes.isEmpty { return nil }
      return { episode in
        self.contactRows(episode).contains {
          about.contains(self.cohort.touches.campaign($0))
            || codes.contains(self.cohort.touches.offer($0))
        }
      }
    case .pathByReason:
      let paths = Dictionary(uniqueKeysWithValues: reasonPaths())
      return { paths[self.episodes.reason[$0]]?.isFollowed(self.contactRows($0)) ?? false }
    case .exitFeedback: return { self.episodes.reason[$0] > Reason.silent }
    case .recommendations: return { _ in true }
    case .productNews:
      let about = campaigns(.productNews)
      if about.isEmpty { return nil }
      return hasContact { about.contains($0.campaign) }
    case .serviceRecovery:
      let friction = cohort.cancellations.reasons.words.existingCode(of: "support friction")
      let call = channels("call")
      let isCalled = hasContact(by: call)
      return { self.episodes.reason[$0] == friction && isCalled($0) }
    case .segmentedSequences: return { self.episodes.segment[$0] != Segment.none }
    case .datedOffers:
      let codes = codes(Set(definitions.offerExpiry.keys))
      if codes.isEmpty { return nil }
      return { episode in
        self.contactRows(episode).contains { codes.contains(self.cohort.touches.offer($0)) }
      }
    case .smsAndSocial, .cartRecovery, .measureAndCut: return nil
    }
  }

  /// Whether a contact of an episode went by one of some channels.
  func hasContact(by channels: CodeSet) -> (Int) -> Bool {
    hasContact { channels.contains($0.channel) }
  }

  /// The codes of some offers, blank ones aside.
  func codes(_ words: Set<String>) -> CodeSet {
    CodeSet(
      words.compactMap { cohort.touches.offers.words.existingCode(of: $0) }.filter { $0 != 0 })
  }

  /// E-mail only against e-mail and other channels, by the touches of the first two weeks, among those
  /// who were still lapsed when these were over: back between day 15 and day 60.
  ///
  /// By a landmark, since to be written to more often one must not have come back before.
  func layered() -> (mailOnly: Proportion, more: Proportion) {
    guard let mail = cohort.channels.words.existingCode(of: "email") else {
      return (Proportion(0, of: 0), Proportion(0, of: 0))
    }
    var rates = (mailOnly: Proportion(0, of: 0), more: Proportion(0, of: 0))
    let (kind, moment) = (cohort.touches.kind, cohort.touches.moment)
    let isTouch = cohort.touches.kinds.map(\.event.isTouch)
    let isMail = cohort.touches.kinds.map { $0.channel == mail }
    for episode in eachTreated(in: year) where isMature(episode, 60) {
      if cameBack(episode, within: Analysis.landmark) { continue }
      let end = Day(enrolled(episode) + Analysis.landmark).start
      var (isMailed, isOtherwise) = (false, false)
      for row in episodes.contacts(episode) {
        if moment[row] >= end { break }
        let kind = Int(kind[row])
        guard isTouch[kind] else { continue }
        if isMail[kind] { isMailed = true } else { isOtherwise = true }
      }
      guard isMailed else { continue }
      let x = cameBack(episode, within: 60) ? 1 : 0
      if isOtherwise {
        rates.more = rates.more + Proportion(x, of: 1)
      } else {
        rates.mailOnly = rates.mailOnly + Proportion(x, of: 1)
      }
    }
    return rates
  }

  /// Touches before this day after enrolment tell who was written to by what.
  private static let landmark = 14

  /// Carts of the last twelve mature months that somebody was written to about, by how long after it
  /// the first message went out: an order within seven days of the message.
  func cartReturns() -> [(hours: Int, rate: Proportion)] {
    let about = campaigns(.cart)
    let carts = CartLog(history)
    var seen: Set<CartLog.Row> = []
    var rates = Analysis.cartHours.map { (hours: $0, rate: Proportion(0, of: 0)) }
    for customer in 0..<cohort.customers.count {
      let own = purchases.range(customer)
      for row in log.range(customer) {
        let moment = cohort.touches.moment[row]
        guard about.contains(cohort.touches.campaign(row)), outbox.isSend(row),
          let cart = carts.last(of: Int32(customer), through: moment),
          seen.insert(cart.row).inserted, year.days.contains(touchDay(row)),
          touchDay(row) + 7 <= asOf.number
        else { continue }
        let group = rates.firstIndex { moment - cart.moment <= Int64($0.hours) * 3_600 }
        guard let group else { continue }
        let isBack = own.contains {
          purchases[$0].moment > moment && Int(purchases[$0].day) - touchDay(row) <= 7
        }
        rates[group].rate = rates[group].rate + Proportion(isBack ? 1 : 0, of: 1)
      }
    }
    return rates
  }

  /// Hours after a cart was left by which a message goes out: the usual three, and the last moment.
  private static let cartHours = [1, 24, 72]
}
