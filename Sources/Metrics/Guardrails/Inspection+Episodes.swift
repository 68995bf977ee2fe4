import Tables

/// What was done with those who were enrolled in the last ninety days.
extension Inspection {
  /// One message for everyone: the campaign that most episodes were sent, where there are segments to
  /// tell apart.
  func blast() -> GuardrailFinding {
    if let lack = lacks(.touches, "campaign") { return cannotTell(.blast, lack) }
    var bySegment = [Int](repeating: 0, count: cohort.segments.words.count)
    // By code of the campaign; a blank one is none.
    var byCampaign = [Int](repeating: 0, count: campaignWords.count)
    var latest = [Int](repeating: -1, count: campaignWords.count)
    let campaigns = touches.kinds.map { Int($0.campaign) }
    let kind = touches.kind
    for (episode, rows) in recentWithSends {
      bySegment[Int(episodes.segment[episode])] += 1
      for row in rows {
        let campaign = campaigns[Int(kind[row])]
        if campaign != 0, latest[campaign] != episode { byCampaign[campaign] += 1 }
        latest[campaign] = episode
      }
    }
    let enrolled = recent.count
    if enrolled == 0 { return cannotTell(.blast, .nothing(.enrolments)) }
    bySegment[Int(Segment.none)] = 0
    if !bySegment.contains(where: { $0 > 0 }) { return cannotTell(.blast, .nothing(.segments)) }
    // With fewer there is hardly anyone to write anything else to.
    if bySegment.count(where: { $0 > 0 && $0 * 20 >= enrolled }) < 3 {
      return cannotTell(.blast, .nothing(.fewSegments))
    }
    let ranks = campaignWords.ranks
    let largest = byCampaign.indices.filter { byCampaign[$0] > 0 }.max {
      (byCampaign[$0], -ranks[$0]) < (byCampaign[$1], -ranks[$1])
    }
    guard let largest else { return cannotTell(.blast, .nothing(.campaigns)) }
    var tally = Tally(by: .campaign)
    for (episode, rows) in recentWithSends {
      let isHit = rows.contains { campaigns[Int(kind[$0])] == largest }
      add(isHit, episode, to: &tally, in: Int32(largest))
    }
    return share(.blast, tally, of: .enrolments, campaignWords)
  }

  /// The first message already carries an offer.
  func discountFirst() -> GuardrailFinding {
    if let lack = lacks(.touches, "offer") { return cannotTell(.discountFirst, lack) }
    var tally = Tally(by: .campaign)
    for (episode, rows) in recentWithSends {
      guard let first = rows.first else { continue }
      add(touches.offer(first) != 0, episode, to: &tally, in: touches.campaign(first))
    }
    return share(.discountFirst, tally, of: .sends, campaignWords)
  }

  /// The message does not match the reason; the reason that is worst off counts.
  func wrongPath() -> GuardrailFinding {
    if let lack = lacks(.cancellations, "reason") ?? lacks(.touches) {
      return cannotTell(.wrongPath, lack)
    }
    let reasons = cohort.cancellations.reasons.words
    let paths = analysis.reasonPaths()
    let found = paths.compactMap { reason, path -> (reason: Int32, tally: Tally)? in
      var tally = Tally()
      for episode in recent where episodes.reason[episode] == reason {
        add(!path.isFollowed(episodes.touches(episode)), episode, to: &tally)
      }
      return tally.base > 0 ? (reason, tally) : nil
    }
    let limit = analysis.definitions.limit(.wrongPath)
    // Of those over the limit the one with most people, not the one with a single person.
    let over = found.filter { $0.tally.share.value ?? 0 > limit }.max {
      $0.tally.count < $1.tally.count
    }
    let worst = over ?? found.max { $0.tally.share.value ?? 0 < $1.tally.share.value ?? 0 }
    guard let worst else {
      return cannotTell(.wrongPath, unseenPath() ?? .nothing(.reasons))
    }
    var finding = share(.wrongPath, worst.tally, of: .reasons)
    finding.worst = .init(
      group: .reason, name: reasons[worst.reason], count: worst.tally.count, base: worst.tally.base)
    return finding
  }

