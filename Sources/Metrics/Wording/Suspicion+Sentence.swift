import Glyphs
import Tables

extension Suspicion {
  /// What is suspicious, and what would settle it, in one sentence.
  package var sentence: String {
    switch self {
    case .ordersEnd(let newest, let days):
      return
        "No order is known after \(Wording.day(newest)), \(Wording.counted(days, "day")) before "
        + "the report: who came back since is not counted, and windows that closed since read too low."
    case .stale(let table, let newest, let days, let usual):
      let verb = table == .spend ? "stops" : "stop"
      let rule = usual == 1 ? "day" : "\(Wording.days(usual)) days"
      return "The \(table.rawValue) \(verb) on \(Wording.day(newest)), "
        + "\(Wording.counted(days, "day")) before the report; rows come every \(rule) as a rule."
    case .isolatedNewestDay(let day, let previous):
      return "The newest order, of \(Wording.day(day)), stands alone after "
        + "\(Wording.counted(day - previous, "day")) without one: a mistyped date would move the "
        + "whole report; --as-of \(previous) leaves it out."
    case .outside(let table, let outside, let trigger):
      return Suspicion.outsideSentence(table, outside, trigger)
    case .negativeDiscounts(let count):
      return
        "\(Wording.counted(count, "order")) \(count == 1 ? "has" : "have") a discount below zero: "
        + "write what was taken off without a sign, or no discount is seen."
    case .refused(let table, let share):
      return "\(Wording.count(share.x)) of \(Wording.count(share.n)) rows of \(table.rawValue) "
        + "were refused (\(Wording.percent(share.value ?? 0)))."
    case .sameFile(let table, let first, let second):
      return
        "The \(table.rawValue) files \(SafeText(first)) and \(SafeText(second)) are the same: "
        + "every row of them counts twice."
    case .spendGap(let months, let span):
      return "\(Wording.counted(months, "month")) of \(Wording.span(span)) with enrolments "
        + "\(months == 1 ? "has" : "have") no spend row: cost reads too low and return too high."
    case .noTouches(let treated):
      return "\(Wording.counted(treated, "lapse")) \(treated == 1 ? "was" : "were") assigned to "
        + "treatment and the file of touches has none: nothing can be credited, and what touches cost "
        + "is missing."
    case .columnNotFound(let table, let column, let name):
      return "No file of \(table.rawValue) has the column \"\(SafeText(name))\" that winback.toml "
        + "gives for \(column)."
    }
  }

  private static func outsideSentence(_ table: Table, _ outside: Outside, _ trigger: Int?)
    -> String
  {
    let share = Wording.percent(Double(outside.count) / Double(outside.rows))
    let causes = [
      (outside.notLapsed, "to people not lapsed"), (outside.afterReturn, "soon after a return"),
      (outside.beforeFirstPurchase, "before a first purchase"),
      (outside.neverBought, "to people who never bought"),
    ].filter { $0.0 > 0 }.map { "\(Wording.count($0.0)) \($0.1)" }
    let sentence =
      "\(share) of the \(table.rawValue) (\(Wording.count(outside.count)) of \(Wording.count(outside.rows))) "
      + "lie outside every lapse: \(Wording.list(causes))."
    guard let trigger, trigger > 1 else { return sentence }
    return sentence + " Half the runs start within \(Wording.counted(trigger, "day")) of the last "
      + "purchase: [lapse] days = \(trigger - 1) would match them."
  }
}
