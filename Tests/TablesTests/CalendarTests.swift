import Testing

@testable import Tables

struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-10-31", 20_757),
    ("1900-01-01", -25_567), ("9999-12-31", 2_932_896),
  ])
  func `days count from 1970`(text: String, number: Int) {
    #expect(Day(text)?.number == number)
    #expect(Day(number).description == text)
  }

  @Test func `every day of four centuries is the day after the one before`() throws {
    let first = try #require(Day("1900-01-01"))
    var previous = first.civil
    for number in (first.number + 1)...(first.number + 146_097) {
      let civil = Day(number).civil
      let isNextDay = civil.month == previous.month && civil.day == previous.day + 1
      let isNextMonth = civil.day == 1 && previous.day == Day(number - 1).month.length
      #expect(isNextDay || isNextMonth)
      previous = civil
    }
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-10-00", "26-10-31", "2026-1-1",
    "2026/10/31", "2026-10-31 ", "", "1899-12-31",
  ])
  func `what is no day of the calendar is nil`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    ("2026-08-31", 6, "2027-02-28"), ("2027-08-31", 6, "2028-02-29"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -18, "2024-07-15"),
    ("2026-12-01", 1, "2027-01-01"),
  ])
  func `months later is clamped to the month's length`(from: String, months: Int, to: String) {
    #expect(Day(from)?.adding(months: months).description == to)
  }
}

struct DateFieldsTests {
  private func read(_ text: String) -> DateFields? {
    var latest = LatestDate()
    return Array(text.utf8).withSpan { DateFields($0, &latest) }
  }

  @Test(
    arguments: [
      ("2026-10-31", .none), ("2026-10-31T14:05", .local(second: 50_700)),
      ("2026-10-31 14:05:09", .local(second: 50_709)),
      ("2026-10-31T14:05:09.123456", .local(second: 50_709)),
      ("2026-10-31T00:00:00Z", .zoned(second: 0, offset: 0)),
      ("2026-10-31T23:59:59+0200", .zoned(second: 86_399, offset: 7_200)),
      ("2026-10-31T14:05-03:30", .zoned(second: 50_700, offset: -12_600)),
    ] as [(String, DateFields.Clock)])
  func `the shapes of a moment`(text: String, clock: DateFields.Clock) {
    #expect(read(text)?.clock == clock)
  }

  @Test(arguments: [
    "2026-10-31T", "2026-10-31T14", "2026-10-31T14:5", "2026-10-31T14:05:", "2026-10-31T14:05:09.",
    "2026-10-31T14:05:09.1234567", "2026-10-31T14:05z", "2026-10-31T14:05+1",
    "2026-10-31T14:05+01:",
    "2026-10-31T14:05+24:00", "2026-10-31x14:05", "2026-10-31T14:05Z ", "2026-10-31T24:00",
  ])
  func `any other shape is none`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `every second of a day is read`() {
    for second in 0..<86_400 {
      let time = [second / 3_600, second / 60 % 60, second % 60].map { padded($0, 2) }
      let fields = read("2026-10-31T" + time.joined(separator: ":"))
      guard fields?.clock != .local(second: second) else { continue }
      Issue.record("\(time): \(String(describing: fields))")
    }
  }

  @Test func `a byte that belongs in no moment spoils it`() {
    let sound = Array("2026-10-31T14:05:09+02:30".utf8)
    // What may stand at each place beside what does.
    let others: [Int: String] = [
      0: "3456789", 1: "123456789", 2: "0123456789", 3: "0123456789", 6: "2", 8: "012",
      9: "0", 10: " ", 11: "0", 12: "0123456789", 14: "12345", 15: "0123456789", 17: "12345",
      18: "0123456789", 19: "-", 20: "12", 21: "013456789", 23: "01245", 24: "123456789",
    ]
    for place in sound.indices {
      for byte in UInt8.min...UInt8.max where byte != sound[place] {
        var spoiled = sound
        spoiled[place] = byte
        // The one before it was read.
        var latest = LatestDate()
        _ = sound.withSpan { DateFields($0, &latest) }
        let fields = spoiled.withSpan { DateFields($0, &latest) }
        let isSound = (others[place] ?? "").utf8.contains(byte)
        #expect((fields != nil) == isSound, "byte \(byte) at \(place)")
        var nothing = LatestDate()
        #expect(fields == spoiled.withSpan { DateFields($0, &nothing) })
      }
    }
  }

