import Glyphs
import Tables

extension Play {
  /// Who it is for, how many, what these files say of it, and what that comes to.
  package var sentence: String {
    [audienceSentence, expectation].compactMap { $0 }.joined(separator: " ")
  }

  /// Who it is for, and how many.
  package var audienceSentence: String {
    if tactic == .measureAndCut {
      return
        "\(Wording.counted(audience, "channel")) wrote to somebody in the last twelve mature months."
    }
    return "\(Wording.people(audience)): \(tactic.audienceWords)."
  }

  /// What these files say of it, and what that comes to; nil where there is nothing to expect.
  package var expectation: String? {
    guard tactic != .measureAndCut, let expected, audience > 0 else { return nil }
    let about = expected < 0.05 ? "under 0.1" : Wording.decimal(expected, expected < 10 ? 1 : 0)
    let found =
      tactic.isTold ? "where tried" : "of people like these, however treated,"
    let basis =
      isBenchmark
      ? "by the benchmark of \(Wording.percent(benchmark)) about \(about) would come back; "
        + (rate == nil ? "never tried here" : "\(found) \(rateWords) did")
      : "\(found) \(rateWords) came back; at that rate about \(about)"
    return basis.capitalizedFirst + "."
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
    guard overriding.isEmpty else {
      return "Nothing is picked: what tactics are ranked by is in doubt with every rate."
    }
    guard !picks.isEmpty else {
      return "Nothing to pick: no tactic that nothing blocks has anybody on its list."
    }
    let words = picks.map { play in
      "\(play.tactic.title) (\(Wording.people(play.audience))\(play.isBenchmark ? ", benchmark" : ""))"
    }
    let opening = picks.count == 3 ? "Pick three" : picks.count == 2 ? "Pick two" : "Pick one"
    let shared =
      playbook.picked.shared == 0
      ? ""
      : " \(Wording.people(playbook.picked.shared)) \(playbook.picked.shared == 1 ? "stands" : "stand") on more than one of the lists: "
        + "write to them once."
    return "\(opening): \(Wording.list(words))." + shared
  }
}
