import Tables

/// Whom each tactic is for today: never anybody who unsubscribed, was held out, asked to be forgotten
/// or has come back.
struct Audiences: Sendable {
  let analysis: Analysis
  private let pool: AudiencePool

  init(_ analysis: Analysis) {
    self.analysis = analysis
    pool = analysis.audiencePool
  }

  var open: [Int32] { pool.open }
  var worth: [Int64] { pool.worth }

  var cohort: Cohort { analysis.cohort }
  var episodes: Episodes { analysis.episodes }
  var asOf: Day { analysis.asOf }

  /// The work list of a name, with who is left out of it: by what people are worth, points by when they
  /// expire.
  func roster(_ list: WorkList) -> Roster {
    switch list {
    case .tactic(.loyaltyRevival): people(.loyaltyRevival).firstToExpire()
    case .tactic(let tactic): people(tactic).mostValuable(tactic.most)
    case .retargeting(let list): collected(clean(list, [])).mostValuable()
    }
  }

  /// Who is on the list of a tactic, in no order, before it is cut to its length.
  func people(_ tactic: Tactic) -> Roster { collected(clean(tactic, [])) }

  /// How large the list of a tactic is before it is cut to its length, and who is left out of it.
  func size(_ tactic: Tactic) -> (AudienceSize, leftOut: [Exclusion: Int]) {
    let clean = clean(tactic, AudienceSize(analysis))
    return (clean.list, clean.leftOut)
  }

  /// How many people are on a list of retargeting.
  func count(_ list: RetargetingList) -> Int { clean(list, AudienceCount()).list.count }

  /// Which customers are on the list of a tactic before it is cut to its length.
  func isOnList(_ tactic: Tactic) -> [Bool] {
    clean(tactic, OnList(customers: cohort.customers.count)).list.isOn
  }

  private func clean<List>(_ tactic: Tactic, _ list: List) -> CleanList<List> {
    var clean = CleanList(list, pool, keepsToReactivable: tactic.keepsToReactivable)
    add(tactic, to: &clean)
    return clean
  }

  private func clean<List>(_ retargeting: RetargetingList, _ list: List) -> CleanList<List> {
    var clean = CleanList(list, pool, keepsToReactivable: true)
    add(retargeting, to: &clean)
    return clean
  }

  private func collected(_ clean: CleanList<[Roster.Entry]>) -> Roster {
    Roster(analysis, clean.list, leftOut: clean.leftOut)
  }
}

extension Analysis {
  /// The work list of a name.
  package func roster(_ list: WorkList) -> Roster { Audiences(self).roster(list) }

  /// Who is behind what a guardrail found, everyone once: nobody where nothing could be told.
  package func roster(behind guardrail: Guardrail, _ report: Report) -> Roster {
    .people(self, report.finding(guardrail)?.cases ?? [])
  }
}
