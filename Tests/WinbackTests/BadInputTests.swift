import ArgumentParser
import Dashboard
import Foundation
import Metrics
import Tables
import Testing

@testable import winback

/// Files that cannot be read as they are, and the exact sentence that says so.
///
/// Every row of the tables is one bad input in a folder that is otherwise fine.
struct BadInputTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var files: [String: String]
    var sentence: String

    init(_ name: String, _ files: [String: String], _ sentence: String) {
      self.name = name
      self.files = files
      self.sentence = sentence
    }

    var testDescription: String { name }
  }

  /// The commands as they are called, on the first of November 2026.
  private func arguments(_ folder: TemporaryFolder) throws -> FolderArguments {
    try FolderArguments.parse([folder.path, "--today", "2026-11-01"])
  }

  @Test(arguments: refusedRows)
  func `a row that cannot be read is refused with its place, and the rest is read`(_ bad: Case)
    throws
  {
    let folder = try TemporaryFolder(bad.files.merging(goodFiles) { bad, _ in bad })
    let evidence = try arguments(folder).evidence()
    let (report, cohort) = (evidence.report, evidence.analysis.cohort)
    #expect(report.findings.sentences == [bad.sentence])
    #expect(report.findings.count == 1)
    // The report is there all the same; whoever asks for refused rows is told by the status.
    #expect(try Ended("report", folder.path, "--today", "2026-11-01").status == 0)
    let check = try Ended("check", folder.path, "--today", "2026-11-01", "--fail-on", "refused")
    #expect(check.status == 1)
    #expect(check.complaint == "")
    // One order stands in every file of these.
    #expect(cohort.orders.count >= 1)
  }

  @Test(arguments: unusableFolders)
  func `a folder that cannot be used ends with one sentence and status 2`(_ bad: Case) throws {
    let folder = try TemporaryFolder(bad.files)
    let arguments = try arguments(folder)
    let failure = #expect(throws: Failure.self) { try arguments.evidence() }
    #expect(failure?.status == 2)
    let sentence = bad.sentence.replacing("FOLDER", with: folder.path)
    #expect(failure?.sentence == sentence)
    #expect(
      try Ended("report", folder.path, "--today", "2026-11-01")
        == Ended(status: 2, output: "", complaint: "winback: \(sentence)\n"))
  }

  @Test func `bytes that are no UTF-8 are refused`() throws {
    let folder = try TemporaryFolder()
    var bytes = Data("order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n2,".utf8)
    bytes.append(contentsOf: [0xE9, 0x74, 0xE9])
    bytes.append(Data(",2026-01-02,10\n".utf8))
    try folder.write("orders.csv", bytes)
    #expect(
      try arguments(folder).evidence().report.findings.sentences == [
        "orders.csv:3 customer_id: \"\u{FFFD}t\u{FFFD}\" is not UTF-8; save the file as UTF-8"
      ])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x6F, 0x00], "orders.csv: is UTF-16 text; save it as CSV in UTF-8"),
      (
        [0x50, 0x4B, 0x03, 0x04],
        "orders.csv: is an Excel workbook or a ZIP archive; save it as CSV in UTF-8"
      ),
      ([0x1F, 0x8B, 0x08, 0x00], "orders.csv: is a gzip archive; save it as CSV in UTF-8"),
      ([0x00, 0x00, 0x00, 0x00], "orders.csv: is binary data; save it as CSV in UTF-8"),
    ] as [([UInt8], String)])
  func `another format renamed to csv is named`(bytes: [UInt8], sentence: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("orders.csv", Data(bytes))
    let failure = #expect(throws: Failure.self) { try arguments(folder).evidence() }
    #expect(failure?.sentence == sentence)
  }

  @Test func `a pipe or a folder named orders.csv is no file`() throws {
    let folder = try TemporaryFolder()
    let made = unsafe mkfifo(folder.path + "/orders.csv", 0o600)
    try #require(made == 0)
    let failure = #expect(throws: Failure.self) { try arguments(folder).evidence() }
    #expect(
      failure?.sentence == "orders.csv: is a folder, a pipe or a device, not a file")
  }

  @Test func `a folder that is not there is said, and so is a file in its place`() throws {
    let folder = try TemporaryFolder(["orders.csv": "order_id\n"])
    let missing = try FolderArguments.parse([folder.path + "/none"])
    #expect(
      #expect(throws: Failure.self) { try missing.evidence() }?.sentence
        == "\(folder.path)/none: does not exist")
    let file = try FolderArguments.parse([folder.path + "/orders.csv"])
    #expect(
      #expect(throws: Failure.self) { try file.evidence() }?.sentence
        == "\(folder.path)/orders.csv: is not a folder; name the folder that holds orders.csv")
  }

  @Test func `a stray quote costs its own row and not the rows after it`() throws {
    let folder = try TemporaryFolder([
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue,note
      1,a,2026-01-01,10,fine
      2,a,2026-02-01,10,"never closed
      3,a,2026-03-01,10,fine
      4,a,2026-04-01,10,"quoted, and closed"
      5,a,2026-05-01,10,fine
      """
    ])
    let evidence = try arguments(folder).evidence()
    let (report, cohort) = (evidence.report, evidence.analysis.cohort)
    #expect(cohort.orders.count == 4)
    #expect(
      report.findings.sentences == [
        "orders.csv:3: text follows a closing quote; double a quote that is part of the text"
      ])
  }

  @Test func `a million bad rows are counted, and a hundred of a kind are kept`() throws {
    let bad = String(repeating: "x,a,not a date,10\n", count: 150_000)
    let folder = try TemporaryFolder([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n" + bad
    ])
    let findings = try arguments(folder).evidence().report.findings
    #expect(findings.count == 150_000)
    #expect(findings.kinds.count == 1)
    #expect(findings.examples.values.map(\.count) == [Findings.keptOfAKind])
  }

  @Test func `text that would steer a terminal is shown as a stand-in`() throws {
    let folder = try TemporaryFolder([
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue
      1,a,2026-01-01,10
      2,a,\u{1B}[2J\u{202E}evil,10
      """
    ])
    #expect(
      try arguments(folder).evidence().report.findings.sentences == [
        "orders.csv:3 ordered_at: \"\u{FFFD}[2J\u{FFFD}evil\" is no date; write 2026-10-31, "
          + "or 2026-10-31T14:05:00 with or without +01:00"
      ])
  }
}

