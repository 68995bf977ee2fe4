import Metrics
import Tables
import Testing

@testable import winback

/// The opening of a report, in the cases that it tells apart.
struct HeadlineTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var files: [String: String]
    /// The sentence, the target's if there is one, and the reasons for distrust.
    var opening: [String]
  }

  @Test(arguments: cases)
  func `a report opens on the answer`(_ item: Case) throws {
    let folder = try TemporaryFolder(item.files)
    let report = try report(ofFolder: folder.path)
    let headline = report.headline
    let opening =
      [headline.sentence(report)] + [headline.targetSentence].compactMap { $0 }
      + headline.distrust.map(\.sentence)
    #expect(opening == item.opening)
  }

  /// What is said without a holdout and without spend; what a holdout of a tenth could show depends on
  /// the people treated in the twelve months.
  private static func unproven(_ points: String? = nil) -> [String] {
    [
      "No holdout: not causal. What came back is counted, not what win-back brought back."
        + (points.map { " Holding out a tenth of this list could show a gap of \($0) points." }
          ?? ""),
      "Nothing says what win-back cost: no return on cost.",
    ]
  }

  // Day-60 is told of August: 31 August + 60 days = 30 October, and the newest order is of the 31st.
  private static let cases: [Case] = [
    Case(
      testDescription: "no touches", files: Programme().files,
      opening: [
        "Nothing says who was written to, so win-back cannot be measured: it needs touches. "
          + "0 of 1 customer has lapsed."
      ]),
    Case(
      testDescription: "nobody enrolled",
      files: Programme().files.merging(["touches.csv": Programme.touchHeader]) { one, _ in one },
      opening: [
        "Nobody was written to or assigned while lapsed: there is no win-back to measure."
      ] + unproven()),
    Case(
      testDescription: "nothing but refused touches",
      files: Programme().files.merging([
        "touches.csv": Programme.touchHeader + "a,gestern,email,sent\n"
      ]) { one, _ in one },
      opening: [
        "Nothing says who was written to: every row of it was refused; winback check says why.",
        "1 of 1 rows of touches were refused (100 %).",
      ] + unproven()),
    Case(
      testDescription: "a subscription business without cancellations",
      files: Programme().files.merging([
        "winback.toml": "model = \"saas\"", "touches.csv": Programme.touchHeader,
      ]) { _, other in other },
      opening: [
        "Nothing says who cancelled, and with model = \"saas\" nothing else is a lapse: win-back "
          + "needs cancellations, or [lapse] days."
      ] + unproven()),
    Case(
      testDescription: "none mature", files: Programme(months: [("2026-10", 100, 5)]).files,
      opening: [
        "No month of enrolments is mature: Oct 2026, the first, matures on 30 Dec 2026."
      ] + unproven()),
    Case(
      testDescription: "nobody enrolled in the month told of",
      files: Programme(months: [("2026-06", 100, 5), ("2026-09", 100, 5)]).files,
      opening: [
        "Nobody was enrolled in Aug 2026, the newest mature month. The last month with enrolments "
          + "before it is Jun 2026."
      ] + unproven("23.5")),
    Case(
      testDescription: "low n",
      files: Programme(months: [("2026-07", 100, 5), ("2026-08", 28, 2), ("2026-10", 1, 0)]).files,
      opening: [
        "Day-60 win-back for Aug 2026 is 7.1 % (2.0 to 22.6): 2 of 28, too few to call."
      ] + unproven("21.2")),
    Case(
      testDescription: "clearly up",
      files: Programme(months: [("2026-07", 400, 20), ("2026-08", 400, 60), ("2026-10", 1, 0)])
        .files,
      opening: [
        "Day-60 win-back for Aug 2026 is 15.0 % (11.8 to 18.8): 60 of 400. Clearly up on Jul 2026, "
          + "which had 5.0 % (+10.0 points, +5.9 to +14.2)."
      ] + unproven("10.3")),
    Case(
      testDescription: "clearly down",
      files: Programme(months: [("2026-07", 400, 60), ("2026-08", 400, 20), ("2026-10", 1, 0)])
        .files,
      opening: [
        "Day-60 win-back for Aug 2026 is 5.0 % (3.3 to 7.6): 20 of 400. Clearly down on Jul 2026, "
          + "which had 15.0 % (-10.0 points, -14.2 to -5.9)."
      ] + unproven("10.3")),
    Case(
      testDescription: "unclear",
      files: Programme(months: [("2026-07", 400, 30), ("2026-08", 400, 36), ("2026-10", 1, 0)])
        .files,
      opening: [
        "Day-60 win-back for Aug 2026 is 9.0 % (6.6 to 12.2): 36 of 400. No clear change on "
          + "Jul 2026 (+1.5 points, -2.4 to +5.4)."
      ] + unproven("9.5")),
    Case(
      testDescription: "an implausible threshold",
      files: Programme(
        months: [("2026-07", 400, 30), ("2026-08", 400, 36), ("2026-10", 1, 0)], uncontacted: 1200
      ).files,
      opening: [
        "The lapse threshold is too short: 37 % come back within 60 days without being contacted. "
          + "Distrust every rate. Day-60 win-back for Aug 2026 is 9.0 % (6.6 to 12.2): 36 of 400. "
          + "No clear change on Jul 2026 (+1.5 points, -2.4 to +5.4).",
        "The lapse threshold is too short: 37 % come back within 60 days without being contacted. "
          + "Distrust every rate.",
      ] + unproven("9.5")),
    Case(
      testDescription: "target reached",
      files: Programme(
        months: [("2026-07", 400, 30), ("2026-08", 400, 36), ("2026-10", 1, 0)], target: 0.06
      ).files,
      opening: [
        "Day-60 win-back for Aug 2026 is 9.0 % (6.6 to 12.2): 36 of 400. No clear change on "
          + "Jul 2026 (+1.5 points, -2.4 to +5.4).", "Target 6.0 %: reached.",
      ] + unproven("9.5")),
    Case(
      testDescription: "target missed",
      files: Programme(
        months: [("2026-07", 400, 30), ("2026-08", 400, 36), ("2026-10", 1, 0)], target: 0.13
      ).files,
      opening: [
        "Day-60 win-back for Aug 2026 is 9.0 % (6.6 to 12.2): 36 of 400. No clear change on "
          + "Jul 2026 (+1.5 points, -2.4 to +5.4).", "Target 13.0 %: missed.",
      ] + unproven("9.5")),
    Case(
      testDescription: "target open",
      files: Programme(
        months: [("2026-07", 400, 30), ("2026-08", 400, 36), ("2026-10", 1, 0)], target: 0.08
      ).files,
      opening: [
        "Day-60 win-back for Aug 2026 is 9.0 % (6.6 to 12.2): 36 of 400. No clear change on "
          + "Jul 2026 (+1.5 points, -2.4 to +5.4).",
        "Target 8.0 %: above it, but not beyond chance.",
      ] + unproven("9.5")),
    Case(
      testDescription: "a stale feed",
      files: Programme(
        months: ["05", "06", "07", "08"].map { ("2026-\($0)", 400, 30) }, days: [5, 12]
      ).files,
      opening: [
        "Day-60 win-back for Aug 2026 is 7.5 % (5.3 to 10.5): 30 of 400. No clear change on "
          + "Jul 2026 (0.0 points, -3.7 to +3.7).",
        "The touches stop on 12 Aug 2026, 80 days before the report; rows come every 7 days as "
          + "a rule.",
      ] + unproven("6.4")),
  ]
}