  /// What the files lack to see whether a reason that somebody left for was answered.
  private func unseenPath() -> Lack? {
    let reasons = Set(recent.map { cohort.cancellations.reasons.words[episodes.reason[$0]] })
    if reasons.contains("price"), !cohort.has("offer", in: .touches) {
      return .column("offer", .touches)
    }
    return reasons.contains("product fit") ? .setting("[campaigns] product_news") : nil
  }

  /// Mail in the thirty days after a cancellation.
  func tooSoon() -> GuardrailFinding {
    if let lack = lacks(.cancellations) ?? lacks(.touches) { return cannotTell(.tooSoon, lack) }
    var tally = Tally(by: .campaign)
    for (episode, rows) in recentWithSends where analysis.isCancelled(episode) {
      let start = Int(episodes.start[episode])
      let first = rows.first
      let isEarly = first.map { analysis.touchDay($0) - start < Analysis.quietDays } ?? false
      add(isEarly, episode, to: &tally, in: first.map { touches.campaign($0) } ?? 0)
    }
    return share(.tooSoon, tally, of: .cancelledLapses, campaignWords)
  }

  /// Past five sends, or past day 45, newsletters aside.
  func tooLong() -> GuardrailFinding {
    if let lack = lacks(.touches) { return cannotTell(.tooLong, lack) }
    let isOther = touches.isKind(of: analysis.otherCampaigns())
    let (kind, moment) = (touches.kind, touches.moment)
    var tally = Tally(by: .campaign, ofWrongOnly: true)
    for (episode, sends) in recentWithSends {
      let last = Day(analysis.enrolled(episode) + 45).end
      var count = 0
      var (late, sixth): (Int?, Int?)
      for row in sends where !isOther[Int(kind[row])] {
        count += 1
        if late == nil, moment[row] > last { late = row }
        if count == 6 {
          sixth = row
          break
        }
      }
      let beyond = sixth ?? late
      add(beyond != nil, episode, to: &tally, in: beyond.map { touches.campaign($0) } ?? 0)
    }
    return share(.tooLong, tally, of: .enrolments, campaignWords)
  }

  /// One send instead of a sequence, among the quarter's who are still lapsed.
  func oneAndDone() -> GuardrailFinding {
    if let lack = lacks(.touches) { return cannotTell(.oneAndDone, lack) }
    let months = analysis.quarter.months
    let (outbox, campaigns) = (analysis.outbox, touches.kinds.map(\.campaign))
    @Sendable func firstSend(_ episode: Int) -> (row: Int, isOnly: Bool)? {
      var first: Int?
      for row in analysis.episodes.touches(episode) where outbox.isSend(row) {
        if let first { return (first, false) }
        first = row
      }
      return first.map { ($0, true) }
    }
    let parts = parallelMap(months.count) { place in
      var tally = Tally(by: .campaign)
      for episode in analysis.treatedByMonth[months[place]] ?? []
      where episodes.isOpen(episode) && analysis.enrolled(episode) + 30 <= asOf.number {
        guard let send = firstSend(episode) else { continue }
        add(send.isOnly, episode, to: &tally, in: campaigns[Int(touches.kind[send.row])])
      }
      return tally
    }
    var tally = Tally(by: .campaign)
    for part in parts { tally.add(part) }
    return share(.oneAndDone, tally, of: .unmoved, campaignWords)
  }

  /// Mail that goes on after they came back.
  func afterReturn() -> GuardrailFinding {
    if let lack = lacks(.touches, "campaign") { return cannotTell(.afterReturn, lack) }
    let others = analysis.otherCampaigns().union(CodeSet([0]))
    // Sends and lapses stand in one order, that of the customers.
    var rest = sends[...]
    var tally = Tally(by: .campaign, ofWrongOnly: true)
    for episode in 0..<episodes.count
    where episodes.isEnrolled(episode) && !episodes.isHoldout[episode] && !episodes.isOpen(episode)
    {
      let back = episodes.back(episode)
      let day = Int(purchases[back].day)
      guard day >= from, day <= asOf.number else { continue }
      let customer = episodes.customer[episode]
      rest = rest.drop { $0.customer < customer }
      let late = rest.prefix { $0.customer == customer }.first {
        let row = Int($0.row)
        return touches.moment[row] > purchases[back].moment && analysis.touchDay(row) - day <= 30
          && !others.contains(touches.campaign(row))
          && isTouched(episode, by: touches.campaign(row))
      }
      let reference = late.map { Reference.touch($0.row) } ?? .episode(Int32(episode))
      let campaign = late.map { touches.campaign(Int($0.row)) } ?? 0
      tally.add(late != nil, customer, reference, in: campaign)
    }
    return share(.afterReturn, tally, of: .returns, campaignWords)
  }

