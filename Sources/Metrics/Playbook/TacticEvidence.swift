import Tables

/// What these files say of a tactic, a row a thing that was tried.
package struct TacticEvidence: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    /// As the files have it, or in words of the program.
    package var name: String
    /// People it is about today, orders or channels, where it is about any.
    package var count: Int?
    /// Who came back.
    package var rate: Proportion?
    package var clicks: Int?
    package var replies: Int?

    init(
      _ name: String, count: Int? = nil, rate: Proportion? = nil, clicks: Int? = nil,
      replies: Int? = nil
    ) {
      self.name = name
      self.count = count
      self.rate = rate
      self.clicks = clicks
      self.replies = replies
    }
  }

  /// What the rows are.
  package var heading: String
  /// What is counted under `count`, for the title of a column.
  package var counted: String?
  package var rows: [Row]
  /// The twelve mature months of the rates.
  package var span: MonthSpan
}

extension Analysis {
  /// What these files say of a tactic; `roster` is its list of people, as of `roster(_:)`.
  package func evidence(for tactic: Tactic, listing roster: Roster?) -> TacticEvidence {
    func evidence(_ heading: String, counted: String? = nil, _ rows: [TacticEvidence.Row])
      -> TacticEvidence
    {
      TacticEvidence(heading: heading, counted: counted, rows: rows, span: year)
    }
    switch tactic {
    case .personalOutreach:
      return evidence("Two orders or more, by campaign and variant", messageRows())
    case .retargeting: return evidence("Lists", counted: "people", retargetingRows())
    case .loyaltyRevival:
      return evidence("Points redeemed by code", counted: "orders", redemptionRows())
    case .pathByReason:
      return evidence("By reason and path", counted: "on the list", pathRows(roster))
    case .exitFeedback:
      return evidence("Back by the reason given", reasonRows())
    case .recommendations:
      return evidence("By orders before", counted: "on the list", frequencyRows(roster))
    case .productNews:
      return evidence("Campaigns of product news", campaignRows(campaigns(.productNews)))
    case .smsAndSocial: return evidence("Back on day 15 to 60, by the first two weeks", layerRows())
    case .serviceRecovery: return evidence("Support friction, with and without a call", callRows())
    case .segmentedSequences:
      return evidence("By segment", counted: "on the list", segmentRows(roster))
    case .datedOffers:
      return evidence(
        "Returns by days before the code's last day", counted: "returns", expiryRows())
    case .cartRecovery:
      return evidence(
        "An order within a week of the first cart message",
        cartReturns().map { .init("within \($0.hours) h of the cart", rate: $0.rate) })
    case .measureAndCut:
      return evidence(
        "Credited returns of contacted", counted: "contacted",
        money(year).channels.filter { !$0.isUnattributed }.map {
          .init($0.name, count: $0.contacted, rate: $0.rate.value)
        })
    }
  }

  /// The rates of treated episodes by a code, with how many of a tactic's list have it.
  ///
  /// By codes, since two names can look the same and be two.
  private func rows(
    by code: (Int) -> Int32, _ words: Vocabulary, listing roster: Roster? = nil
  ) -> [TacticEvidence.Row] {
    let counts = counts(
      eachTreated(in: year), within: [definitions.window], groups: words.count
    ) { Int(code($0)) }
    var listed = [Int](repeating: 0, count: words.count)
    for episode in roster.map(listedEpisodes) ?? [] { listed[Int(code(episode))] += 1 }
    return words.sortedCodes.map(Int.init)
      .filter { counts.enrolled($0) > 0 || listed[$0] > 0 }
      .map { code in
        .init(
          words[Int32(code)], count: roster == nil ? nil : listed[code],
          rate: counts.rates(code)[0])
      }
  }

