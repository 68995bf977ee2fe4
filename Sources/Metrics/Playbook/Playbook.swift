import Tables

/// What to do on Monday: every tactic with who it is for, what these files say of it and what holds it
/// back, the most promising first.
package struct Playbook: Sendable {
  /// In the order of what is to be expected of them.
  package var plays: [Play]
  /// How many people are on the lists of the picks, and how many of them on more than one.
  package var picked = (people: 0, shared: 0)
  /// Who never paid, apart from everyone who lapsed.
  package var neverPaid: [NeverPaidRow]

  /// The first three that no tripped guardrail holds back.
  package var picks: [Play] {
    Array(plays.lazy.filter { $0.isReady }.prefix(Playbook.pickCount))
  }

  private static let pickCount = 3
}

/// One tactic today.
package struct Play: Equatable, Sendable {
  package var tactic: Tactic
  /// How many people are on its list; of measuring, how many channels are looked at.
  package var audience: Int
  /// What they are worth together, in units.
  package var value: Double
  /// Who would be on the list and must not be written to, by cause.
  package var leftOut: [Population.Part]
  /// Of those on whom it was tried, the last twelve mature months, who came back; nil where it never was.
  package var rate: Proportion?
  /// The share of one that seeds give for it, where too few came back to go by.
  package var benchmark: Double
  /// Tripped guardrails that hold it back.
  package var blockers: [Guardrail]
  /// Its channel, where that surely lost money over the last twelve mature months.
  package var losing: String?
  /// Tripped guardrails that it answers.
  package var remedies: [Guardrail]
  /// What the files lack for it.
  package var lack: Lack?

  /// Whether so few came back that only the benchmark can be gone by.
  package var isBenchmark: Bool { (rate?.x ?? 0) < 5 }

  /// The share of one that is to be expected.
  package var expectedRate: Double { isBenchmark ? benchmark : rate?.value ?? benchmark }

  /// How many are to be expected back; nil where the tactic brings back nobody by itself.
  package var expected: Double? {
    lack == nil && tactic != .measureAndCut ? Double(audience) * expectedRate : nil
  }

  /// Lets tripped guardrails hold it back, or be answered by it.
  mutating func heed(_ tripped: Set<Guardrail>) {
    blockers = tactic.blockers.filter(tripped.contains)
    remedies = tactic.remedies.filter(tripped.contains)
  }

  /// Whether there is somebody to begin with, and nothing that holds it back.
  package var isReady: Bool {
    blockers.isEmpty && losing == nil && audience > 0 && expected != nil
  }
}

/// A playbook that is being worked out, beside the guardrails and the review that it heeds.
struct PlaybookWork {
  private let analysis: Analysis
  private let audiences: Later<Audiences>
  private let plays: Later<[Play]>
  private let neverPaid: Later<[NeverPaidRow]>

  /// Begins with all that looks at nothing else but `audiences`.
  init(_ analysis: Analysis, _ audiences: Later<Audiences>) {
    self.analysis = analysis
    self.audiences = audiences
    plays = Later {
      let audiences = audiences.value
      return parallelMap(Tactic.allCases.count) { analysis.play(Tactic.allCases[$0], audiences) }
    }
    neverPaid = Later { analysis.neverPaid() }
  }

  /// The playbook, after what guardrails and the review found; waits for it.
  func value(heeding findings: [GuardrailFinding], _ review: Review) -> Playbook {
    let tripped = findings.trippedGuardrails
    var plays = plays.value
    for index in plays.indices {
      plays[index].heed(tripped)
      // What is to be dropped is not to be picked.
      plays[index].losing = plays[index].tactic.channels.first { $0 == review.drop }
    }
    // Equal ones stay in the order of the list of tactics.
    let order = plays.indices.sorted {
      (plays[$1].expected ?? -1, $0) < (plays[$0].expected ?? -1, $1)
    }
    var playbook = Playbook(plays: order.map { plays[$0] }, neverPaid: neverPaid.value)
    playbook.picked = analysis.pickedPeople(playbook.picks.map(\.tactic), audiences.value)
    return playbook
  }
}

