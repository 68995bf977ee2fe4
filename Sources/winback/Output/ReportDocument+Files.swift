import Metrics
import Tables

extension ReportDocument {
  static func appendDefinitions(_ report: Report, _ document: inout Document) {
    document.append(.heading("What lapsed means here"))
    document.append(.bullets([lapseSentence(report)] + uncontactedSentence(report.uncontacted)))
  }

  private static func lapseSentence(_ report: Report) -> String {
    let lapse = report.lapse
    let customers = report.customers
    let counts =
      "\(Wording.count(customers.active)) active, \(Wording.count(customers.atRisk)) at risk, "
      + "\(Wording.count(customers.lapsed)) lapsed, \(Wording.count(customers.neverBought)) never "
      + "bought."
    let days = lapse.lapsedAfter.map { "Lapsed after \(Wording.days($0)) days of silence" }
    let gap = lapse.medianGap.map { median in
      "the median of \(Wording.counted(lapse.gaps, "gap")) is \(Wording.days(median)) days"
    }
    var alternatives: [String] = []
    if let own = lapse.customerMedianGap {
      alternatives.append("\(Wording.days(own)) by customers' own medians")
    }
    if let open = lapse.survivalMedianGap { alternatives.append("\(open) with open gaps") }
    if let before = lapse.medianGapBefore {
      alternatives.append("\(Wording.days(before)) three months ago")
    }
    let others = alternatives.isEmpty ? "" : " (\(alternatives.joined(separator: ", ")))"
    let source: String =
      switch lapse.source {
      case .configuration: "\(days ?? ""), as configured"
      case .cancellation: "Lapsed from a cancellation on, not by silence"
      case .data: "\(days ?? ""): \(Wording.decimal(report.definitions.lapse.multiple, 1)) times"
      case .fallback:
        "\(days ?? ""), the fallback: under \(report.definitions.lapse.minimumGaps) gaps to go by"
      }
    let join = lapse.source == .data ? " " : "; "
    return source + (gap.map { join + $0.asClause(after: join) + others } ?? "") + ". " + counts
  }

  private static func uncontactedSentence(_ uncontacted: Uncontacted) -> [String] {
    guard let incidence = uncontacted.incidence.value else { return [] }
    let interval = incidence.interval.map {
      " (\(Wording.percents($0, of: incidence.value)))"
    }
    return [
      "Uncontacted, \(Wording.percent(incidence.value))\(interval ?? "") come back within "
        + "\(uncontacted.windowDays) days of lapsing: not a control."
    ]
  }

  /// What was read, what was refused and why.
  static func appendRows(_ report: Report, _ document: inout Document) {
    document.append(.heading("Rows read"))
    document.append(
      .table(
        [
          .init(title: "table", alignment: .left), .init(title: "files"), .init(title: "rows"),
          .init(title: "counted"), .init(title: "not counted, and why", alignment: .left),
        ], report.accounts.map(accountRow)))
    let refused = report.findings.sentences
    if refused.isEmpty { return }
    document.append(.heading("Refused"))
    document.append(.bullets(Array(refused.prefix(10))))
    if refused.count > 10 {
      document.append(.paragraph("\(refused.count - 10) more kinds: winback check lists them."))
    }
  }

  static func accountRow(_ account: TableAccount) -> Document.Row {
    let causes = account.rows.excluded.filter { $0.count > 0 }.map {
      "\(Wording.count($0.count)) \($0.cause.words)"
    }
    return Document.Row([
      account.table.rawValue, Wording.count(account.files), Wording.count(account.rows.total),
      Wording.count(account.rows.counted), causes.first ?? "",
    ], note: causes.count > 1 ? causes.dropFirst().joined(separator: ", ") : nil)
  }
}

extension String {
  /// The clause as it goes on after a word: `2 times the median of ...`.
  fileprivate func asClause(after join: String) -> String {
    guard join == " ", let split = range(of: " is ") else { return self }
    return self[..<split.lowerBound] + ", " + self[split.upperBound...]
  }

  private func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
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

extension Exclusion {
  /// The cause in words, after a count of rows.
  var words: String {
    switch self {
    case .heldOut: "held out"
    case .immature: "not mature"
    case .notReturned: "not returned"
    case .neverBought: "to people who never bought"
    case .repeatedCancellation: "cancelled before already"
    case .involuntary: "involuntary"
    case .laterReturn: "later returns"
    case .notAssigned: "not assigned"
    case .agedOut: "over 18 months ago"
    case .recentlyCancelled: "cancelled within 30 days"
    case .unsubscribed: "unsubscribed"
    case .refused: "refused"
    case .repeated: "repeated"
    case .afterReport: "after the report's day"
    case .deadStatus: "cancelled, pending or test"
    case .withoutRevenue: "refunded or free"
    case .sameDay: "merged with another of the day"
    case .beforeFirstPurchase: "before a first purchase"
    case .notLapsed: "to people not lapsed"
    case .afterReturn: "soon after a return"
    case .notReached: "bounced, failed or opted out"
    }
  }
}