  /// The decision was made before the first mail.
  func tooLate() -> GuardrailFinding {
    if analysis.treatedByMonth.isEmpty, let lack = lacks(.touches) {
      return cannotTell(.tooLate, lack)
    }
    let limit = analysis.definitions.limit(.tooLate)
    var tally = Tally(by: .segment)
    var days: [Int] = []
    for episode in recent {
      let wait = max(0, analysis.enrolled(episode) - analysis.dueDay(episode))
      days.append(wait)
      add(Double(wait) > limit, episode, to: &tally, in: named(episodes.segment[episode]))
    }
    guard let median = median(sorted: days.sorted()) else {
      return cannotTell(.tooLate, .nothing(.enrolments))
    }
    return finding(
      .tooLate, .days(median, of: days.count), value: median, cases: tally.cases,
      worst: tally.worst(cohort.segments.words))
  }

  /// Parallel campaigns: two within a week of each other.
  func crowded() -> GuardrailFinding {
    if let lack = lacks(.touches, "campaign") { return cannotTell(.crowded, lack) }
    let isOther = touches.isKind(of: analysis.otherCampaigns().union(CodeSet([0])))
    let campaigns = touches.kinds.map(\.campaign)
    let (kind, moment) = (touches.kind, touches.moment)
    var tally = Tally(by: .campaign, ofWrongOnly: true)
    for (episode, sends) in recentWithSends {
      // In the order of time, any two campaigns within a week have neighbours within one.
      var (before, second): (Int?, Int?)
      for row in sends where !isOther[Int(kind[row])] {
        if let before, campaigns[Int(kind[before])] != campaigns[Int(kind[row])],
          dayNumber(moment[row]) - dayNumber(moment[before]) <= 7
        {
          second = row
          break
        }
        before = row
      }
      add(second != nil, episode, to: &tally, in: second.map { touches.campaign($0) } ?? 0)
    }
    return share(.crowded, tally, of: .enrolments, campaignWords)
  }

  /// Of those who lapsed one to four months ago, who was enrolled within thirty days.
  func coverage() -> GuardrailFinding {
    if !cohort.has(.assignments), let lack = lacks(.touches) { return cannotTell(.coverage, lack) }
    let days = (asOf.number - 120)...(asOf.number - 30)
    var tally = Tally(by: .segment)
    var covered = 0
    for episode in 0..<episodes.count where days.contains(Int(episodes.start[episode])) {
      let due = analysis.dueDay(episode)
      // After a cancellation the thirty days begin later, and may not be over.
      if due + 30 > asOf.number { continue }
      // Who came back in the quiet days was not to be written to.
      if !episodes.isOpen(episode), Int(episodes.backDay[episode]) < due {
        continue
      }
      let isCovered = episodes.isEnrolled(episode) && analysis.enrolled(episode) - due <= 30
      if isCovered { covered += 1 }
      add(!isCovered, episode, to: &tally, in: named(analysis.segment(ofLapse: episode)))
    }
    let share = Proportion(covered, of: tally.base)
    guard let value = share.value else { return cannotTell(.coverage, .nothing(.lapses)) }
    return finding(
      .coverage, .share(share), value: value, cases: tally.cases,
      worst: tally.worst(cohort.segments.words))
  }

  func add(_ isWrong: Bool, _ episode: Int, to tally: inout Tally, in code: Int32 = 0) {
    tally.add(isWrong, episodes.customer[episode], .episode(Int32(episode)), in: code)
  }

  /// The code of a segment as that of a group: to have none is no group.
  private func named(_ segment: Int32) -> Int32 { segment == Segment.none ? 0 : segment }

  /// Whether a touch of an episode is of a campaign.
  private func isTouched(_ episode: Int, by campaign: Int32) -> Bool {
    episodes.touches(episode).contains {
      touches.event($0).isTouch && touches.campaign($0) == campaign
    }
  }
}
