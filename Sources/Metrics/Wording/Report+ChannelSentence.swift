import Glyphs

extension Report {
  /// Which first channels stand out among those that wrote to the quarter's people; nil where nobody was
  /// enrolled. Everyone has exactly one first channel, so that these may be compared.
  package var firstChannelSentence: String? {
    let rows = quarter.breakdown(.firstChannel)
    if rows.isEmpty { return nil }
    let opening = "By who wrote first, \(Wording.span(quarter.span)): "
    let told = rows.filter(\.isTold).sorted { ($0.rate.value ?? 0) > ($1.rate.value ?? 0) }
    if told.isEmpty {
      return opening + "no channel brought clearly more or fewer back than the rest."
    }
    let words = told.map { row in
      let isMore = (row.againstRest?.difference.value ?? 0) > 0
      return "\(SafeText(row.name, limit: 40)) clearly \(isMore ? "more" : "fewer") than the rest "
        + "(\(Wording.percent(row.rate.value ?? 0)) of \(Wording.count(row.rate.n)))"
    }
    return opening + Wording.list(words) + "."
  }
}