/// A folder in which nothing is wrong.
private let goodFiles = [
  "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n"
]

private func orders(_ row: String, _ columns: String = "") -> [String: String] {
  [
    "orders.csv": "order_id,customer_id,ordered_at,revenue\(columns)\n1,a,2026-01-01,10"
      + String(repeating: ",", count: columns.count { $0 == "," }) + "\n\(row)\n"
  ]
}

private func table(_ name: String, _ header: String, _ row: String) -> [String: String] {
  ["\(name).csv": header + "\n" + row + "\n"]
}

private let noDate =
  "is no date; write 2026-10-31, or 2026-10-31T14:05:00 with or without +01:00"
private let noAmount = "is no amount; write plain digits with a point, as 1234.56"

private let refusedRows: [BadInputTests.Case] =
  [
    ("a German date", "31.10.2026"), ("an American date", "10/31/2026"),
    ("a day that is not", "2026-02-30"), ("a month that is not", "2026-13-01"),
    ("a short day", "2026-1-5"), ("a year before 1900", "1899-12-31"),
    ("an hour that is not", "2026-01-05T24:00:00"),
    ("a minute that is not", "2026-01-05T10:60:00"),
    ("an offset that is not", "2026-01-05T10:00:00+25:00"),
    ("a zone's name", "2026-01-05T10:00:00 CET"), ("seconds since 1970", "1767225600"),
    ("seven decimals of a second", "2026-01-05T10:00:00.1234567"), ("a word", "yesterday"),
  ].map { name, text in
    .init(name, orders("2,a,\(text),10"), "orders.csv:3 ordered_at: \"\(text)\" \(noDate)")
  }
  + [
    ("a decimal comma", "\"12,50\"", "12,50"), ("groups of thousands", "\"1,234.50\"", "1,234.50"),
    ("a currency sign", "$12", "$12"), ("an exponent", "1e3", "1e3"),
    ("no digit before the point", ".5", ".5"), ("no digit after the point", "5.", "5."),
    ("not a number", "NaN", "NaN"), ("a dash", "-", "-"), ("two points", "1.2.3", "1.2.3"),
  ].map { name, field, text in
    .init(
      name, orders("2,a,2026-01-02,\(field)"), "orders.csv:3 revenue: \"\(text)\" \(noAmount)")
  }
  + [
    .init(
      "an amount beyond belief", orders("2,a,2026-01-02,1000000000001"),
      "orders.csv:3 revenue: \"1000000000001\" is over a million million; is it in the currency's "
        + "main unit?"),
    .init(
      "an order of tomorrow", orders("2,a,2026-11-02,10"),
      "orders.csv:3 ordered_at: \"2026-11-02\" is after today, 2026-11-01; an order cannot have "
        + "happened yet"),
    .init(
      "an order without an id", orders(",a,2026-01-02,10"),
      "orders.csv:3 order_id: is blank and may not be"),
    .init(
      "an order without a customer", orders("2, ,2026-01-02,10"),
      "orders.csv:3 customer_id: is blank and may not be"),
    .init(
      "an order without a date", orders("2,a,,10"),
      "orders.csv:3 ordered_at: is blank and may not be"),
    .init(
      "an order without revenue", orders("2,a,2026-01-02,"),
      "orders.csv:3 revenue: is blank and may not be"),
    .init(
      "a discount in per cent", orders("2,a,2026-01-02,10,20%", ",discount"),
      "orders.csv:3 discount: \"20%\" \(noAmount)"),
    .init(
      "a refund that is no amount", orders("2,a,2026-01-02,10,all", ",refunded"),
      "orders.csv:3 refunded: \"all\" \(noAmount)"),
    .init(
      "a refund's date that is none", orders("2,a,2026-01-02,10,soon", ",refunded_at"),
      "orders.csv:3 refunded_at: \"soon\" \(noDate)"),
    .init(
      "a field too many", orders("2,a,2026-01-02,10,extra"),
      "orders.csv:3: 5 fields where the header has 4; quote a text that holds a comma"),
    .init(
      "a field too few", orders("2,a,2026-01-02"),
      "orders.csv:3: 3 fields where the header has 4; quote a text that holds a comma"),
    .init(
      "a quote that nobody closes", orders("2,\"a,2026-01-02,10"),
      "orders.csv:3: a quote opens here and is never closed; double a quote that is part of the "
        + "text"),
    .init(
      "text after a quote", orders("2,\"a\"b,2026-01-02,10"),
      "orders.csv:3: text follows a closing quote; double a quote that is part of the text"),
    .init(
      "a zero byte", orders("2,a\0b,2026-01-02,10"),
      "orders.csv:3 customer_id: \"a\u{FFFD}b\" holds a zero byte; the file may be damaged"),
    .init(
      "a line beyond a mebibyte",
      orders("2," + String(repeating: "a", count: 1_100_000) + ",2026-01-02,10"),
      "orders.csv:3: the line is longer than a mebibyte"),
    .init(
      "a touch without a channel",
      table("touches", "customer_id,touched_at,channel", "a,2026-01-02,"),
      "touches.csv:2 channel: is blank and may not be"),
    .init(
      "a touch whose event is unknown",
      table("touches", "customer_id,touched_at,channel,event", "a,2026-01-02,email,viewed"),
      "touches.csv:2 event: \"viewed\" is none of sent, delivered, opened, clicked, replied, "
        + "bounced, failed, unsubscribed, complained"),
    .init(
      "a step that is a word",
      table("touches", "customer_id,touched_at,channel,step", "a,2026-01-02,email,two"),
      "touches.csv:2 step: \"two\" is no step; write a whole number"),
    .init(
      "a touch's cost with a comma",
      table("touches", "customer_id,touched_at,channel,cost", "a,2026-01-02,email,\"0,07\""),
      "touches.csv:2 cost: \"0,07\" \(noAmount)"),
    .init(
      "an arm that is neither",
      table("assignments", "customer_id,assigned_at,arm", "a,2026-01-02,b"),
      "assignments.csv:2 arm: \"b\" is none of treatment, holdout"),
    .init(
      "an arm that is blank", table("assignments", "customer_id,assigned_at,arm", "a,2026-01-02,"),
      "assignments.csv:2 arm: is blank and may not be"),
    .init(
      "a cancellation without a day", table("cancellations", "customer_id,cancelled_at", "a,never"),
      "cancellations.csv:2 cancelled_at: \"never\" \(noDate)"),
    .init(
      "voluntary, perhaps",
      table("cancellations", "customer_id,cancelled_at,voluntary", "a,2026-01-02,maybe"),
      "cancellations.csv:2 voluntary: \"maybe\" is none of true, yes, 1, false, no, 0"),
    .init(
      "spend of a year", table("spend", "date,amount", "2026,100"),
      "spend.csv:2 date: \"2026\" is no date and no month; write 2026-10-31 or 2026-10"),
    .init(
      "spend without an amount", table("spend", "date,amount", "2026-01,"),
      "spend.csv:2 amount: is blank and may not be"),
    .init(
      "an unsubscribe's date that is none",
      table("customers", "customer_id,unsubscribed_at", "a,true"),
      "customers.csv:2 unsubscribed_at: \"true\" \(noDate)"),
    .init(
      "their name for a column",
      table("orders-2026", "Order,Email,Day,Total", "2,a,gestern,10").merging([
        "winback.toml": """
        [columns.orders]
        order_id = "Order"
        customer_id = "Email"
        ordered_at = "Day"
        revenue = "Total"
        """, "orders.csv": "Order,Email,Day,Total\n1,a,2026-01-01,10\n",
      ]) { one, _ in one }, "orders-2026.csv:2 Day: \"gestern\" \(noDate)"),
  ]

