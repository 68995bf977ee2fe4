import Dashboard
import Foundation
import Metrics
import Tables
import Testing

@testable import winback

/// What the report may not claim, found by trying to make it.
struct HonestyTests {
  private func text(_ files: [String: String], asOf: String? = nil) throws -> String {
    let folder = try TemporaryFolder(files)
    return TextOutput.text(
      ReportDocument.document(try report(ofFolder: folder.path, asOf: asOf)))
  }

  /// People who bought on 1 January 2026, were mailed on 5 March, and of whom the first `returned`
  /// bought again on 10 March; the newest order is of 30 June.
  private func programme(
    people: Int, returned: Int, channel: String = "email", more: [String: String] = [:]
  ) -> [String: String] {
    let names = (0..<people).map { "p\($0)" }
    var orders = names.map { "a\($0),\($0),2026-01-01,10" }
    orders += names.prefix(returned).map { "b\($0),\($0),2026-03-10,50" }
    orders.append("newest,newest,2026-06-30,10")
    return [
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n" + orders.joined(separator: "\n"),
      "touches.csv": "customer_id,touched_at,channel\n"
        + names.map { "\($0),2026-03-05,\(channel)" }.joined(separator: "\n"),
    ].merging(more) { _, more in more }
  }

  @Test func `a credit note larger than the cost leaves no return to speak of`() throws {
    let report = try json(
      programme(
        people: 300, returned: 60,
        more: ["spend.csv": "date,amount,channel\n2026-03-01,100,email\n2026-03-02,-300,email\n"]))
    #expect(report.at("scorecard.roi.attributed_return")?.isNull == true)
    #expect(report.at("channels.year.email.net_roi_low")?.isNull == true)
    #expect(report.at("review.drop")?.isNull == true)
    #expect(report.at("scorecard.roi.cost")?.number == -200)
  }

  @Test func `costs that cancel out are no cost`() throws {
    let report = try json(
      programme(
        people: 30, returned: 6,
        more: [
          "spend.csv":
            "date,amount,channel\n2026-03-01,0.7,\n2026-03-02,-0.1,email\n2026-03-03,-0.6,email\n"
        ]))
    #expect(report.at("scorecard.roi.cost")?.number == 0)
    #expect(report.at("scorecard.roi.attributed_return")?.isNull == true)
  }

  @Test func `a base file is restated by the drops beside it`() throws {
    let report = try json([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": "order_id,customer_id,ordered_at,revenue,refunded\n1,a,2026-01-10,100,\n",
      "orders-2026-02.csv":
        "order_id,customer_id,ordered_at,revenue,refunded\n1,a,2026-01-10,100,100\n2,b,2026-02-10,10,\n",
    ])
    #expect(report.at("lapse.customers.active")?.number == 1)
    #expect(report.at("lapse.customers.never_bought")?.number == 1)
  }

  @Test func `orders only show no share of nought, and no number that needs touches`() throws {
    // By the end of March 10 of the 40 lapsed are back, so no share is nought in truth.
    let text = try text(
      [
        "orders.csv": programme(people: 40, returned: 10)["orders.csv"] ?? "",
        "winback.toml": "[lapse]\ndays = 30\n",
      ], asOf: "2026-03-31")
    #expect(!text.contains("0.0 %"))
    #expect(!text.contains(" 0 %"))
    #expect(text.contains("Needs touches: Day-60 reactivation; "))
  }

  @Test func `people who came back before anyone wrote are compared with nobody`() throws {
    // 90 of 100 assigned people return before any mail; email and sms both bring back 60 of 500.
    var orders: [String] = []
    var touches: [String] = []
    var assignments: [String] = []
    func person(_ name: String, channel: String?, isBack: Bool) {
      orders.append("a\(name),\(name),2026-01-01,10")
      if isBack { orders.append("b\(name),\(name),2026-03-10,50") }
      assignments.append("\(name),2026-03-05,treatment")
      if let channel { touches.append("\(name),2026-03-05,\(channel)") }
    }
    for index in 0..<500 {
      person("e\(index)", channel: "email", isBack: index < 60)
      person("s\(index)", channel: "sms", isBack: index < 60)
    }
    for index in 0..<100 { person("n\(index)", channel: nil, isBack: index < 90) }
    orders.append("newest,newest,2026-06-30,10")
    let files = [
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n" + orders.joined(separator: "\n"),
      "touches.csv": "customer_id,touched_at,channel\n" + touches.joined(separator: "\n"),
      "assignments.csv": "customer_id,assigned_at,arm\n" + assignments.joined(separator: "\n"),
    ]
    let report = try json(files)
    let rows = "breakdown.year.first_channel"
    #expect(report.at("\(rows).email.against_rest.difference")?.number == 0)
    #expect(report.at("\(rows).(none).against_rest")?.isNull == true)
    #expect(!(try text(files)).contains("By first channel"))
  }

