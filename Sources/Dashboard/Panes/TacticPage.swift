import Glyphs
import Metrics
import Tables
import Terminal

/// One tactic: what to do, whom for, what these files say of it, what holds it back, and its list.
struct TacticPage {
  private let evidence: Evidence
  private let play: Play
  private let detail: TacticDetail
  private let isRevealed: Bool

  /// The most rows of the list that stand here; the others are one step away.
  private static let shownPeople = 8

  static func page(
    _ evidence: Evidence, _ tactic: Tactic, _ detail: TacticDetail, isRevealed: Bool
  ) -> Page? {
    evidence.report.playbook.plays.first { $0.tactic == tactic }.map {
      TacticPage(evidence: evidence, play: $0, detail: detail, isRevealed: isRevealed).page
    }
  }

  private var report: Report { evidence.report }
  private var proof: TacticEvidence { detail.proof }

  private var page: Page {
    Page(
      [ScreenName.playbook.title, play.tactic.title],
      [Section(nil, .sentences(opening))] + proofSection + listSections)
  }

  private var opening: [Sentence] {
    var sentences = [
      Sentence(play.tactic.advice, .bold), Sentence(play.sentence),
    ]
    if let lack = play.lack {
      sentences.append(Sentence("Cannot tell: \(lack.words).", Style(.watch)))
    }
    if let losing = play.losing {
      sentences.append(
        Sentence(
          "Blocked: the net ROI of \(SafeText(losing, limit: 20)) is below zero even at its upper bound.",
          Style(.bad)))
    }
    sentences += play.blockers.compactMap(report.finding).map {
      Sentence("Blocked: \($0.sentence)", Style(.bad))
    }
    sentences += play.remedies.compactMap(report.finding).map {
      Sentence("It answers: \($0.sentence)", Style(.good))
    }
    return sentences
  }

  private var proofSection: [Section] {
    let rows = proof.rows
    let hasRates = rows.contains { $0.rate != nil }
    let hasAnswers = rows.contains { $0.clicks != nil }
    let rates: [Table.Column] =
      hasRates
      ? [
        .init("back", term: .evidenceRate), .init("95 %", dropped: 2, term: .evidenceRate),
        .init("n", dropped: 3, term: .n),
      ] : []
    let answers: [Table.Column] =
      hasAnswers
      ? [.init("clicks", dropped: 1, term: .clicks), .init("replies", dropped: 1, term: .replies)]
      : []
    let counts: [Table.Column] = proof.counted.map { [.init($0)] } ?? []
    let table = Table(
      [.init("", .left, minimum: 16)] + counts + rates + answers,
      rows.map { row($0, counts.isEmpty, hasRates, hasAnswers) },
      emptyText: "Nothing of the kind in \(Wording.span(proof.span))." + setting)
    let span = hasRates ? ", \(Wording.span(proof.span))" : ""
    return [Section("\(proof.heading)\(span)", .table(table))]
  }

  /// What would have to be configured for it to be seen.
  private var setting: String {
    play.tactic.setting.map { " It is told by \($0) in winback.toml." } ?? ""
  }

  private func row(
    _ row: TacticEvidence.Row, _ isUncounted: Bool, _ hasRates: Bool, _ hasAnswers: Bool
  ) -> Table.Row {
    let empty = Table.Cell("")
    let rate = row.rate.flatMap { $0.n > 0 ? $0 : nil }
    let list = RetargetingList(rawValue: row.name).map { RosterSource.list(.retargeting($0)) }
    return Table.Row(
      [.init(SafeText(row.name, limit: 60).description)]
        + (isUncounted ? [] : [row.count.map { .count($0) } ?? empty])
        + (hasRates
          ? [
            rate.map { .rate($0) } ?? .init(row.rate == nil ? "" : "never tried", .muted),
            rate.map { .interval(of: $0, saysLow: true) } ?? empty,
            rate.map { .count($0.n) } ?? empty,
          ] : [])
        + (hasAnswers
          ? [row.clicks.map { .count($0) } ?? empty, row.replies.map { .count($0) } ?? empty] : []),
      link: list.map { .layer(.roster($0)) })
  }

  private var listSections: [Section] {
    guard let list = WorkList(play.tactic.rawValue), let roster = detail.roster else {
      return [verdict]
    }
    let left = Wording.leftOut(play.leftOut).map { [Sentence($0, .muted)] } ?? []
    return [
      Section("Work list: \(play.tactic.audienceWords)", .table(table(roster, list)))
    ] + (left.isEmpty ? [] : [Section(nil, .sentences(left))])
  }

  private func table(_ roster: Roster, _ list: WorkList) -> Table {
    let shown = (0..<min(roster.count, TacticPage.shownPeople)).map { place in
      let person = roster[place]
      return Table.Row(
        [
          .init(Masking.shown(person.id, isRevealed: isRevealed)),
          .init(person.reason.words(report.currency)),
          .quantity(.money(person.value), report),
        ], link: .layer(.person(person.id)))
    }
    let all =
      roster.count == 0
      ? []
      : [
        Table.Row(
          [
            .init("all \(Wording.count(roster.count))", .bold),
            .init("one by one; e writes the list", .muted),
            .quantity(.money(detail.value), report),
          ], link: .layer(.roster(.list(list))))
      ]
    return Table(
      [
        .init("customer", .left), .init("why", .left, minimum: 24),
        .init("value", dropped: 1, term: .audienceValue),
      ], all + shown, emptyText: "Nobody is on it today.")
  }

  /// Of measuring, what the review says.
  private var verdict: Section {
    Section("Drop and double", .sentences([Sentence(report.review.moneySentence(report))]))
  }
}

/// What is worked out for a tactic's page, once and not with every key.
struct TacticDetail: Sendable {
  let proof: TacticEvidence
  /// Nil for what has no list of people.
  let roster: Roster?
  /// What those on the list are worth together, in units.
  let value: Double

  init(_ tactic: Tactic, _ evidence: Evidence, _ roster: Roster?) {
    proof = evidence.analysis.evidence(for: tactic, listing: roster)
    self.roster = roster
    value = evidence.report.playbook.plays.first { $0.tactic == tactic }?.value ?? 0
  }
}
