import Metrics
import Tables
import Terminal
import Testing

@testable import Dashboard

/// Any screen has an address, and an address opens that screen again.
struct AddressTests {
  @Test(
    arguments: [
      ([], "scorecard"), (["2", "b"], "segments?by=frequency"), (["v"], "review"),
      (["3", .down, .enter], "channels/sms"), (["4", .down, .enter], "cohorts/month:2026-09"),
      (["2", .down, .down, .enter], "segments/segment:loyal"),
      (["2", .enter, "5"], "segments/segment:one-time/people"),
      (["5", .enter], "people/C100338"), (["3", "w"], "channels?window=30"),
      (["4", "b"], "cohorts?value=revenue"), (["3", "a"], "channels?credit=first_touch"),
      (["3", " ", .down, " ", "c"], "channels/email?compare=sms"),
      (["4", .down, .down, " ", .down, " ", "c"], "cohorts/month:2026-08?compare=2026-07"),
      (["3", "/", "r", ">", "5", .enter], "channels?table=1&filter=r%3E5"),
      (["3", .right, .right, "s"], "channels?table=1&sort=-rate"),
      (["7"], "guardrails"), (["7", .enter], "guardrails/discount-first"),
      (["7", .enter, .enter], "guardrails/discount-first/C100006"),
      (["8"], "playbook"), (["8", .down, .enter], "playbook/segmented-sequences"),
      (["8", .down, .enter, "5"], "playbook/segmented-sequences/people"),
      (["8", .down, .down, .enter, .enter], "playbook/retargeting/one-time-buyer-180d"),
    ] as [([Key], String)])
  func `a screen says its address, and it opens that screen`(keys: [Key], address: String) throws {
    let size = Size(columns: 160, rows: 40)
    let dashboard = Dashboard(sample, size, keys: keys)
    #expect(dashboard.address.text == address)
    var opened = Dashboard(sample, size)
    try opened.open(try Address(parsing: address))
    #expect(opened.page == dashboard.page)
    #expect(opened.address.text == address)
  }

  @Test func `what was drilled into is a conjunction that the address keeps`() throws {
    var dashboard = Dashboard(
      sample, Size(columns: 160, rows: 60), keys: ["2", .down, .down, .enter])
    dashboard.press([.tab, .tab, .tab])
    #expect(dashboard.rowUnderCursor?.cells[0].text == "email")
    dashboard.press([.enter])
    #expect(dashboard.address.text == "segments/segment:loyal/first_channel:email")
    var opened = Dashboard(sample, Size(columns: 160, rows: 60))
    try opened.open(dashboard.address)
    #expect(opened.page == dashboard.page)
  }

  @Test(arguments: 0..<6)
  func `wherever keys lead to, the address leads there, too`(seed: UInt64) throws {
    let keys: [Key] = [
      "1", "2", "3", "4", "5", "6", "v", .enter, .enter, .enter, .escape, .down, .down, .up, .right,
      .tab, .tab, "b", "w", "a", "s", "S", " ", " ", "c",
    ]
    let size = Size(columns: 160, rows: 50)
    var random = Seeded(seed)
    var dashboard = Dashboard(sample, size)
    for _ in 0..<80 {
      dashboard.press([random.element(keys)])
      let address = dashboard.address.text
      var opened = Dashboard(sample, size)
      try opened.open(try Address(parsing: address))
      #expect(opened.address.text == address)
      #expect(opened.wholePage == dashboard.wholePage, "\(address)")
    }
  }

  @Test func `a channel called people is a channel`() throws {
    var address = try Address(parsing: "channels/%70eople")
    #expect(address.channel == "people")
    #expect(address.text == "channels/%70eople")
    address = try Address(parsing: "channels/people")
    #expect(address.channel == nil)
  }

  @Test(
    arguments: [
      ("", "\"\" is neither a command nor a screen"), ("moon", "\"moon\" is neither"),
      ("channels/%zz", "is not percent-encoded"), ("segments/height:3", "opens nothing there"),
      ("scorecard?colour=red", "\"colour\" is no setting"),
      ("scorecard?asof=tomorrow", "asof cannot be \"tomorrow\": write a day"),
      ("channels?window=45", "window cannot be \"45\": 30, 60 or 90"),
      ("cohorts?value=x", "rate, revenue or returns"), ("segments?by=x", "first_channel"),
    ])
  func `what is no address says what would be one`(text: String, words: String) {
    do throws(AddressProblem) {
      _ = try Address(parsing: text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.sentence.contains(words), "\(error.sentence)")
    }
  }

  @Test(arguments: [
    "channels/nobody", "segments/segment:nobody", "cohorts/1999-01", "people/nobody",
  ])
  func `an address of nothing says so and leaves what is shown`(text: String) throws {
    let address = try Address(parsing: text)
    var dashboard = Dashboard(sample)
    #expect(throws: AddressProblem.self) { try dashboard.open(address) }
    #expect(dashboard.layer == .screen(.scorecard))
    #expect(dashboard.frame.text.contains("There is nothing at "))
  }

  @Test(
    arguments: [
      "sms", "We miss you", "50% off/now?", "a:b&c=d", "Grüße, 你好", "", "\u{202E}x", "é\u{301}",
    ])
  func `any name survives its encoding`(name: String) {
    let encoded = PercentEncoding.encoded(name)
    #expect(encoded.utf8.allSatisfy { $0 < 0x80 && !" /?&=:,".utf8.contains($0) })
    #expect(PercentEncoding.decoded(encoded) == name)
  }

  @Test func `a filter without a table is of the first that there is`() throws {
    for (address, left) in [
      ("channels?filter=sms", 1), ("cohorts?filter=2026", 10), ("data?filter=orders", 1),
    ] {
      var dashboard = Dashboard(sample, Size(columns: 120, rows: 40))
      try dashboard.open(try Address(parsing: address))
      let table = try #require(
        dashboard.page?.sections.indices.lazy.compactMap { dashboard.page?.table(at: $0) }.first)
      #expect(table.rowCount == left, "\(address)")
    }
  }

  @Test func `an address of another day asks for that day first`() throws {
    var dashboard = Dashboard(sample)
    let address = try Address(parsing: "channels/sms?asof=2026-08-31&period=year")
    let effects = dashboard.go(to: address)
    let lens = Lens(asOf: Day("2026-08-31"), period: .year)
    #expect(effects == [.look(lens)])
    _ = dashboard.update(.loaded(sample.seen(through: lens)))
    #expect(dashboard.frame.text.contains("Channels › sms [year]"))
    #expect(dashboard.frame.text.contains("31 Aug 2026"))
    #expect(dashboard.address.text == "channels/sms?asof=2026-08-31&period=year")
  }
}
