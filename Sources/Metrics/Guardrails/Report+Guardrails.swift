extension Report {
  /// The tripped guardrails, those that cost most first: by what is at stake, then by the people
  /// behind them.
  package var tripped: [GuardrailFinding] {
    let found = guardrails.filter { $0.verdict == .tripped }
    func key(_ place: Int) -> (Double, Int, Int) {
      (found[place].stake ?? -1, found[place].people, -place)
    }
    return found.indices.sorted { key($0) > key($1) }.map { found[$0] }
  }

  /// Every finding: tripped ones first, then those of which nothing can be told, then what holds.
  package var rankedGuardrails: [GuardrailFinding] {
    let open = guardrails.filter { if case .cannotTell = $0.verdict { true } else { false } }
    return tripped + open + guardrails.filter { $0.verdict == .held }
  }

  /// The tactics to pick; none while no rate may be read, since rates rank them.
  package var picks: [Play] { overriding.isEmpty ? playbook.picks : [] }

  /// What one guardrail found.
  package func finding(_ guardrail: Guardrail) -> GuardrailFinding? {
    guardrails.first { $0.guardrail == guardrail }
  }
}