extension Analysis {
  /// Another playbook of the day, where guardrails have found something else: who is for what stays.
  func playbook(_ former: Playbook, after findings: [GuardrailFinding]) -> Playbook {
    let tripped = findings.trippedGuardrails
    var playbook = former
    for index in playbook.plays.indices { playbook.plays[index].heed(tripped) }
    let picked = playbook.picks.map(\.tactic)
    if picked != former.picks.map(\.tactic) {
      playbook.picked = pickedPeople(picked, Audiences(self))
    }
    return playbook
  }

  /// How many people are on the lists of some tactics, and how many of them on more than one.
  fileprivate func pickedPeople(
    _ picked: [Tactic], _ audiences: Audiences
  ) -> (people: Int, shared: Int) {
    let lists = parallelMap(picked.count) { audiences.isOnList(picked[$0]) }
    var (onAny, onSeveral) = (0, 0)
    for customer in 0..<cohort.customers.count {
      let count = lists.count { $0[customer] }
      if count > 0 { onAny += 1 }
      if count > 1 { onSeveral += 1 }
    }
    return (onAny, onSeveral)
  }

  /// A tactic, whatever guardrails and the review say of it.
  fileprivate func play(_ tactic: Tactic, _ audiences: Audiences) -> Play {
    let (size, leftOut) = size(tactic, audiences)
    let isMeasuring = tactic == .measureAndCut
    return Play(
      tactic: tactic, audience: isMeasuring ? contactedChannels : size.count, value: size.value,
      leftOut: Roster.parts(leftOut), rate: tried(tactic), benchmark: benchmark(tactic),
      blockers: [], remedies: [], lack: lack(tactic))
  }

  /// How large the list of a tactic is once it is cut to its length, and who is left out of it.
  private func size(
    _ tactic: Tactic, _ audiences: Audiences
  ) -> (AudienceSize, leftOut: [Exclusion: Int]) {
    guard let most = tactic.most else { return audiences.size(tactic) }
    let roster = audiences.people(tactic).mostValuable(most)
    return (AudienceSize(roster), roster.leftOut)
  }

  /// The channels that wrote to anybody in the last twelve mature months.
  private var contactedChannels: Int {
    let months = contacts(in: year)
    return (0..<cohort.channels.words.count).count { channel in
      months.contains { $0.channels[channel].contacted > 0 }
    }
  }

  /// The reactivation rate from which the band is healthy; of service recovery the lower edge of what
  /// seeds give for a personal answer to support friction, 35 to 45 %.
  private func benchmark(_ tactic: Tactic) -> Double {
    tactic == .serviceRecovery ? 0.35 : definitions.band(.reactivationRate)?.healthy ?? 0.04
  }

  private func lack(_ tactic: Tactic) -> Lack? {
    switch tactic {
    case .loyaltyRevival: without("points", .customers)
    case .pathByReason, .productNews, .exitFeedback: without("reason", .cancellations)
    case .serviceRecovery: cohort.has(.cancellations) ? nil : .table(.cancellations)
    case .segmentedSequences: hasSegments ? nil : .nothing(.segments)
    case .datedOffers: without("offer", .touches)
    case .personalOutreach, .smsAndSocial, .measureAndCut:
      cohort.has(.touches) ? nil : .table(.touches)
    case .cartRecovery: cohort.has(.carts) ? nil : .table(.carts)
    case .retargeting, .recommendations: nil
    }
  }

  /// What is lacking of a table with a column.
  private func without(_ column: String, _ table: Table) -> Lack? {
    if !cohort.has(table) { return .table(table) }
    return cohort.has(column, in: table) ? nil : .column(column, table)
  }

  private var hasSegments: Bool {
    cohort.has("segment", in: .customers) || cohort.has("segment", in: .touches)
      || cohort.has("segment", in: .assignments)
  }
}

extension [GuardrailFinding] {
  /// The guardrails whose limits were passed.
  fileprivate var trippedGuardrails: Set<Guardrail> {
    Set(filter { $0.verdict == .tripped }.map(\.guardrail))
  }
}
