import Glyphs
import Tables

extension GuardrailFinding {
  /// What was found, with its count, base, limit and where most of it comes from; or why nothing can
  /// be told.
  package var sentence: String {
    if case .cannotTell(let lack) = verdict { return "Cannot tell: \(lack.words)." }
    return counted.capitalizedFirst + " (\(standing))" + (worstWords.map { "; \($0)" } ?? "") + "."
  }

  /// What was counted, without the limit: `12 of 40 sends went to people who had unsubscribed`.
  private var counted: String {
    var (x, n, days, usual) = ("", "", "", "")
    switch measure {
    case .share(let share): (x, n) = (Wording.count(share.x), Wording.count(share.n))
    case .count(let count, let base): (x, n) = (Wording.count(count), Wording.count(base))
    case .days(let median, let count):
      (days, n) = (Wording.quantity(.days(median), nil), Wording.count(count))
    case .age(let age, let gap):
      (days, usual) = (Wording.counted(age, "day"), gap == 1 ? "day" : "\(Wording.days(gap)) days")
    case nil: break
    }
    return guardrail.phrase.filling([
      "x": x, "n": n, "d": days, "u": usual,
      "it": worst.map { SafeText($0.name, limit: 40).description } ?? "",
    ])
  }

  /// How the measure stands to the limit: `32 %, limit 5 %`.
  private var standing: String {
    let low = isLow ? ", low n" : ""
    if case .share(let share) = measure, let value = share.value {
      return "\(Wording.percent(value)), \(bound)\(low)"
    }
    return bound + low
  }

  /// The limit in a sentence: `limit 5 %`, `at least 50 %`.
  private var bound: String {
    switch guardrail.bound {
    case .shareUnder, .countUnder: limitWords
    case .countOver where limit == 0: "limit none"
    default: "limit \(limitWords)"
    }
  }

  /// The limit in words: `5 %`, `at least 50 %`.
  package var limitWords: String {
    let percent = Wording.setting((limit * 100_000).rounded() / 1_000) + " %"
    return switch guardrail.bound {
    case .shareOver: percent
    case .shareUnder: "at least \(percent)"
    case .countOver: limit == 0 ? "none" : Wording.setting(limit)
    case .countUnder: "at least \(Wording.setting(limit))"
    case .daysOver: "\(Wording.setting(limit)) days"
    case .gapsOver: "\(Wording.setting(limit)) usual gaps"
    }
  }

  /// The measure as one number: `32 %`, `3`, `41 days`; nil where there is none.
  package var value: Quantity? {
    switch measure {
    case .share(let share): share.value.map { .share($0) }
    case .count(let count, _): .count(count)
    case .days(let days, _): .days(days)
    case .age(let days, _): .days(Double(days))
    case nil: nil
    }
  }

  /// Where most of it comes from: `most by Postcard, 9 of 20`.
  private var worstWords: String? {
    guard verdict == .tripped, let worst, worst.group != .reason, worst.group != .table else {
      return nil
    }
    let name = worst.title
    let part =
      Wording.count(worst.count) + (worst.base.map { " of \(Wording.count($0))" } ?? "")
    switch guardrail {
    case .blast: return "that is \(name)"
    case .silentTrigger, .staleSegment:
      return "\(name), \(Wording.counted(worst.count, "lapse")) since"
    case .deadCode: return "\(name), on \(Wording.counted(worst.count, "send"))"
    case .gapMonth: return "\(name), with \(Wording.counted(worst.count, "lapse"))"
    case .noCost: return "the last is \(name)"
    case .coverage: return "most missed in \(name), \(part)"
    default:
      return worst.group == .segment ? "most in \(name), \(part)" : "most by \(name), \(part)"
    }
  }

  /// Who is behind it, and what is at stake where that can be said; nil where it is about nobody.
  package func stakeSentence(_ currency: String?) -> String? {
    guard people > 0 else { return nil }
    let who = "\(Wording.count(people)) \(people == 1 ? "person is" : "people are") behind it"
    guard let stake, verdict == .tripped else { return who + "." }
    return who + ", about \(Wording.money(stake, currency)) at stake."
  }
}

extension GuardrailFinding.Worst {
  /// The name as it is read: of a month in words.
  package var title: String {
    if group == .month, let day = Day(name + "-01") { return Wording.month(day.month) }
    return SafeText(name, limit: 40).description
  }
}

extension GuardrailFinding.Verdict {
  /// The word of it.
  package var word: String {
    switch self {
    case .tripped: "tripped"
    case .cannotTell: "cannot tell"
    case .held: "held"
    }
  }
}

extension String {
  /// The text with `{name}` replaced by the words of the name.
  fileprivate func filling(_ words: [String: String]) -> String {
    var text = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open] + (words[String(rest[rest.index(after: open)..<close])] ?? "")
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

extension GuardrailFinding {
  /// What was found as numbers: `12 of 40`, `41 days`; empty where nothing was.
  package var foundWords: String {
    switch measure {
    case .share(let share): "\(Wording.count(share.x)) of \(Wording.count(share.n))"
    case .count(let count, let base): "\(Wording.count(count)) of \(Wording.count(base))"
    case .days(let days, _): "\(Wording.days(days)) days"
    case .age(let days, _): Wording.counted(days, "day")
    case nil: ""
    }
  }
}

extension Report {
  /// How many guardrails are tripped: `5 of 27 guardrails are tripped; 8 cannot be told.`
  package var guardrailSentence: String {
    let tripped = tripped.count
    let open = guardrails.count { if case .cannotTell = $0.verdict { true } else { false } }
    let unknown = open == 0 ? "" : "; of \(open) nothing can be told"
    // That nothing is known is no good news.
    if open == guardrails.count { return "Nothing can be told of any of the \(open) guardrails." }
    if open > guardrails.count / 2 {
      return "Of \(open) of \(guardrails.count) guardrails nothing can be told; of the others "
        + "\(tripped == 0 ? "none" : Wording.count(tripped)) \(tripped == 1 || tripped == 0 ? "is" : "are") "
        + "tripped."
    }
    let opening =
      tripped == 0
      ? "No guardrail is tripped"
      : "\(tripped) of \(guardrails.count) guardrails \(tripped == 1 ? "is" : "are") tripped"
    return "\(opening)\(unknown)."
  }
}

extension GuardrailFinding {
  /// What is wrong, by the guardrail's id.
  package var checkSentence: String { "\(guardrail.title) (\(guardrail.rawValue)): \(sentence)" }
}