  @Test func `a holdout of one proves nothing`() throws {
    let text = try text(
      programme(
        people: 200, returned: 40,
        more: [
          "assignments.csv": "customer_id,assigned_at,arm\n"
            + (0..<200).map { "p\($0),2026-03-05,\($0 == 199 ? "holdout" : "treatment")" }
            .joined(separator: "\n")
        ]))
    #expect(text.contains("The holdout is too small for proof: 1 held out against 199 treated."))
    #expect(!text.contains("returns are its work"))
    #expect(!text.contains("Lift over holdout, "))
  }

  @Test func `everyone held out is not nobody written to`() throws {
    let names = (0..<50).map { "p\($0)" }
    var files = programme(people: 50, returned: 5)
    files["touches.csv"] = nil
    files["assignments.csv"] =
      "customer_id,assigned_at,arm\n"
      + names.map { "\($0),2026-03-05,holdout" }.joined(separator: "\n")
    #expect(try text(files).contains("Everyone enrolled was held out"))
  }

  @Test func `of too few there is no verdict on the target`() throws {
    let text = try text(
      programme(
        people: 20, returned: 2,
        more: ["winback.toml": "[lapse]\ndays = 30\n[targets]\nday_60 = 0.5\n"]))
    #expect(!text.contains("Target"))
  }

  @Test func `assignments outside every lapse are a finding`() throws {
    let text = try text(
      programme(
        people: 40, returned: 4,
        more: [
          "assignments.csv": "customer_id,assigned_at,arm\n"
            + (0..<40).map { "p\($0),2026-0\($0 < 20 ? 1 : 3)-05,treatment" }.joined(
              separator: "\n")
        ]))
    #expect(text.contains("50 % of the assignments (20 of 40) lie outside every lapse"))
  }

  @Test func `a folder of one customer has no table without a row and no number of nobody`() throws
  {
    let text = try text([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "spend.csv": "date,amount\n2026-01,100\n",
      "touches.csv": "customer_id,touched_at,channel\n",
    ])
    #expect(!text.contains("0.0x"))
    #expect(!text.contains("-100 %"))
    #expect(text.contains("Nobody was written to or assigned while lapsed"))
  }

  @Test func `a newest order that stands alone is said, with the day before it`() throws {
    let days = (1...20).map { "\($0),p\($0),2026-01-\($0 < 10 ? "0" : "")\($0),10" }
    let text = try text([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n"
        + (days + ["99,p1,2026-06-30,10"]).joined(separator: "\n")
    ])
    #expect(
      text.replacing("\n  ", with: " ").contains(
        "The newest order, of 30 Jun 2026, stands alone after 161 days without one: a mistyped date "
          + "would move the whole report; --as-of 2026-01-20 leaves it out."))
  }

  @Test func `where orders end long before the report, the report opens on that`() throws {
    let days = (1...20).map { "\($0),p\($0),2026-01-\($0 < 10 ? "0" : "")\($0),10" }
    let files = [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n" + days.joined(separator: "\n")
    ]
    func opening(_ asOf: String) throws -> String {
      try text(files, asOf: asOf).replacing("\n", with: " ")
    }
    // Orders come every day: three days without one are no silence yet.
    #expect(!(try opening("2026-01-23")).contains("No order is known after"))
    #expect(
      try opening("2026-01-24").contains(
        "20 customers No order is known after 20 Jan 2026, 4 days before the report: "))
  }

  @Test func `touches before the lapse name the threshold that would match them`() throws {
    // Everyone is mailed 20 days after buying, and lapses after 30.
    let names = (0..<40).map { "p\($0)" }
    let text = try text([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n"
        + names.enumerated().map { "\($0),\($1),2026-01-01,10" }.joined(separator: "\n")
        + "\nnewest,newest,2026-06-30,10\n",
      "touches.csv": "customer_id,touched_at,channel\n"
        + names.map { "\($0),2026-01-21,email" }.joined(separator: "\n"),
    ])
    #expect(
      text.replacing("\n  ", with: " ").contains(
        "100 % of the touches (40 of 40) lie outside every lapse: 40 to people not lapsed. Half the "
          + "runs start within 20 days of the last purchase: [lapse] days = 19 would match them."))
  }

  @Test func `the same file twice is said`() throws {
    let spend = "date,amount,channel\n2026-03-01,100,email\n"
    let text = try text(
      programme(people: 40, returned: 8, more: ["spend.csv": spend, "spend-old.csv": spend]))
    #expect(text.contains("The spend files spend.csv and spend-old.csv are the same"))
  }

  @Test(arguments: [
    String(repeating: "a.", count: 200_000) + "b = 1",
    "[" + String(repeating: "a.", count: 99) + "b]",
    "[lapse]\nx = {" + String(repeating: "a.", count: 99) + "b = 1}",
  ])
  func `a configuration of endless keys is an error, not an end`(text: String) {
    let problem = #expect(throws: ConfigurationProblem.self) { try Configuration(text: text) }
    #expect(problem?.sentence.hasSuffix("is not TOML: a key has too many parts") == true)
  }

  @Test func `dots in texts and comments are no keys`() throws {
    let dots = String(repeating: ".", count: 100)
    let configuration = try Configuration(
      text: "name = \"\(dots)\" # \(dots.prefix(20))\n# \(dots)")
    #expect(configuration.definitions.name == dots)
  }
}
