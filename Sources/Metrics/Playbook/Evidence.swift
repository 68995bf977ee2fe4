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
  /// What these files say of a tactic.
  package func evidence(for tactic: Tactic) -> TacticEvidence {
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
    case .pathByReason: return evidence("By reason and path", counted: "on the list", pathRows())
    case .exitFeedback:
      return evidence("Back by the reason given", breakdownRows(.reason))
    case .recommendations:
      return evidence("By orders before", counted: "on the list", frequencyRows())
    case .productNews:
      return evidence("Campaigns of product news", campaignRows(campaigns("product_news")))
    case .smsAndSocial: return evidence("Back on day 15 to 60, by the first two weeks", layerRows())
    case .serviceRecovery: return evidence("Support friction, with and without a call", callRows())
    case .segmentedSequences:
      return evidence("By segment", counted: "on the list", segmentRows())
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

  private func breakdownRows(_ dimension: Dimension) -> [TacticEvidence.Row] {
    breakdown(treated(in: year), by: dimension).rows.map { .init($0.name, rate: $0.rate) }
  }

  /// How many of a tactic's list are in each group.
  private func audience(_ tactic: Tactic, by name: (Int) -> String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for entry in Audiences(self).people(tactic).entries {
      if case .episode(let episode) = entry.reference {
        counts[name(Int(episode)), default: 0] += 1
      }
    }
    return counts
  }

  private func segmentRows() -> [TacticEvidence.Row] {
    let counts = audience(.segmentedSequences) {
      cohort.segments.words[segment(ofLapse: $0)]
    }
    return merged(breakdownRows(.segment), counts)
  }

  private func frequencyRows() -> [TacticEvidence.Row] {
    let key = BreakdownKey(self, [], .frequency)
    return merged(
      breakdownRows(.frequency), audience(.recommendations) { key.names[key.group($0)] })
  }

  /// Rates with today's people, also of groups that nobody was written to in.
  private func merged(_ rates: [TacticEvidence.Row], _ counts: [String: Int])
    -> [TacticEvidence.Row]
  {
    let known = Dictionary(uniqueKeysWithValues: rates.map { ($0.name, $0.rate) })
    let names = Set(known.keys).union(counts.keys)
    return names.sorted { Array($0.utf8).precedes(Array($1.utf8)) }.map {
      .init($0, count: counts[$0] ?? 0, rate: known[$0] ?? nil)
    }
  }

  /// What people with two orders or more did after each campaign and variant.
  private func messageRows() -> [TacticEvidence.Row] {
    var rows: [String: TacticEvidence.Row] = [:]
    for episode in treated(in: year)
    where episodes.orders[episode] >= 2 && isMature(episode, definitions.window) {
      let one = Proportion(cameBack(episode, within: definitions.window) ? 1 : 0, of: 1)
      var seen: Set<String> = []
      for row in contactRows(episode) {
        let name = messageName(row)
        var entry = rows[name] ?? .init(name, rate: Proportion(0, of: 0), clicks: 0, replies: 0)
        if seen.insert(name).inserted { entry.rate = (entry.rate ?? Proportion(0, of: 0)) + one }
        if cohort.touches.event[row] == .clicked { entry.clicks = (entry.clicks ?? 0) + 1 }
        if cohort.touches.event[row] == .replied { entry.replies = (entry.replies ?? 0) + 1 }
        rows[name] = entry
      }
    }
    return rows.values.sorted { Array($0.name.utf8).precedes(Array($1.name.utf8)) }
  }

  private func messageName(_ row: Int) -> String {
    let touches = cohort.touches
    let campaign = touches.campaigns.words[touches.campaign[row]]
    let variant = touches.variants.words[touches.variant[row]]
    let channel = cohort.channels.words[touches.channel[row]]
    return [channel, campaign, variant].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func campaignRows(_ about: Set<Int32>) -> [TacticEvidence.Row] {
    about.map { campaign in
      let reached = treated(in: year).filter { episode in
        contactRows(episode).contains { cohort.touches.campaign[$0] == campaign }
      }
      return .init(
        cohort.touches.campaigns.words[campaign], rate: rate(reached, within: definitions.window))
    }.sorted { Array($0.name.utf8).precedes(Array($1.name.utf8)) }
  }

  private func retargetingRows() -> [TacticEvidence.Row] {
    let audiences = Audiences(self)
    return RetargetingList.allCases.map { .init($0.rawValue, count: audiences.people($0).count) }
      + [.init("retargeting so far", rate: tried(.retargeting))]
  }

  private func redemptionRows() -> [TacticEvidence.Row] {
    let first = asOf.adding(months: -12).start
    return definitions.loyaltyCodes.sorted().map { code in
      let own = cohort.orders.codes.words.existingCode(of: code)
      return .init(
        code,
        count: (0..<cohort.orders.count).count {
          cohort.orders.code[$0] == own && cohort.orders.moment[$0] > first
            && cohort.orders.moment[$0] <= asOf.end
        })
    }
  }

  /// A row a reason, of those that call for something two: who got it and who did not.
  private func pathRows() -> [TacticEvidence.Row] {
    let words = cohort.cancellations.reasons.words
    let counts = audience(.pathByReason) { words[episodes.reason[$0]] }
    let paths = Dictionary(uniqueKeysWithValues: reasonPaths())
    let enrolled = Dictionary(grouping: treated(in: year)) { episodes.reason[$0] }
    return words.sortedCodes.filter { $0 > Reason.silent }.flatMap { reason in
      let own = enrolled[reason] ?? []
      let (name, count) = (words[reason], counts[words[reason]] ?? 0)
      guard let path = paths[reason] else {
        return [TacticEvidence.Row(name, count: count, rate: rate(own, within: definitions.window))]
      }
      let split = Dictionary(grouping: own, by: path.isFollowed)
      return [
        .init(
          "\(name), answered", count: count,
          rate: rate(split[true] ?? [], within: definitions.window)),
        .init("\(name), not answered", rate: rate(split[false] ?? [], within: definitions.window)),
      ]
    }
  }

  private func layerRows() -> [TacticEvidence.Row] {
    let layered = layered()
    return [
      .init("e-mail only", rate: layered.mailOnly), .init("e-mail and more", rate: layered.more),
    ]
      + ["sms", "social"].map { word in
        let own = channels(word)
        let reached = treated(in: year).filter { isContacted($0, by: own) }
        return .init("\(word), whenever", rate: rate(reached, within: definitions.window))
      }
  }

  private func callRows() -> [TacticEvidence.Row] {
    let friction = cohort.cancellations.reasons.words.existingCode(of: "support friction")
    let call = channels("call")
    let own = treated(in: year).filter { episodes.reason[$0] == friction }
    let split = Dictionary(grouping: own) { isContacted($0, by: call) }
    return [
      .init("with a call", rate: rate(split[true] ?? [], within: definitions.window)),
      .init("without a call", rate: rate(split[false] ?? [], within: definitions.window)),
    ]
  }

  /// Returns whose order used a code with a last day, by how long before that day they came.
  private func expiryRows() -> [TacticEvidence.Row] {
    let names = ["after it", "0-2 days", "3-7 days", "8-14 days", "over 14 days"]
    var counts = [Int](repeating: 0, count: names.count)
    for episode in returned(treated(in: year)) {
      guard let last = lastDay(ofReturn: episode) else { continue }
      let left = last.number - Int(purchases.day[Int(episodes.back[episode])])
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
    let day = purchases.day[Int(episodes.back[episode])]
    let rows = history.orders
    return rows.range(Int(episodes.customer[episode])).lazy.map { Int(rows.rows[$0]) }
      .filter { dayNumber(self.cohort.orders.moment[$0]) == Int(day) }
      .compactMap { row in
        self.definitions.offerExpiry[self.cohort.orders.codes.words[self.cohort.orders.code[row]]]
      }.first
  }
}