/// A made-up programme: people who bought once long ago, were written to in a month, and came back
/// ten days later or not.
private struct Programme {
  var months: [(month: String, enrolled: Int, returned: Int)] = []
  var target: Double?
  /// People who came back by themselves nine days after their lapse, and lapsed again: with 1,200 of
  /// them and 801 enrolled, 30 of whom lapse again, 1,200 of 801 + 30 + 2 x 1,200 episodes return.
  var uncontacted = 0
  /// The days of the month on which the mails go out.
  var days = [5]

  static let touchHeader = "customer_id,touched_at,channel,event\n"

  var files: [String: String] {
    var orders = ["order_id,customer_id,ordered_at,revenue"]
    var touches = ""
    func order(_ customer: String, _ day: String) {
      orders.append("\(orders.count),\(customer),\(day),10")
    }
    for (month, enrolled, returned) in months {
      for person in 0..<enrolled {
        let day = days[person % days.count]
        order("\(month)-\(person)", "2025-12-01")
        touches += "\(month)-\(person),\(month)-\(padded(day)),email,sent\n"
        if person < returned { order("\(month)-\(person)", "\(month)-\(padded(day + 10))") }
      }
    }
    for person in 0..<uncontacted {
      order("silent-\(person)", "2025-12-01")
      order("silent-\(person)", "2026-03-11")
    }
    order("newest", "2026-10-31")
    var files = [
      "orders.csv": orders.joined(separator: "\n"),
      "winback.toml": "[lapse]\ndays = 90\n" + (target.map { "[targets]\nday_60 = \($0)\n" } ?? ""),
    ]
    if !touches.isEmpty { files["touches.csv"] = Programme.touchHeader + touches }
    return files
  }

  private func padded(_ day: Int) -> String { day < 10 ? "0\(day)" : "\(day)" }
}
