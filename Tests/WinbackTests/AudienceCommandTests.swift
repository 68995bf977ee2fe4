import Foundation
import Testing

/// Work lists and checks for cron, as they are called.
struct AudienceCommandTests {
  private let book = Book {
    $0.order("p1", "2026-03-10")
    $0.order("p1", "2026-04-01")
    $0.order("p2", "2026-03-10")
    $0.order("p2", "2026-04-01")
    $0.list("p2", unsubscribed: "2026-05-01")
  }

  @Test func `a list is CSV on standard output, and who is left out is said beside it`() throws {
    let folder = try TemporaryFolder(book.files)
    #expect(
      try Ended("audience", folder.path, "personal-outreach")
        == Ended(
          status: 0,
          output: """
            customer_id,why,segment,orders,last_order,value\r
            p1,"lapsed 2 May 2026, nobody wrote yet",(none),2,2026-04-01,100.0\r

            """,
          complaint: "winback: personal-outreach: 1 person. Left out: 1 unsubscribed.\n"))
  }

  @Test func `a list that nobody is on has its header`() throws {
    let folder = try TemporaryFolder(book.files)
    let ended = try Ended("audience", folder.path, "cart-recovery")
    #expect(ended.status == 0)
    #expect(ended.output == "customer_id,why,segment,orders,last_order,value\r\n")
    #expect(ended.complaint == "winback: cart-recovery: 0 people. Nobody is left out.\n")
  }

  @Test func `a file with people is for nobody but the user`() throws {
    let folder = try TemporaryFolder(book.files)
    let file = folder.path + "/list"
    let ended = try Ended("audience", folder.path, "recommendations", "--output", file)
    #expect(ended.status == 0)
    #expect(ended.output == "")
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("p1,"))
  }

  @Test(arguments: [["nobody"], ["measure-and-cut"], ["sample-data"], []])
  func `a name that is no list is wrong usage, and the lists are named`(names: [String]) throws {
    let folder = try TemporaryFolder(book.files)
    let ended = try Ended(
      Bundle.main.bundleURL.appendingPathComponent("winback").path,
      ["audience", folder.path] + names)
    #expect(ended.status == 64)
    #expect(ended.complaint.contains("personal-outreach, retargeting, loyalty-revival"))
  }

  @Test func `check ends with 1 for a tripped guardrail only where it is asked to`() throws {
    let folder = try TemporaryFolder(
      Book {
        $0.lapse(1...1)
        $0.list("p1", unsubscribed: "2026-05-01")
        $0.send("p1", "2026-05-10")
      }.files)
    let ended = try Ended("check", folder.path, "--fail-on", "guardrail")
    #expect(ended.status == 1)
    let words = ended.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "Guardrails tripped - Sends after an unsubscribe (unsubscribed): 1 of 1 sends went to people who "
          + "had unsubscribed (limit none); most by hello, 1 of 1."))
    #expect(try Ended("check", folder.path, "--fail-on", "bad").status == 0)
    #expect(try Ended("check", folder.path, "--fail-on", "never").status == 0)
  }

  @Test func `check ends with 0 where no guardrail is tripped`() throws {
    let folder = try TemporaryFolder(Book { $0.lapse(1...1, lastOrder: "2026-06-20") }.files)
    #expect(try Ended("check", folder.path, "--fail-on", "guardrail").status == 0)
  }

  @Test func `the report for Prometheus is of no single screen`() throws {
    let folder = try TemporaryFolder(book.files)
    let whole = try Ended("report", folder.path, "--format", "prometheus")
    #expect(whole.status == 0)
    #expect(
      try PrometheusText(whole.output).names.first == "winback_report_as_of_timestamp_seconds")
    #expect(
      try Ended("report", folder.path, "--format", "prometheus", "--open", "channels").status == 64)
  }
}
