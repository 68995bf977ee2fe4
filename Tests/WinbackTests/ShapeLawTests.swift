import Foundation
import Metrics
import Testing

@testable import winback

/// The same facts in another shape, at another date or in another coin give the same report.
struct `Laws of two reports` {
  private static let shapes = [
    Shape(testDescription: "in another row order", isShuffled: true),
    Shape(testDescription: "in two files a table", isSplit: true),
    Shape(testDescription: "with CRLF", lineEnd: "\r\n"),
    Shape(testDescription: "after a byte order mark", opening: "\u{FEFF}"),
    Shape(testDescription: "with the columns the other way round", isReordered: true),
    Shape(testDescription: "with every field quoted", isQuoted: true),
    Shape(
      testDescription: "in all of these at once", isShuffled: true, isSplit: true,
      lineEnd: "\r\n", opening: "\u{FEFF}", isReordered: true, isQuoted: true),
  ]

  @Test(arguments: lawFolders)
  func `the shape of the files changes nothing`(_ folder: SampleFolder) throws {
    let report = try json(folder.files())
    for shape in Self.shapes {
      // How many files a table has is the one thing that may differ.
      expectSame(
        report.without("files"), try json(folder.files(shape)).without("files"),
        shape.testDescription)
    }
  }

  /// A folder without an order is no cohort, so the days begin with the first order.
  private static let cuts = lawFolders.flatMap { folder in
    ["2025-02-28", "2025-06-14", "2025-09-30", "2025-12-20"]
      .map { (folder: folder, day: $0) }
      .filter { $0.folder.cut(at: $0.day).tables["orders"]?.rows.isEmpty == false }
  }

  @Test(arguments: cuts)
  func `a report as of a day is the report of the files cut at that day`(
    _ folder: SampleFolder, _ day: String
  ) throws {
    // The account of the rows read says how many are dated later: the cut files have none.
    expectSame(
      try json(folder.files(), asOf: day).without("inputs"),
      try json(folder.cut(at: day).files(), asOf: day).without("inputs"), "as of \(day)")
  }

  @Test(arguments: AnalysedFolder.all)
  func `a report seen through another period is the one that it would have been`(
    _ folder: AnalysedFolder
  ) throws {
    var (analysis, seen) = (folder.analysis, folder.report)
    for months in [1, 12, 3] {
      analysis = Analysis(analysis, periodMonths: months)
      seen = Report(seen, through: analysis)
      var definitions = folder.analysis.definitions
      definitions.periodMonths = months
      let afresh = Report(
        Analysis(folder.analysis.history, definitions: definitions, asOf: folder.analysis.asOf),
        options: folder.options)
      expectSame(JSONReport.value(seen), JSONReport.value(afresh), "\(months) months")
      #expect(seen.lines == afresh.lines)
    }
  }

  /// The keys that hold money; `revenue_per_lapsed.value` and the value of a work list do too.
  private static let money: Set = [
    "revenue", "cost", "contribution", "cost_per_return", "cost_per_reactivation",
    "cost_per_incremental_return", "mean", "revenue_per_lapsed", "incremental_revenue",
    "incremental_revenue_se", "at_stake",
  ]

  /// In a coin worth a quarter every amount is four times as large, and no rate or ratio knows.
  @Test(arguments: lawFolders)
  func `four times the money is four times the money figures and nothing else`(
    _ folder: SampleFolder
  ) throws {
    let asOf = folder.testDescription == "future_cancel" ? "2026-02-28" : "2025-08-15"
    let plain = figures(try json(folder.files(), asOf: asOf))
    let scaled = figures(try json(folder.withAmounts(times: 4).files(), asOf: asOf))
    #expect(plain.count == scaled.count)
    var scaledUp = 0
    for (before, after) in zip(plain, scaled) {
      let keys = before.path.split(separator: ".").map(String.init)
      let isMoney =
        Self.money.contains(keys.last ?? "")
        || keys.last == "value"
          && (keys.dropLast().contains("revenue_per_lapsed")
            || keys.dropLast(2) == ["playbook", "tactics"])
      guard let amount = before.value.number else {
        #expect("\(before.value)" == "\(after.value)", "\(before.path)")
        continue
      }
      let expected = isMoney ? 4 * amount : amount
      let isRight = after.value.number.map { abs($0 - expected) <= 1e-9 * max(1, abs(expected)) }
      #expect(
        before.path == after.path && isRight == true,
        "\(before.path) was \(amount), should be \(expected), is \(after.value)")
      if isMoney && amount != 0 { scaledUp += 1 }
    }
    #expect(folder.testDescription == "future_cancel" || scaledUp >= 5)
  }

  /// Compares whole documents, and shows the first places that differ instead of both documents.
  private func expectSame(
    _ one: JSONValue, _ other: JSONValue, _ how: String,
    at sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard one.document != other.document else { return }
    let differences = zip(figures(one), figures(other)).filter { "\($0)" != "\($1)" }.prefix(5)
    Issue.record(
      "\(how): \(differences.map { "\($0.path): \($0.value) / \($1.value)" })",
      sourceLocation: sourceLocation)
  }

  /// Everything that is no object and no list, with its path.
  private func figures(_ value: JSONValue, at path: String = "")
    -> [(path: String, value: JSONValue)]
  {
    switch value {
    case .object(let members):
      members.flatMap { figures($0.1, at: path + "." + $0.0) }
    case .list(let rows):
      rows.enumerated().flatMap { figures($1, at: path + ".\($0)") }
    default: [(path, value)]
    }
  }
}
