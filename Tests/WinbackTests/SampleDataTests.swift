import Dashboard
import Foundation
import Metrics
import Tables
import Testing

@testable import winback

/// What the README promises of sample-data, number by number.
struct SampleDataTests {
  private static let told = Result { try report(ofFolder: sampleData) }

  private func told() throws -> JSONValue { JSONReport.value(try Self.told.get()) }

  private func text() throws -> String {
    MarkdownOutput.text(ReportDocument.document(try Self.told.get()))
  }

  @Test func `SMS earned most for its money`() throws {
    let told = try told()
    told.expect([
      "review.double": "sms",
      "channels.year.sms.contacted": 934, "channels.year.sms.reactivations": 104,
      "channels.year.sms.net_roi": .rounded(11.158, within: 0.0005),
      "channels.year.sms.net_roi_low": .rounded(8.068, within: 0.0005),
      "channels.year.email.net_roi": .rounded(2.644, within: 0.0005),
    ])
    #expect(try text().contains("double sms (+1,116 %, at least +807 %)"))
  }

  @Test func `people first written to by SMS came back clearly more often`() throws {
    try told().expect([
      "breakdown.quarter.first_channel.sms.rate.x": 37,
      "breakdown.quarter.first_channel.sms.rate.n": 238,
      "breakdown.quarter.first_channel.sms.standout": true,
      "breakdown.quarter.first_channel.sms.against_rest.clear": true,
      "breakdown.year.first_channel.sms.rate.x": 146,
      "breakdown.year.first_channel.sms.rate.n": 934,
      "breakdown.year.first_channel.sms.standout": true,
      "breakdown.year.first_channel.sms.against_rest.clear": true,
    ])
    #expect(
      try text().contains(
        "By first channel: sms, 15.5 % of 238 against 7.5 % of the rest (+3.5 to +13.4 points)."))
  }

  @Test func `direct mail is too close to call, by money and by rate`() throws {
    try told().expect([
      "channels.year.direct_mail.contacted": 575, "channels.year.direct_mail.reactivations": 35,
      "channels.year.direct_mail.net_roi": .rounded(-0.025, within: 0.0005),
      "channels.year.direct_mail.net_roi_low": .rounded(-0.426, within: 0.0005),
      "channels.year.direct_mail.net_roi_high": .rounded(0.375, within: 0.0005),
      "breakdown.year.first_channel.direct_mail.rate.x": 56,
      "breakdown.year.first_channel.direct_mail.rate.n": 575,
      "breakdown.year.first_channel.direct_mail.standout": false,
      "breakdown.year.first_channel.direct_mail.against_rest.clear": false,
      "breakdown.quarter.first_channel.direct_mail.rate.x": 14,
      "breakdown.quarter.first_channel.direct_mail.rate.n": 167,
      "breakdown.quarter.first_channel.direct_mail.against_rest.clear": false,
    ])
  }

  @Test func `retargeting clearly lost money`() throws {
    try told().expect([
      "review.drop": "retargeting",
      "channels.year.retargeting.contacted": 517, "channels.year.retargeting.reactivations": 9,
      "channels.year.retargeting.net_roi": .rounded(-0.455, within: 0.0005),
      "channels.year.retargeting.net_roi_high": .rounded(-0.039, within: 0.0005),
    ])
    #expect(try text().contains("drop retargeting (-45 %, at best -4 %)"))
  }

  @Test func `two thirds of the returns used a code, and that is said under the headline`() throws {
    try told().expect([
      "scorecard.discount_dependency.x": 67, "scorecard.discount_dependency.n": 101,
      "statuses.discount_dependency": "bad", "headline.distrust": .rows(1),
      "headline.distrust.0": "66 % of the returns used a discount: a habit.",
    ])
  }

  /// The last days of four quarters, whose enrolments are twelve months together.
  @Test func `bargain hunters hardly came back without a code`() throws {
    let folder = try TemporaryFolder(people(of: "bargain hunter"))
    let returns = try ["2026-10-31", "2026-07-31", "2026-04-30", "2026-01-31"].map { day in
      try json(ofFolder: folder.path, asOf: day).at("scorecard.discount_dependency")
    }
    #expect(returns.compactMap { $0?.at("from")?.text }.sorted().first == "2025-09")
    #expect(returns.compactMap { $0?.at("x")?.number }.reduce(0, +) == 72)
    #expect(returns.compactMap { $0?.at("n")?.number }.reduce(0, +) == 79)
  }

  @Test func `September and October are not yet mature`() throws {
    try told().expect([
      "months.2026-08.rate_60.n": 364,
      "months.2026-09.rate_60": nil, "months.2026-09.matures_on": "2026-11-29",
      "months.2026-09.enrolled": 322,
      "months.2026-10.rate_60": nil, "months.2026-10.matures_on": "2026-12-30",
      "months.2026-10.enrolled": 347,
    ])
  }

  @Test func `the holdout proves that win-back works`() throws {
    try told().expect([
      "scorecard.lift.from": "2025-09", "scorecard.lift.to": "2026-08",
      "scorecard.lift.treatment.x": 407, "scorecard.lift.treatment.n": 3889,
      "scorecard.lift.holdout.x": 19, "scorecard.lift.holdout.n": 407,
      "scorecard.lift.difference": .rounded(0.05797, within: 0.000005),
      "scorecard.lift.low": .rounded(0.03125, within: 0.000005),
      "scorecard.lift.high": .rounded(0.07735, within: 0.000005),
      "scorecard.lift.incremental_roi_low": .rounded(0.153, within: 0.0005),
      "scorecard.lift.contaminated": 2,
    ])
    let lift = try #require(try Self.told.get().scorecard.lift.value)
    #expect(lift.isSampleSound && lift.isReadable && !lift.isContaminated)
  }

  @Test func `the campaign with the highest rates stopped in June`() throws {
    let told = try told()
    let best = told.at("campaigns.year")?.rows?.filter { $0.at("channel")?.text == "email" }
      .max { ($0.at("rate.value")?.number ?? 0) < ($1.at("rate.value")?.number ?? 0) }
    #expect(best?.at("campaign")?.text == "Your usual, again?")
    told.expect(
      row: "campaigns.year", ["channel": "email", "campaign": "Your usual, again?"],
      ["contacted": 314, "reactivations": 20])
    told.expect(
      row: "campaigns.year", ["channel": "sms", "campaign": "Your usual, again?"],
      ["contacted": 106, "reactivations": 27])
    let sends = try lines("touches.csv").filter {
      $0.contains("Your usual, again?") && $0.contains(",sent,")
    }
    let months = Dictionary(grouping: sends) { $0.dropFirst(8).prefix(7) }.mapValues(\.count)
    #expect(months.count == 12)
    #expect([months["2026-04"], months["2026-05"], months["2026-06"]] == [81, 74, 79])
    #expect(sends.map { $0.dropFirst(8).prefix(10) }.max() == "2026-06-30")
  }

  @Test func `seven rows are refused, and check finds nothing suspicious`() throws {
    let told = try told()
    told.expect([
      "refused": .rows(7), "suspicious": .rows(0), "inputs.0.rows": 22_468,
      "inputs.0.excluded.refused": 4, "inputs.1.rows": 11_024, "inputs.1.excluded.refused": 2,
      "inputs.7.rows": 8_300, "inputs.7.excluded.refused": 1,
    ])
    #expect(
      told.at("refused")?.rows?.compactMap { $0.at("first")?.text?.prefix { $0 != ":" } } == [
        "orders.csv", "orders.csv", "orders.csv", "orders.csv", "touches.csv", "touches.csv",
        "customers.csv",
      ])
    let ended = try Ended("check", sampleData, "--today", "2026-10-31")
    #expect(ended.status == 0)
    #expect(ended.output.contains("columns not read: store"))
    #expect(ended.output.contains("revenue, 1 row: is no amount"))
    #expect(ended.output.contains("customer_id, 1 row: is blank and may not be"))
  }

  @Test func `winback.toml says whose numbers they are`() throws {
    try told().expect([
      "as_of": "2026-10-31", "currency": "USD", "basis": "contribution",
      "scorecard.came_back.acquisition_cost": 38, "lapse.source": "config",
      "months.2025-11.notes.0": "Black Friday, 20 % off for everyone",
      "months.2026-07.notes.0": "new e-mail tool",
    ])
    let report = try Self.told.get()
    #expect(report.definitions.name == "Northwind Coffee")
    #expect(report.definitions.plannedHoldout == 0.1)
    // New York's midnight of 1 July is four in the morning, UTC.
    let zone = try Configuration(folder: sampleData).reading.zone
    #expect(zone.day(ofUniversalSecond: 20_635 * 86_400 + 4 * 3_600).description == "2026-07-01")
    #expect(zone.day(ofUniversalSecond: 20_635 * 86_400 + 14_399).description == "2026-06-30")
  }

  @Test func `day-60 is healthy, and its target not ruled out`() throws {
    try told().expect([
      "statuses.day_60": "healthy", "scorecard.day_60.x": 33, "scorecard.day_60.n": 364,
      "headline.sentence": .text(
        "Day-60 win-back for Aug 2026 is 9.1 % (6.5 to 12.5): 33 of 364. "
          + "No clear change on Jul 2026 (-1.8 points, -6.3 to +2.6)."),
      "headline.target.value": 0.1, "headline.target.verdict": "open",
      "headline.holdout": .text(
        "Lift over holdout, Sep'25-Aug'26: +5.8 points (+3.1 to +7.7): about 225 of the 407 "
          + "returns are its work; incremental ROI +107 % (+15 to +198)."),
    ])
    #expect(
      try Self.told.get().headline.targetSentence
        == "Target 10.0 %: not reached, not ruled out.")
  }

  @Test func `a handful of guardrails is tripped, and the story says which`() throws {
    let report = try Self.told.get()
    #expect(
      Set(report.tripped.map(\.guardrail)) == [
        .discountFirst, .silentTrigger, .habit, .wrongPath, .afterReturn,
      ])
    try told().expect([
      "guardrails.discount-first.x": 1_028, "guardrails.discount-first.n": 1_028,
      "guardrails.discount-first.status": "tripped",
      "guardrails.silent-trigger.worst.name": "Your usual, again?",
      "guardrails.habit.x": 67, "guardrails.habit.n": 101,
      "guardrails.wrong-path.x": 7, "guardrails.wrong-path.n": 8,
      "guardrails.wrong-path.worst.name": "support friction", "guardrails.wrong-path.low_n": true,
      "guardrails.after-return.x": 2, "guardrails.after-return.n": 158,
      "guardrails.cart-long.status": "cannot_tell", "guardrails.extended.status": "cannot_tell",
      "guardrails.blast.status": "held", "playbook.picks.0": "path-by-reason",
      "playbook.picks.1": "personal-outreach", "playbook.picks.2": "service-recovery",
      "playbook.tactics.personal-outreach.audience": 157,
      "playbook.tactics.retargeting.losing_channel": "retargeting",
    ])
    #expect(try text().contains("Pick three: Path by reason (203 people)"))
  }

  @Test func `all files together are under three megabytes`() throws {
    let sizes = try FileManager.default.contentsOfDirectory(atPath: sampleData).map { name in
      try Data(contentsOf: URL(fileURLWithPath: sampleData + "/" + name)).count
    }
    #expect(sizes.reduce(0, +) < 3_000_000)
  }

  private func lines(_ file: String) throws -> [Substring] {
    try String(contentsOfFile: sampleData + "/" + file, encoding: .utf8).split(separator: "\n")
  }

  /// The files that tell of everyone who was assigned as one of a segment.
  private func people(of segment: String) throws -> [String: String] {
    let assigned = try lines("assignments.csv").filter { $0.hasSuffix("," + segment) }
    let people = Set(assigned.compactMap { $0.split(separator: ",").first })
    var files = [
      "winback.toml": try String(contentsOfFile: sampleData + "/winback.toml", encoding: .utf8)
    ]
    for (file, column) in [("assignments.csv", 0), ("orders.csv", 1), ("touches.csv", 0)] {
      let lines = try lines(file)
      let own = lines.dropFirst().filter {
        people.contains($0.split(separator: ",", omittingEmptySubsequences: false)[column])
      }
      files[file] = ([lines[0]] + own).joined(separator: "\n")
    }
    return files
  }
}
