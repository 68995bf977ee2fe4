import Dashboard
import Metrics
import Tables

extension ReportDocument {
  static func appendDefinitions(_ report: Report, _ document: inout Document) {
    document.append(.heading("What lapsed means here"))
    document.append(.bullets([lapseSentence(report)] + uncontactedSentence(report.uncontacted)))
  }

  private static func lapseSentence(_ report: Report) -> String {
    let lapse = report.lapse
    let days = lapse.lapsedAfter.map(Wording.days) ?? ""
    let rule: String =
      switch lapse.source {
      case .configuration: "Lapsed after \(days) days of silence, as configured."
      case .cancellation: "Lapsed from a cancellation on, not by silence."
      case .data:
        "Lapsed after \(days) days of silence, "
          + "\(Wording.setting(report.definitions.lapse.multiple)) times the median gap."
      case .fallback:
        "Lapsed after \(days) days of silence, the fallback: there are under "
          + "\(Wording.count(report.definitions.lapse.minimumGaps)) gaps to go by."
      }
    let customers = report.customers
    return rule + (gapSentence(lapse).map { " " + $0 } ?? "")
      + " \(Wording.count(customers.active)) active, \(Wording.count(customers.atRisk)) at risk, "
      + "\(Wording.count(customers.lapsed)) lapsed, \(Wording.count(customers.neverBought)) never "
      + "bought."
  }

  /// The median gap and the other ways to take it, which can differ threefold.
  private static func gapSentence(_ lapse: Lapse) -> String? {
    guard let median = lapse.medianGap else { return nil }
    let others = [
      lapse.customerMedianGap.map { "\(Wording.days($0)) by customers' own medians" },
      lapse.survivalMedianGap.map { "\($0) with open gaps" },
      lapse.medianGapBefore.map { "\(Wording.days($0)) three months ago" },
    ].compactMap { $0 }
    return "The median of \(Wording.counted(lapse.gaps, "gap")) is \(Wording.days(median)) days"
      + (others.isEmpty ? "." : " (\(others.joined(separator: ", "))).")
  }

  private static func uncontactedSentence(_ uncontacted: Uncontacted) -> [String] {
    guard let incidence = uncontacted.incidence.value else { return [] }
    let share = incidence.value == 0 ? "nobody" : Wording.share(incidence)
    return [
      "Before anyone wrote to them, \(share) came back within \(uncontacted.windowDays) days of "
        + "lapsing: not a control."
    ]
  }

  /// What was read, what was refused and why.
  static func appendRows(_ report: Report, _ document: inout Document) {
    document.append(.heading("Rows read"))
    document.append(DataPage.rows(report).block)
    let refused = report.findings.sentences
    if refused.isEmpty { return }
    document.append(.heading("Refused"))
    document.append(.bullets(Array(refused.prefix(10))))
    if refused.count > 10 {
      document.append(.paragraph("\(refused.count - 10) more kinds: winback check lists them."))
    }
  }
}

extension Findings {
  /// A sentence a kind: how often, and the first of them.
  var sentences: [String] {
    kinds.compactMap { kind in
      guard let first = examples[kind]?.first, let count = counts[kind] else { return nil }
      return count == 1
        ? first.sentence : "\(Wording.count(count)) like \(first.sentence)"
    }
  }
}