  @Test func `ten zero bytes are no day`() {
    var latest = LatestDate()
    #expect([UInt8](repeating: 0, count: 10).withSpan { latest.day($0) } == nil)
    #expect(Array("1970-01-01".utf8).withSpan { latest.day($0) } == 0)
  }
}

struct TimeZoneTests {
  private func local(_ text: String, _ zone: String) throws -> String {
    var clock = BusinessClock(zone: try TimeZoneRules(named: zone))
    let moment = try #require(
      Array(text.utf8).withSpan { clock.moment($0, edge: .start) })
    let second = Int(moment) - Int(BusinessClock.dayNumber(of: moment)) * 86_400
    return "\(Day(BusinessClock.dayNumber(of: moment))) \(padded(second / 3600, 2)):"
      + "\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
  }

  @Test(arguments: [
    ("2026-07-01T00:30:00Z", "Europe/Berlin", "2026-07-01 02:30:00"),
    ("2026-01-01T23:30:00Z", "Europe/Berlin", "2026-01-02 00:30:00"),
    // Summer time ends on 25 October 2026 at 01:00 UTC.
    ("2026-10-25T00:59:59Z", "Europe/Berlin", "2026-10-25 02:59:59"),
    ("2026-10-25T01:00:00Z", "Europe/Berlin", "2026-10-25 02:00:00"),
    // ... and starts on 29 March at 01:00 UTC.
    ("2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29 01:59:59"),
    ("2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29 03:00:00"),
    ("2025-11-02T05:59:59Z", "America/New_York", "2025-11-02 01:59:59"),
    ("2025-11-02T06:00:00Z", "America/New_York", "2025-11-02 01:00:00"),
    ("2026-06-01T12:00:00+05:30", "Asia/Kolkata", "2026-06-01 12:00:00"),
    ("2026-06-01T12:00:00Z", "Asia/Kathmandu", "2026-06-01 17:45:00"),
    // After the years that the file lists, its rule goes on.
    ("2090-07-01T00:30:00Z", "Europe/Berlin", "2090-07-01 02:30:00"),
    ("2090-01-01T00:30:00Z", "Australia/Sydney", "2090-01-01 11:30:00"),
    ("2090-07-01T00:30:00Z", "Australia/Sydney", "2090-07-01 10:30:00"),
    ("1969-12-31T23:00:00Z", "UTC", "1969-12-31 23:00:00"),
  ])
  func `a zoned moment moves to the business clock`(text: String, zone: String, expected: String)
    throws
  {
    #expect(try local(text, zone) == expected)
  }

  @Test func `a moment without a zone is on the business clock already`() throws {
    #expect(try local("2026-10-25T02:30:00", "Europe/Berlin") == "2026-10-25 02:30:00")
  }

  @Test func `a bare date is the start of its day, or its end for orders`() throws {
    var clock = BusinessClock(zone: .utc)
    let date = Array("1970-01-02".utf8)
    let start = date.withSpan { clock.moment($0, edge: .start) }
    let end = date.withSpan { clock.moment($0, edge: .end) }
    #expect(start == 86_400)
    #expect(end == 172_799)
  }

  @Test(arguments: ["Europe/Atlantis", "", "/etc/passwd", "../zoneinfo/UTC", "Europe"])
  func `an unknown zone is an error`(name: String) {
    #expect(throws: ZoneProblem.unknown(name: name)) { try TimeZoneRules(named: name) }
  }

  @Test(
    arguments: [
      ("CET-1CEST,M3.5.0,M10.5.0/3", 3_600, 7_200), ("EST5EDT,M3.2.0,M11.1.0", -18_000, -14_400),
      ("<+0545>-5:45", 20_700, nil), ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7_200, -3_600),
    ] as [(String, Int, Int?)])
  func `a zone's rule reads as POSIX writes it`(text: String, standard: Int, summer: Int?) throws {
    let zone = try #require(PosixZone(text))
    #expect(zone.standard == standard)
    #expect(zone.summer?.offset == summer)
  }
}
