import Tables

/// Who meets the conditions of a selection, each condition worked out once.
///
/// Thirds of value are cut over all episodes of the span, so that a row has the people of the
/// breakdown's row whatever else is asked for.
struct Membership {
  private let analysis: Analysis
  private let selection: Selection
  private let span: MonthSpan
  /// Whether an episode meets each condition.
  private let tests: [(Int) -> Bool]

  init(_ analysis: Analysis, _ selection: Selection, in span: MonthSpan) {
    self.analysis = analysis
    self.selection = selection
    self.span = span
    tests = selection.conditions.map { analysis.test($0, in: span) }
  }

  /// Who meets every condition, by month of enrolment.
  var members: [Int] { tests.reduce(candidates(selection)) { $0.filter($1) } }

  /// Who is compared with the members: those of the outer selection without the last condition, or
  /// the month before under the other conditions.
  var others: [Int] {
    guard let last = selection.conditions.last, let test = tests.last else { return [] }
    let outer = tests.dropLast()
    if case .month(let month) = last {
      let before = selection.outer.adding(.month(month - 1))
      return outer.reduce(candidates(before)) { $0.filter($1) }
    }
    // People who came back before anyone wrote are compared with nobody, and nobody with them.
    if last == .row(.firstChannel, Breakdown.Row.nobodyWrote) { return [] }
    let others = outer.reduce(candidates(selection.outer)) { $0.filter($1) }.filter { !test($0) }
    guard case .row(.firstChannel, _) = last else { return others }
    return others.filter { analysis.episodes.firstChannel[$0] != Channel.none }
  }

  /// Who of some months' enrolments meets every condition but those on the month.
  func members(enrolledIn months: MonthSpan) -> [Int] {
    zip(selection.conditions, tests).reduce(analysis.treated(in: months)) { left, next in
      if case .month = next.0 { left } else { left.filter(next.1) }
    }
  }

  /// The enrolments of the month that is selected or, without one, of the span.
  private func candidates(_ selection: Selection) -> [Int] {
    guard selection.months.count < 2 else { return [] }
    return analysis.treated(
      in: selection.months.first.map { $0.span } ?? span)
  }
}
