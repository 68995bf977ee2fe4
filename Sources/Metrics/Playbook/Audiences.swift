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

  var open: [Int] { pool.open }
  var worth: [Int64] { pool.worth }

  var cohort: Cohort { analysis.cohort }
  var episodes: Episodes { analysis.episodes }
  var asOf: Day { analysis.asOf }

  /// The work list of a name, with who is left out of it: by what people are worth, points by when they
  /// expire.
  func roster(_ list: WorkList) -> Roster {
    switch list {
    case .tactic(.loyaltyRevival): people(.loyaltyRevival)
    case .tactic(let tactic): people(tactic).mostValuable(tactic.most)
    case .retargeting(let list): people(list).mostValuable()
    }
  }

  /// Who is on the list of a tactic, in no order, before it is cut to its length.
  func people(_ tactic: Tactic) -> Roster {
    clean(Roster(analysis, entries(tactic)), keepsToReactivable: tactic.keepsToReactivable)
  }

  /// Who is on a list of retargeting, in no order.
  func people(_ list: RetargetingList) -> Roster {
    clean(Roster(analysis, entries(list)), keepsToReactivable: true)
  }

  private func clean(_ roster: consuming Roster, keepsToReactivable: Bool) -> Roster {
    roster.leavingOut { customer in
      let bar = pool.bars[Int(customer)]
      return bar == AudiencePool.none && keepsToReactivable ? pool.pauses[Int(customer)] : bar
    }
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
