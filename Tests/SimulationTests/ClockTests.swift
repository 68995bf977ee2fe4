import Simulation
import Testing

struct ClockTests {
  /// The changes of clocks in the history, by the published dates.
  @Test func `the shop's offset follows summer time`() throws {
    let moments = try SimulatedFolder.of(.shop).rows(.orders).compactMap { $0["ordered_at"] }
    for moment in moments {
      let day = moment.prefix(10)
      // On the day of a change both are right, by the hour.
      let changes = ["2024-10-27", "2025-03-30", "2025-10-26", "2026-03-29", "2026-10-25"]
      guard !changes.contains(String(day)) else { continue }
      let isSummer =
        day < "2024-10-27" || day > "2025-03-30" && day < "2025-10-26"
        || day > "2026-03-29" && day < "2026-10-25"
      #expect(moment.suffix(6) == (isSummer ? "+02:00" : "+01:00"), "\(moment)")
    }
  }

  @Test func `people buy in the evening, and on Sundays more than on Saturdays`() throws {
    let orders = try SimulatedFolder.of(.shop).rows(.orders)
    var hours = Array(repeating: 0, count: 24)
    var weekdays = Array(repeating: 0, count: 7)
    for moment in orders.compactMap({ $0["ordered_at"] }) {
      hours[try #require(Int(moment.dropFirst(11).prefix(2)))] += 1
      weekdays[try weekday(moment)] += 1
    }
    #expect(hours[20] > 5 * hours[3])
    #expect(weekdays[0] * 10 > weekdays[6] * 11)
  }

  @Test func `November is the best month and summer the worst`() throws {
    let orders = try SimulatedFolder.of(.shop).rows(.orders)
    func count(_ month: String) -> Int {
      orders.count { $0["ordered_at", default: ""].hasPrefix(month) }
    }
    #expect(count("2025-11") * 10 > count("2025-08") * 13)
    #expect(count("2026-09") > count("2024-10"))
  }

  @Test func `winback messages go out from February 2025, calls on workdays`() throws {
    let touches = try SimulatedFolder.of(.saas).rows(.touches)
    #expect(touches.allSatisfy { $0["touched_at", default: ""] >= "2025-02-03" })
    let calls = touches.filter { $0["channel"] == "call" && $0["event"] == "sent" }
    #expect(calls.count > 30)
    for call in calls { #expect((1...5).contains(try weekday(call["touched_at", default: ""]))) }
  }

  /// 0 for Sunday; Tomohiko Sakamoto's method.
  private func weekday(_ moment: String) throws -> Int {
    let parts = try moment.prefix(10).split(separator: "-").map { try #require(Int($0)) }
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = parts[1] < 3 ? parts[0] - 1 : parts[0]
    return (year + year / 4 - year / 100 + year / 400 + shift[parts[1] - 1] + parts[2]) % 7
  }
}
