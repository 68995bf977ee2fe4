import Metrics

/// What a layer shows that the report does not hold, by what was asked.
enum DetailRequest: Hashable, Sendable {
  /// A breakdown of the period within a window.
  case breakdown(Dimension, Int)
  /// What a selection did within a window.
  case group(Selection, Int)
  /// Who is behind a selection, filtered and sorted.
  case people(Selection, TableView?)
  /// Who stands on a list of people, filtered and sorted.
  case roster(RosterSource, TableView?)
  /// What is known of a tactic, and its list.
  case tactic(Tactic)
  /// What happened to one customer.
  case timeline(String)
  /// How many people are behind a selection.
  case count(Selection)
}

/// What the page that is shown was made from, for who works the same out of another cohort.
package struct PageRequests: Sendable {
  fileprivate var requests: [DetailRequest] = []
}

/// What was worked out for a request.
enum Detail: Sendable {
  case breakdown(Breakdown)
  case group(GroupDetail)
  case people(People)
  case roster(Roster)
  case tactic(TacticDetail)
  case timeline(Timeline)
  case count(Int)

  var breakdown: Breakdown? { if case .breakdown(let breakdown) = self { breakdown } else { nil } }
  var group: GroupDetail? { if case .group(let group) = self { group } else { nil } }
  var people: People? { if case .people(let people) = self { people } else { nil } }
  var roster: Roster? { if case .roster(let roster) = self { roster } else { nil } }
  var tactic: TacticDetail? { if case .tactic(let tactic) = self { tactic } else { nil } }
  var timeline: Timeline? { if case .timeline(let timeline) = self { timeline } else { nil } }
  var count: Int? { if case .count(let count) = self { count } else { nil } }
}

/// The latest details, so that a key that changes nothing works nothing out.
package struct DetailCache: Sendable {
  private var details: [DetailRequest: Detail?] = [:]
  /// What the page that is shown was made from.
  fileprivate var ofPage = PageRequests()
  /// The same of the page before, which mostly is the same page a key earlier.
  private var ofPageBefore = PageRequests()

  /// How many are kept: a list of people may be long.
  private static let most = 24

  /// Nothing yet.
  package init() {}

  /// What a page needs of a cohort, worked out beside the loop.
  package init(for page: PageRequests, of evidence: Evidence) {
    for request in page.requests { _ = detail(request, evidence) }
  }

  /// Another page is made from here on.
  mutating func beginPage() {
    ofPageBefore = ofPage
    ofPage = PageRequests()
  }

  /// The detail of a request, worked out unless it is known; nil where the files have nothing of it.
  mutating func detail(_ request: DetailRequest, _ evidence: Evidence) -> Detail? {
    if !ofPage.requests.contains(request) { ofPage.requests.append(request) }
    if let known = details[request] { return known }
    if details.count >= DetailCache.most { makeRoom() }
    let detail = derived(request, evidence) ?? DetailCache.workOut(request, evidence)
    details[request] = .some(detail)
    return detail
  }

  /// Drops all but what is looked at.
  private mutating func makeRoom() {
    let needed = Set(ofPage.requests + ofPageBefore.requests)
    details = details.filter { needed.contains($0.key) }
  }

  /// What another detail is the greater part of: a list that is filtered or sorted, of which another is
  /// asked for with every letter that is typed, and a tactic with its list.
  private mutating func derived(_ request: DetailRequest, _ evidence: Evidence) -> Detail? {
    switch request {
    case .people(let selection, let view?):
      let (wider, last) = view.steps
      let people = detail(.people(selection, wider), evidence)?.people
      return people.map { .people($0.seen(through: last)) }
    case .roster(let source, let view?):
      let (wider, last) = view.steps
      let roster = detail(.roster(source, wider), evidence)?.roster
      return roster.map { .roster($0.seen(through: last)) }
    case .tactic(let tactic):
      let list = WorkList(tactic.rawValue)
      let roster = list.flatMap { detail(.roster(.list($0), nil), evidence)?.roster }
      return .tactic(TacticDetail(tactic, evidence, roster))
    default: return nil
    }
  }

  private static func workOut(_ request: DetailRequest, _ evidence: Evidence) -> Detail? {
    let span = evidence.report.quarter.span
    switch request {
    case .breakdown(let dimension, let window):
      let known = evidence.report.quarter.breakdowns.first { $0.dimension == dimension }
      return known?.within(window).map { .breakdown($0) }
    case .group(let selection, let window):
      return evidence.analysis.detail(
        of: selection, in: span, window: window, days: Curves.days(window: window)
      ).map { .group($0) }
    case .people(let selection, _): return .people(evidence.analysis.people(selection, in: span))
    case .roster(let source, _): return .roster(source.roster(evidence))
    case .tactic: return nil
    case .count(let selection):
      return .count(evidence.analysis.count(of: selection, in: span))
    case .timeline(let id): return evidence.analysis.timeline(of: id).map { .timeline($0) }
    }
  }
}

extension Dashboard {
  /// What the page that is shown was made from.
  package var requests: PageRequests { details.ofPage }

  /// What was worked out for a request.
  mutating func detail(_ request: DetailRequest) -> Detail? {
    evidence.flatMap { details.detail(request, $0) }
  }
}
