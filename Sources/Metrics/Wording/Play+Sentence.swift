import Glyphs
import Tables

extension Play {
  /// Who it is for, how many, what these files say of it, and what that comes to.
  package var sentence: String {
    if tactic == .measureAndCut {
      return
        "\(Wording.counted(audience, "channel")) wrote to somebody in the last twelve mature months."
    }
    let opening = "\(Wording.people(audience)): \(tactic.audienceWords)."
    guard let expected, audience > 0 else { return opening }
    let about = Wording.decimal(expected, expected < 10 ? 1 : 0)
    let basis =
      isBenchmark
      ? "by the seed benchmark of \(Wording.percent(benchmark)) about \(about) would come back"
        + (rate == nil ? "; never tried here" : "; tried here: \(rateWords)")
      : "where it was tried \(rateWords) came back; of these that is about \(about)"
    return "\(opening) \(basis.capitalizedFirst)."
  }
}

extension Play {
  /// What holds it back, in a few words; empty where nothing does.
  package var blockerWords: String {
    let losses =
      losing.map { ["\(SafeText($0, limit: 20).description.capitalizedFirst) surely loses money"] }
      ?? []
    return (losses + blockers.map(\.title)).joined(separator: ", ")
  }
}

extension Report {
  /// Which three tactics to pick: `Pick three: Personal outreach (120 people), ...`
  package var pickSentence: String {
    let picks = playbook.picks
    guard !picks.isEmpty else {
      let isBlocked = playbook.plays.contains { $0.audience > 0 && !$0.blockerWords.isEmpty }
      return isBlocked
        ? "Nothing to pick: tripped guardrails hold every tactic back. Fix those first (7)."
        : "Nothing to pick: no tactic has anybody on its list."
    }
    let words = picks.map { play in
      "\(play.tactic.title) (\(Wording.count(play.audience)) people\(play.isBenchmark ? ", benchmark" : ""))"
    }
    let opening = picks.count == 3 ? "Pick three" : picks.count == 2 ? "Pick two" : "Pick one"
    return "\(opening): \(Wording.list(words))."
  }
}
