import Glyphs
import Metrics
import Tables
import Terminal

/// People picked for a reason each, one by one: behind a guardrail, or to do something about.
struct RosterPage: ListPage {
  let source: RosterSource
  let roster: Roster
  let evidence: Evidence
  /// Names and addresses by id; nil while they are hidden.
  let contacts: [String: Contact]?
  let view: TableView?

  var count: Int { roster.count }

  func page(from first: Int, count: Int) -> Page {
    let first = min(max(first, 0), max(0, roster.count - 1))
    let table = table(of: first..<min(first + count, roster.count))
    return Page(crumbs, [Section(nil, .sentences(opening)), Section(nil, .table(table))])
  }

  func table(of rows: Range<Int>) -> Table {
    var table = Table(
      [.init("customer", .left, width: 12)]
        + ContactColumns(contacts: contacts).columns(name: 2, email: 1) + [
          .init("why", .left, minimum: 44),
          .init("segment", .left, dropped: 4, width: 14), .init("orders", dropped: 3, width: 6),
          .init("last order", .left, dropped: 5, width: 10),
          .init("value", dropped: 6, width: 9, term: .audienceValue),
        ], rows.map { row(roster[$0]) }, emptyText: emptyText)
    table.firstRow = rows.lowerBound
    table.rowCount = roster.count
    return table
  }

  private var crumbs: [String] {
    switch source {
    case .behind(let guardrail): [ScreenName.guardrails.title, guardrail.title]
    case .list(.tactic(let tactic)): [ScreenName.playbook.title, tactic.title, "People"]
    case .list(.retargeting(let list)):
      [ScreenName.playbook.title, Tactic.retargeting.title, list.rawValue]
    }
  }

  private var isFiltered: Bool { view.map { !$0.filter.isEmpty } ?? false }

  private var opening: [Sentence] {
    let left = isFiltered ? " that the filter leaves" : ""
    let who = Wording.people(roster.count) + left
    switch source {
    case .behind(let guardrail):
      guard let finding = evidence.report.finding(guardrail) else { return [] }
      let stake = finding.stakeSentence(evidence.report.currency).map { " " + $0 } ?? ""
      let style = finding.verdict == .tripped ? Style(.bad, .bold) : .bold
      return [
        Sentence(finding.sentence, style), Sentence(guardrail.reasoning + stake),
      ]
    case .list(.tactic(let tactic)):
      return [
        Sentence("\(who): \(tactic.audienceWords).\(leftOut) e writes the work list.")
      ]
    case .list(.retargeting(let list)):
      return [Sentence("\(who): \(words(of: list)).\(leftOut) e writes the work list.")]
    }
  }

  /// Who is on a list of retargeting: by a rule, or by the segments that are configured.
  private func words(of list: RetargetingList) -> String {
    guard let names = evidence.report.definitions.retargetingSegments[list] else {
      return list.words
    }
    let segments = Wording.list(names.map { SafeText($0, limit: 40).description })
    return "in the segments that [playbook] names: \(segments)"
  }

  private func emptyText(of guardrail: Guardrail) -> String {
    if case .cannotTell = evidence.report.finding(guardrail)?.verdict {
      return "Nothing can be told, so nobody is listed."
    }
    return switch guardrail {
    case .noHoldout, .noCost, .stale: "It is about files and months: there is nobody to list."
    default: "Nothing was found: there is nobody to list."
    }
  }

  /// Who is left out, and why.
  private var leftOut: String { roster.leftOutSentence.map { " " + $0 } ?? "" }

  private var emptyText: String {
    if isFiltered { return "Nobody is left: words are looked for in id and segment." }
    return switch source {
    case .behind(let guardrail): emptyText(of: guardrail)
    case .list: "Nobody is on it today."
    }
  }

  private func row(_ person: RosterPerson) -> Table.Row {
    let why = person.reason.words(evidence.report.currency)
    return Table.Row(
      [.init(Masking.shown(person.id, isRevealed: contacts != nil))]
        + ContactColumns(contacts: contacts).cells(of: person.id) + [
          .init(why), .init(SafeText(person.segment, limit: 40).description),
          .count(person.orders),
          person.lastPurchase.map { .init("\($0)", .muted, value: .day($0)) } ?? .init(""),
          .quantity(.money(person.value), evidence.report),
        ], detail: why, link: .layer(.person(person.id)))
  }
}
