import Tables

/// Whether the programme as a whole runs, learns and is measured.
extension Inspection {
  /// A list that nobody refreshes: a segment that enrolled in each of three months, then in none, while
  /// its people went on lapsing.
  func staleSegment() -> GuardrailFinding {
    if !cohort.has(.assignments), let lack = lacks(.touches) {
      return cannotTell(.staleSegment, lack)
    }
    var months: [Int32: Set<Month>] = [:]
    let heldOut = Dictionary(grouping: analysis.heldOut) { Day(episodes.enrolled[$0]).month }
    for (month, enrolments) in Array(analysis.treatedByMonth) + Array(heldOut) {
      for segment in CodeSet(enrolments.lazy.map { episodes.segment[$0] }).codes
      where segment != Segment.none {
        months[segment, default: []].insert(month)
      }
    }
    if months.isEmpty { return cannotTell(.staleSegment, .nothing(.segments)) }
    let whole = analysis.newestMature(0)
    var stopped: [Int32: Month] = [:]
    var watched: Set<Int32> = []
    for (segment, own) in months {
      guard let last = own.max() else { continue }
      let isRegular = (0..<3).allSatisfy { own.contains(last - $0) }
      if !isRegular { continue }
      watched.insert(segment)
      if last < whole { stopped[segment] = last }
    }
    if watched.isEmpty { return cannotTell(.staleSegment, .months(3)) }
    var tally = Tally(by: .segment)
    for episode in 0..<episodes.count where Int(episodes.start[episode]) >= from {
      let segment = analysis.segment(ofLapse: episode)
      guard let last = stopped[segment], Int(episodes.start[episode]) > last.last.number else {
        continue
      }
      add(true, episode, to: &tally, in: segment)
    }
    let stale = tally.wrongGroups
    return finding(
      .staleSegment, .count(stale.count, of: watched.count), value: Double(stale.count),
      cases: tally.cases, worst: tally.worst(cohort.segments.words))
  }

  /// A trigger that quietly stopped: a campaign with twenty sends in each of three months, then none,
  /// while lapses went on.
  func silentTrigger() -> GuardrailFinding {
    if let lack = lacks(.touches, "campaign") { return cannotTell(.silentTrigger, lack) }
    let diaries = campaignDiaries().filter(\.value.isRegular)
    if diaries.isEmpty { return cannotTell(.silentTrigger, .nothing(.campaigns)) }
    let silent = diaries.filter { $0.value.isSilent(on: asOf) }
    // Each lapse stands for the campaign that has been silent longest while it began.
    let ranks = campaignWords.ranks
    let ordered = silent.map { (campaign: $0.key, last: $0.value.last) }.sorted {
      ($0.last, ranks[Int($0.campaign)]) < ($1.last, ranks[Int($1.campaign)])
    }
    let segments = segments(sentIn: Set(ordered.map(\.campaign)))
    var tally = Tally(by: .campaign)
    var stopped: Set<Int32> = []
    for episode in 0..<episodes.count where Int(episodes.start[episode]) >= from {
      let missed = ordered.prefix { $0.last < Int(episodes.start[episode]) }
      if missed.isEmpty { continue }
      stopped.formUnion(missed.map(\.campaign))
      // Behind it are those whom it would have been sent to.
      let segment = analysis.segment(ofLapse: episode)
      let first = missed.first { segments[$0.campaign]?.contains(segment) ?? true }
      if let first { add(true, episode, to: &tally, in: first.campaign) }
    }
    return finding(
      .silentTrigger, .count(stopped.count, of: diaries.count), value: Double(stopped.count),
      cases: tally.cases, worst: tally.worst(campaignWords))
  }

  /// The segments that some campaigns were sent to; no entry for a campaign whose people have none.
  private func segments(sentIn campaigns: Set<Int32>) -> [Int32: Set<Int32>] {
    var segments: [Int32: Set<Int32>] = [:]
    if campaigns.isEmpty { return segments }
    for episode in 0..<episodes.count where episodes.isEnrolled(episode) {
      for row in analysis.sendRows(episode) where campaigns.contains(touches.campaign(row)) {
        segments[touches.campaign(row), default: []].insert(episodes.segment[episode])
      }
    }
    return segments.filter { $0.value != [Segment.none] }
  }