  /// Lapses by a code of theirs.
  private func grouped(
    _ episodes: [Int], by code: (Int) -> Int32, _ words: Vocabulary
  ) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: words.count)
    for episode in episodes { groups[Int(code(episode))].append(episode) }
    return groups
  }

  /// The lapses on a list.
  private func listedEpisodes(_ roster: Roster) -> [Int] {
    roster.entries.compactMap {
      if case .episode(let episode) = $0.reference { Int(episode) } else { nil }
    }
  }

  /// By the reason that people gave when they cancelled.
  private func reasonRows() -> [TacticEvidence.Row] {
    let silent = cohort.cancellations.reasons.words[Reason.silent]
    return rows(by: { episodes.reason[$0] }, cohort.cancellations.reasons.words)
      .filter { $0.name != silent }
  }

  private func segmentRows(_ roster: Roster?) -> [TacticEvidence.Row] {
    rows(by: segment(ofLapse:), cohort.segments.words, listing: roster)
  }

  private func frequencyRows(_ roster: Roster?) -> [TacticEvidence.Row] {
    let key = BreakdownKey(self, [], .frequency)
    var words = Vocabulary()
    for name in key.names { _ = words.code(of: name) }
    return rows(by: { Int32(key.group($0)) }, words, listing: roster)
  }

  /// What people with two orders or more did after each message, by channel, campaign, step and variant.
  private func messageRows() -> [TacticEvidence.Row] {
    // By code of the message, its variants: there are few of each.
    var forms = [[MessageForm]](repeating: [], count: history.codes.messages.count)
    for episode in treated(in: year)
    where orders(before: episode) >= 2 && isMature(episode, definitions.window) {
      let isBack = cameBack(episode, within: definitions.window)
      for row in contactRows(episode) {
        let message = Int(history.codes.message(row))
        let variant = cohort.touches.variant(row)
        var place = forms[message].count - 1
        while place >= 0, forms[message][place].variant != variant { place -= 1 }
        if place < 0 {
          place = forms[message].count
          forms[message].append(MessageForm(variant: variant))
        }
        forms[message][place].add(cohort.touches.event(row), of: episode, isBack: isBack)
      }
    }
    let rows = zip(history.codes.messages, forms).flatMap { message, forms in
      forms.map { form in
        TacticEvidence.Row(
          name(message, form.variant), rate: Proportion(form.back, of: form.people),
          clicks: form.clicks, replies: form.replies)
      }
    }
    return rows.sorted { Array($0.name.utf8).precedes(Array($1.name.utf8)) }
  }

  /// `email, We miss you, step 2, B`.
  private func name(_ message: Message, _ variant: Int32) -> String {
    let touches = cohort.touches
    let step = message.step == absent ? "" : "step \(message.step)"
    return [
      cohort.channels.words[message.channel], touches.campaigns.words[message.campaign], step,
      touches.variants.words[variant],
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func campaignRows(_ about: CodeSet) -> [TacticEvidence.Row] {
    about.codes.compactMap { campaign -> TacticEvidence.Row? in
      let reached = treated(in: year).filter(hasContact { $0.campaign == campaign })
      if reached.isEmpty { return nil }
      return .init(
        cohort.touches.campaigns.words[campaign], rate: rate(reached, within: definitions.window))
    }.sorted { Array($0.name.utf8).precedes(Array($1.name.utf8)) }
  }

  private func retargetingRows() -> [TacticEvidence.Row] {
    let audiences = Audiences(self)
    return RetargetingList.allCases.map { .init($0.rawValue, count: audiences.count($0)) }
      + [.init("retargeting so far", rate: tried(.retargeting))]
  }

  private func redemptionRows() -> [TacticEvidence.Row] {
    let first = asOf.adding(months: -12).start
    return definitions.loyaltyCodes.sorted().map { code in
      let own = cohort.orders.codes.words.existingCode(of: code)
      return .init(
        code,
        count: (0..<cohort.orders.count).count {
          cohort.orders.code($0) == own && cohort.orders.moment[$0] > first && isOrder($0)
        })
    }
  }

  /// A row a reason, of those that call for something two: who got it and who did not.
  private func pathRows(_ roster: Roster?) -> [TacticEvidence.Row] {
    let words = cohort.cancellations.reasons.words
    let listed = grouped(
      roster.map(listedEpisodes) ?? [], by: { episodes.reason[$0] }, words)
    let paths = Dictionary(uniqueKeysWithValues: reasonPaths())
    let enrolled = grouped(treated(in: year), by: { episodes.reason[$0] }, words)
    let known = words.sortedCodes.filter {
      $0 > Reason.silent && !(enrolled[Int($0)].isEmpty && listed[Int($0)].isEmpty)
    }
    return known.flatMap { reason -> [TacticEvidence.Row] in
      let own = enrolled[Int(reason)]
      let (name, count) = (words[reason], listed[Int(reason)].count)
      guard let path = paths[reason] else {
        return [.init(name, count: count, rate: rate(own, within: definitions.window))]
      }
      let (answered, not) = rates(own) { path.isFollowed(contactRows($0)) }
      return [
        .init("\(name), answered", count: count, rate: answered),
        .init("\(name), not answered", rate: not),
      ]
    }
  }

  /// The rates of the lapses that meet a condition, and of the others.
  private func rates(_ own: [Int], _ isMet: (Int) -> Bool) -> (met: Proportion, not: Proportion) {
    var (met, not): ([Int], [Int]) = ([], [])
    for episode in own { if isMet(episode) { met.append(episode) } else { not.append(episode) } }
    return (rate(met, within: definitions.window), rate(not, within: definitions.window))
  }

  private func layerRows() -> [TacticEvidence.Row] {
    let layered = layered()
    return [
      .init("e-mail only", rate: layered.mailOnly), .init("e-mail and more", rate: layered.more),
    ]
      + ["sms", "social"].map { word in
        let own = channels(word)
        let reached = treated(in: year).filter(hasContact(by: own))
        return .init("\(word), whenever", rate: rate(reached, within: definitions.window))
      }
  }

  private func callRows() -> [TacticEvidence.Row] {
    let friction = cohort.cancellations.reasons.words.existingCode(of: "support friction")
    let call = channels("call")
    let own = treated(in: year).filter { episodes.reason[$0] == friction }
    let (called, not) = rates(own, hasContact(by: call))
    return [.init("with a call", rate: called), .init("without a call", rate: not)]
  }

  /// Returns whose order used a code with a last day, by how long before that day they came.
  private func expiryRows() -> [TacticEvidence.Row] {
    let names = ["after it", "0-2 days", "3-7 days", "8-14 days", "over 14 days"]
    var counts = [Int](repeating: 0, count: names.count)
    for won in wonBack(in: year) {
      guard let last = lastDay(ofReturn: won.episode) else { continue }
      let left = last.number - Int(episodes.backDay[won.episode])
      let group =
        switch left {
        case ..<0: 0
        case ...2: 1
        case ...7: 2
        case ...14: 3
        default: 4
        }
      counts[group] += 1
    }
    if counts.allSatisfy({ $0 == 0 }) { return [] }
    return zip(names, counts).map { .init($0, count: $1) }
  }

  /// The last day of the code that the order of a return used; nil where it has none.
  private func lastDay(ofReturn episode: Int) -> Day? {
    let day = episodes.backDay[episode]
    return history.orders.range(Int(episodes.customer[episode])).lazy
      .filter { dayNumber(self.cohort.orders.moment[$0]) == Int(day) && self.isOrder($0) }
      .compactMap { row in
        self.definitions.offerExpiry[self.cohort.orders.codes.words[self.cohort.orders.code(row)]]
      }.first
  }
}

/// What one form of a message did.
private struct MessageForm {
  /// Code of a variant.
  var variant: Int32
  private(set) var people = 0
  private(set) var back = 0
  private(set) var clicks = 0
  private(set) var replies = 0
  /// The latest episode that it was seen in.
  private var latest = -1

  init(variant: Int32) { self.variant = variant }

  mutating func add(_ event: TouchEvent, of episode: Int, isBack: Bool) {
    if latest != episode {
      latest = episode
      people += 1
      if isBack { back += 1 }
    }
    switch event {
    case .clicked: clicks += 1
    case .replied: replies += 1
    default: break
    }
  }
}
