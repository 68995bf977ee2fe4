import Glyphs
import Metrics
import Tables
import Terminal

/// What to do on Monday: every tactic, the most promising first.
enum PlaybookPage {
  static func page(_ evidence: Evidence) -> Page {
    let report = evidence.report
    let sections = [
      Section(nil, .sentences(opening(report))), Section(nil, .table(table(report))),
      Section(nil, .sentences([Sentence(note(report), .muted)])),
    ]
    return Page([ScreenName.playbook.title], sections + neverPaid(report))
  }

  private static func opening(_ report: Report) -> [Sentence] {
    Sentence.overriding(report) + [Sentence(report.pickSentence, .bold)]
  }

  private static func note(_ report: Report) -> String {
    "Expected: people times who came back in \(Wording.span(report.year.span)), or a seed benchmark where "
      + "under five did. It ranks, and promises nothing: many would come by themselves, and most on a list "
      + "have been written to before. Nobody is on a list who unsubscribed, complained, is held out or has "
      + "come back. Enter opens a tactic, e there writes its list."
  }

  private static func table(_ report: Report) -> Table {
    let picks = report.picks.map(\.tactic)
    return Table(
      [
        .init("pick", dropped: 6), .init("tactic", .left, minimum: 18),
        .init("people", term: .audience), .init("worth", dropped: 3, term: .audienceValue),
        .init("back", dropped: 5, term: .triedRate),
        .init("95 %", dropped: 2, term: .triedRate), .init("n", dropped: 4, term: .n),
        .init("expected", term: .expectedReturns), .init("by", .left, dropped: 1),
        .init("blocked by", .left, dropped: 7, minimum: 18),
      ],
      report.playbook.plays.map { row($0, picks, report) })
  }

  private static func row(_ play: Play, _ picks: [Tactic], _ report: Report) -> Table.Row {
    let place = picks.firstIndex(of: play.tactic).map { $0 + 1 }
    let isPick = place != nil
    let empty = Table.Cell("")
    let obstacle = play.lack?.words ?? play.blockerWords
    return Table.Row(
      [
        .init(place.map { "\($0)" } ?? "", Style(.good, .bold)),
        .init(play.tactic.title, isPick ? .bold : .plain),
        play.tactic == .measureAndCut ? empty : .count(play.audience),
        play.value > 0 ? .quantity(.money(play.value), report) : empty,
        play.rate.map { .rate($0) }
          ?? .init(play.tactic == .measureAndCut ? "" : "never tried", .muted),
        play.rate.map { .interval(of: $0, saysLow: true) } ?? empty,
        play.rate.map { .count($0.n, .muted) } ?? empty,
        play.audience == 0 ? empty : play.expected.map { expected($0, play, isPick) } ?? empty,
        .init(
          play.expected == nil || play.audience == 0
            ? "" : play.isBenchmark ? "benchmark" : "own rate", .muted),
        .init(obstacle, play.lack == nil ? Style(.watch) : .muted),
      ],
      // The column cuts it off.
      detail: play.audienceSentence, more: play.expectation,
      hint: obstacle.isEmpty ? nil : "Blocked: \(obstacle).", link: .layer(.tactic(play.tactic)))
  }

  private static func expected(_ expected: Double, _ play: Play, _ isPick: Bool) -> Table.Cell {
    Table.Cell(
      Wording.decimal(expected, expected < 10 ? 1 : 0), isPick ? .bold : .plain,
      value: .quantity(.ratio(expected)),
      arithmetic: "\(Wording.count(play.audience)) people x \(Wording.percent(play.expectedRate))"
        + (play.isBenchmark ? ", a seed benchmark" : ", their own rate"))
  }

  /// People who never paid, apart from everyone who lapsed.
  private static func neverPaid(_ report: Report) -> [Section] {
    let rows = report.playbook.neverPaid
    if rows.isEmpty { return [] }
    return [
      Section(
        "Never paid, first written to \(Wording.span(report.year.span)): in no rate of reactivation",
        .table(
          Table(
            [
              .init("who", .left, minimum: 20), .init("enrolled", term: .enrolled),
              .init("bought", term: .converted), .init("95 %", dropped: 1, term: .converted),
              .init("n", dropped: 2, term: .n),
            ],
            rows.map { row in
              Table.Row([
                .init(row.group.title), .count(row.enrolled), .rate(row.converted),
                .interval(of: row.converted), .count(row.converted.n),
              ])
            })))
    ]
  }
}