  /// When the campaigns of the last twelve months were sent, by campaign.
  private func campaignDiaries() -> [Int32: CampaignDiary] {
    let firstDay = asOf.adding(months: -15)
    let first = firstDay.start
    // By code.
    var diaries = [CampaignDiary](
      repeating: CampaignDiary(from: firstDay.number), count: campaignWords.count)
    let (outbox, touches, last) = (analysis.outbox, touches, asOf.end)
    for row in 0..<touches.count
    where (first...last).contains(touches.moment[row]) && outbox.isSend(row)
      && touches.campaign(row) != 0
    {
      diaries[Int(touches.campaign(row))].add(dayNumber(touches.moment[row]))
    }
    // A campaign that ended a year ago was ended on purpose.
    let oldest = asOf.adding(months: -12).number
    return Dictionary(
      uniqueKeysWithValues: diaries.indices.filter { diaries[$0].last >= oldest }
        .map { (Int32($0), diaries[$0]) })
  }

  /// Win-back as a one-off: months with lapses and no enrolment.
  func gapMonth() -> GuardrailFinding {
    if !cohort.has(.assignments), let lack = lacks(.touches) { return cannotTell(.gapMonth, lack) }
    let enrolled = Set(analysis.treatedByMonth.keys)
      .union(analysis.heldOut.map { Day(episodes.enrolled[$0]).month })
    guard let first = enrolled.min() else { return cannotTell(.gapMonth, .nothing(.ever)) }
    let year = MonthSpan(12, endingWith: analysis.newestMature(0))
    let places = DayTable(year.days) { $0.month.number - year.from.number }
    // By place of the month; only those of months without an enrolment are listed.
    var lapses = [Int](repeating: 0, count: year.count)
    let isGap = year.months.map { $0 >= first && !enrolled.contains($0) }
    var cases = [[GuardrailFinding.Case]](repeating: [], count: year.count)
    for episode in 0..<episodes.count where year.days.contains(Int(episodes.start[episode])) {
      let place = places[Int(episodes.start[episode])]
      lapses[place] += 1
      guard isGap[place] else { continue }
      cases[place].append(
        .init(customer: episodes.customer[episode], reference: .episode(Int32(episode))))
    }
    let looked = lapses.indices.filter { lapses[$0] > 0 && year.months[$0] >= first }
    if looked.isEmpty { return cannotTell(.gapMonth, .nothing(.enrolledMonths)) }
    let gaps = looked.filter { isGap[$0] }
    let largest = gaps.max { lapses[$0] < lapses[$1] }
    return finding(
      .gapMonth, .count(gaps.count, of: looked.count), value: Double(gaps.count),
      cases: gaps.flatMap { cases[$0] },
      worst: largest.map { place in
        .init(
          group: .month, name: "\(year.months[place])", count: lapses[place], base: lapses[place])
      })
  }

  /// Nobody asks why: voluntary cancellations of the last ninety days that give a reason.
  func noReason() -> GuardrailFinding {
    if let lack = lacks(.cancellations, "reason") { return cannotTell(.noReason, lack) }
    let cancellations = cohort.cancellations
    var (known, base) = (0, 0)
    var cases: [GuardrailFinding.Case] = []
    for row in 0..<cancellations.count
    where cancellations.isVoluntary[row]
      && (from...asOf.number).contains(Int(cancellations.day[row]))
    {
      base += 1
      if cancellations.reason[row] > Reason.unknown {
        known += 1
      } else {
        cases.append(
          .init(
            customer: Int32(analysis.history.cancellations.customer(of: row)),
            reference: .cancellation(Int32(row))))
      }
    }
    let share = Proportion(known, of: base)
    guard let value = share.value else { return cannotTell(.noReason, .nothing(.cancellations)) }
    return finding(.noReason, .share(share), value: value, cases: cases)
  }

