import Glyphs
import Metrics
import Tables
import Terminal

/// What happened to one customer, from the first order on: orders, touches, lapses, returns, and who is
/// credited and why.
struct PersonPage {
  private let timeline: Timeline
  private let report: Report
  /// Nil while names are hidden, or where the files have none.
  private let contact: Contact?
  private let isRevealed: Bool

  static func page(
    _ timeline: Timeline, _ evidence: Evidence, contact: Contact?, isRevealed: Bool
  ) -> Page {
    PersonPage(
      timeline: timeline, report: evidence.report, contact: contact, isRevealed: isRevealed
    ).page
  }

  private var page: Page {
    let name = Masking.shown(timeline.id, isRevealed: isRevealed)
    return Page(
      [ScreenName.people.title, name],
      [
        Section(nil, .sentences([Sentence(opening(name), .bold)] + contactSentences)),
        Section(nil, .table(table)),
        Section(
          nil,
          .sentences([
            Sentence("o shows the lines of the files, x e-mail and name.", .muted)
          ])),
      ])
  }

  private func opening(_ name: String) -> String {
    let first = timeline.firstPurchase.map { " since \(Wording.day($0))" } ?? ""
    let standing: String =
      switch timeline.status {
      case .active: "active"
      case .atRisk: "at risk"
      case .lapsed(let day): "lapsed since \(Wording.day(day))"
      case .neverBought: "never bought"
      }
    return "\(name): \(Wording.counted(timeline.purchases, "purchase"))\(first), \(standing) on "
      + "\(Wording.day(report.asOf))."
  }

  private var contactSentences: [Sentence] {
    guard isRevealed, let contact else { return [] }
    let words = [contact.name, contact.email].filter { !$0.isEmpty }
      .map { SafeText($0, limit: 120).description }
    return words.isEmpty ? [] : [Sentence(words.joined(separator: ", "))]
  }

  private var table: Table {
    Table(
      [
        .init("day", .left), .init("time", .left, dropped: 1), .init("what", .left),
        .init("of which", .left, minimum: 6), .init("amount", dropped: 2, term: .amount),
        .init("credit", .left, dropped: 3, minimum: 17, term: .credited),
      ],
      timeline.events.map(row), emptyText: "Nothing is known of that customer by that day.")
  }

  private func row(_ event: Timeline.Event) -> Table.Row {
    let content = TimelineRow(event.kind, report)
    return Table.Row(
      [
        .init(Wording.day(event.day), .muted, value: .day(event.day)),
        .init(PersonPage.time(event), .muted), .init(content.what, content.style),
        .init(content.which), content.amount, .init(content.credit, content.creditStyle),
      ],
      detail: content.whole, more: content.reason)
  }

  /// The time of day; none for what the files only give a day for.
  private static func time(_ event: Timeline.Event) -> String {
    let second = Int(event.moment - Int64(event.day.number) * 86_400)
    guard (1..<86_399).contains(second) else { return "" }
    func digits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return digits(second / 3600) + ":" + digits(second / 60 % 60)
  }
}