private let unusableFolders: [BadInputTests.Case] = [
  .init("nothing at all", [:], "FOLDER: has no orders file; put one named orders.csv there"),
  .init(
    "other files only", ["Orders 2026.csv": "", "notes.txt": ""],
    "FOLDER: has no orders file; put one named orders.csv there (found Orders 2026.csv, notes.txt)"),
  .init("an empty file", ["orders.csv": ""], "orders.csv: is empty; it needs a header line"),
  .init(
    "a header and no row", ["orders.csv": "order_id,customer_id,ordered_at,revenue\n"],
    "FOLDER: has no order that can be read"),
  .init(
    "no row that can be read", orders("").mapValues { $0.replacing("2026-01-01", with: "soon") },
    "FOLDER: has no order that can be read; 1 refused, the first orders.csv:2 ordered_at: \"soon\" "
      + noDate),
  .init(
    "a header without columns", ["orders.csv": "id,customer,ordered_at\n1,a,2026-01-01\n"],
    "orders.csv:1: lacks the required columns order_id, customer_id, revenue; it has id, "
      + "customer, ordered_at; give their names under [columns.orders] in winback.toml"),
  .init(
    "semicolons", ["orders.csv": "order_id;customer_id;ordered_at;revenue\n1;a;2026-01-01;10\n"],
    "orders.csv:1: is separated by \";\"; save it separated by commas"),
  .init(
    "tabs", ["orders.csv": "order_id\tcustomer_id\tordered_at\trevenue\n1\ta\t2026-01-01\t10\n"],
    "orders.csv:1: is separated by tabs; save it separated by commas"),
  .init(
    "a column twice", ["orders.csv": "order_id,customer_id,revenue,ordered_at,revenue\n"],
    "orders.csv:1: has the column \"revenue\" twice"),
  .init(
    "a quote in the header", ["orders.csv": "order_id,\"customer_id\n1,a\n"],
    "orders.csv:1: a quote opens here and is never closed; double a quote that is part of the text"),
  .init(
    "an empty optional file",
    [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "touches.csv": "",
    ],
    "touches.csv: is empty; it needs a header line"),
  .init(
    "two currencies and no rate",
    [
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue,currency
      1,a,2026-01-01,10,EUR
      2,a,2026-01-02,10,usd
      """
    ],
    "orders are in EUR, USD; give currency and [rates] in winback.toml"),
  .init(
    "a currency without a rate",
    [
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue,currency
      1,a,2026-01-01,10,EUR
      2,a,2026-01-02,10,CHF
      """, "winback.toml": "currency = \"EUR\"",
    ],
    "orders are in CHF and the report in EUR; give [rates] CHF = ... in winback.toml"),
  .init(
    "amounts that do not add up in 64 bits",
    [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n"
        + (1...6).map { "\($0),a,2026-01-0\($0),1000000000000\n" }.joined()
    ],
    "orders: the amounts add up to more than 4 million million; are they in the currency's main "
      + "unit?"),
]