  /// Nobody held out: return cannot be called incremental.
  func noHoldout() -> GuardrailFinding {
    let window = analysis.definitions.window
    let first = asOf.adding(months: -12).number
    func mature(_ all: [Int]) -> Int {
      all.count { analysis.enrolled($0) > first && analysis.isMature($0, window) }
    }
    let held = mature(analysis.heldOut)
    let all = held + mature(analysis.treated(in: MonthSpan(13, endingWith: asOf.month)))
    let open = analysis.heldOut.map(analysis.enrolled).filter { $0 + window > asOf.number }.min()
    if held == 0, let open { return cannotTell(.noHoldout, .closes(Day(open + window))) }
    guard all > 0 else {
      let hasContacts = cohort.has(.assignments) || cohort.has(.touches)
      return cannotTell(.noHoldout, hasContacts ? .nothing(.year) : .table(.touches))
    }
    return finding(.noHoldout, .count(held, of: all), value: Double(held))
  }

  /// Return without its cost: months of the quarter that enrolled somebody and have no spend row.
  func noCost() -> GuardrailFinding {
    let enrolling = analysis.quarter.months.filter { analysis.treatedByMonth[$0] != nil }
    guard !enrolling.isEmpty else {
      let hasContacts = cohort.has(.assignments) || cohort.has(.touches)
      return cannotTell(.noCost, hasContacts ? .nothing(.quarter) : .table(.touches))
    }
    let paid = Set(analysis.spendRows.map { Day(cohort.spend.day[$0]).month })
    let missing = enrolling.filter { !paid.contains($0) }
    return finding(
      .noCost, .count(missing.count, of: enrolling.count), value: Double(missing.count),
      worst: missing.last.map { .init(group: .month, name: "\($0)", count: 1, base: 1) })
  }

  /// The feed stopped: the table that is furthest behind, against its usual gap.
  func stale() -> GuardrailFinding {
    let ages = Table.allCases.compactMap { table in
      analysis.age(of: table).map { (table: table, age: $0) }
    }
    let furthest = ages.max { left, right in left.age.inGaps < right.age.inGaps }
    guard let furthest else { return cannotTell(.stale, .nothing(.days)) }
    return finding(
      .stale, .age(days: furthest.age.days, usual: furthest.age.usual), value: furthest.age.inGaps,
      worst: .init(
        group: .table, name: furthest.table.rawValue, count: furthest.age.days, base: nil))
  }

  /// A discount habit: the quarter's returns whose order was discounted.
  func habit() -> GuardrailFinding {
    if !analysis.saysWhatWasDiscounted {
      return cannotTell(.habit, .column("discount_code", .orders))
    }
    if !cohort.has(.assignments), let lack = lacks(.touches) { return cannotTell(.habit, lack) }
    var tally = Tally(by: .channel)
    for won in analysis.wonBack(in: analysis.quarter) {
      add(won.isDiscounted, won.episode, to: &tally, in: won.channel)
    }
    return share(.habit, tally, of: .returns, cohort.channels.words)
  }
}

/// On which days a campaign was sent, and how often in each month.
private struct CampaignDiary {
  private let first: Int
  /// Sends by the day, counted from the first.
  private var counts: [Int] = []

  /// The last day on which it was sent.
  private(set) var last = Int.min

  /// No send from a day on.
  init(from first: Int) { self.first = first }

  mutating func add(_ day: Int) {
    let more = day - first + 1 - counts.count
    if more > 0 { counts += [Int](repeating: 0, count: more) }
    counts[day - first] += 1
    last = max(last, day)
  }

  /// The days on which it was sent, ascending.
  private var days: [Int] { counts.indices.filter { counts[$0] > 0 }.map { first + $0 } }

  /// Whether it had twenty sends in each of three months: the last ones, the one in which it stopped
  /// perhaps aside.
  var isRegular: Bool {
    var byMonth: [Month: Int] = [:]
    for day in days { byMonth[Day(day).month, default: 0] += counts[day - first] }
    let end = Day(last).month
    return [end, end - 1].contains { newest in
      (0..<3).allSatisfy { byMonth[newest - $0] ?? 0 >= 20 }
    }
  }

  /// Whether it has sent nothing for the longer of fourteen days and three times its usual gap.
  func isSilent(on day: Day) -> Bool {
    let days = days
    let gaps = zip(days.dropFirst(), days).map { $0 - $1 }.sorted()
    let usual = median(sorted: gaps) ?? 0
    return Double(day.number - last) >= max(14, 3 * usual)
  }
}
