import Glyphs
import Metrics
import Tables
import Terminal

/// Who is behind a selection, one by one: a row an episode.
struct PeoplePage: ListPage {
  let selection: Selection
  let people: People
  let evidence: Evidence
  /// Names and addresses by id; nil while they are hidden.
  let contacts: [String: Contact]?
  let view: TableView?
  /// The screen that it was opened from.
  let root: ScreenName

  var count: Int { people.count }

  /// The page with `count` rows from one on: a list of millions holds only what is seen of it.
  func page(from first: Int, count: Int) -> Page {
    let first = min(max(first, 0), max(0, people.count - 1))
    let table = table(of: first..<min(first + count, people.count))
    return Page(
      crumbs, [Section(nil, .sentences([Sentence(opening)])), Section(nil, .table(table))],
      of: selection)
  }

  /// Some of the rows.
  func table(of rows: Range<Int>) -> Table {
    var table = Table(columns, rows.map { row(people[$0]) }, emptyText: emptyText)
    table.firstRow = rows.lowerBound
    table.rowCount = people.count
    return table
  }

  private var crumbs: [String] {
    selection.conditions.isEmpty
      ? [ScreenName.people.title] : selection.crumbs(from: root) + [ScreenName.people.title]
  }

  private var opening: String {
    let span = Wording.span(evidence.report.quarter.span)
    let who =
      selection.conditions.isEmpty ? "enrolled \(span)" : "enrolled \(span), \(selection.title)"
    if people.count == 0, !isFiltered { return "Nobody was \(who): there is nobody to list." }
    let filter = isFiltered ? " that the filter leaves" : ""
    let order = view?.order == nil ? ", the newest first" : ""
    return
      "\(Wording.counted(people.count, "lapse"))\(filter) of people \(who)\(order). Enter opens a "
      + "person\(hasNames && contacts == nil ? "; x shows names" : "")."
  }

  private var hasNames: Bool {
    let cohort = evidence.analysis.cohort
    return cohort.has("email", in: .customers) || cohort.has("name", in: .customers)
  }

  private var isFiltered: Bool { view.map { !$0.filter.isEmpty } ?? false }

  private var emptyText: String {
    isFiltered
      ? "Nobody is left: words are looked for in id, segment and channels. Esc clears the filter."
      : ""
  }

  private var columns: [Table.Column] {
    [.init(People.Column.customer.title, .left, width: 14)]
      + ContactColumns(contacts: contacts).columns(name: 20, email: 7)
      + People.Column.allCases.dropFirst().map { column in
        .init(
          column.title, column.isNumber ? .right : .left, dropped: column.dropped,
          width: column.width, term: column.term)
      }
  }

  private func row(_ person: Person) -> Table.Row {
    Table.Row(
      [.init(Masking.shown(person.id, isRevealed: contacts != nil))]
        + ContactColumns(contacts: contacts).cells(of: person.id)
        + People.Column.allCases.dropFirst().map { cell($0, person) },
      link: .layer(.person(person.id)))
  }

  private func cell(_ column: People.Column, _ person: Person) -> Table.Cell {
    let report = evidence.report
    func text(_ text: String?) -> Table.Cell {
      .init(text.map { SafeText($0, limit: 40).description } ?? "")
    }
    func day(_ day: Day?) -> Table.Cell {
      day.map { .init("\($0)", .muted, value: .day($0)) } ?? .init("")
    }
    switch column {
    case .customer: return .init("")
    case .segment: return text(person.segment)
    case .orders: return .count(person.orders)
    case .silent: return .quantity(.count(person.silentDays), report)
    case .value: return .quantity(.money(person.valueBefore), report)
    case .enrolled: return day(person.enrolled)
    case .first: return text(person.firstChannel)
    case .back: return day(person.back)
    case .day: return returned(person)
    case .credited: return text(person.credited)
    case .revenue: return person.revenue.map { .quantity(.money($0), report) } ?? .init("")
    case .offer: return .init(person.isDiscounted.map { $0 ? "yes" : "no" } ?? "")
    }
  }

  /// The day of the return; of who is not back, whether there is time left.
  private func returned(_ person: Person) -> Table.Cell {
    if let days = person.daysToReturn { return .quantity(.count(days), evidence.report, .bold) }
    return person.isMature
      ? .init("-", .muted) : .init("open", .muted, value: .missing(.matures(person.matures)))
  }
}
