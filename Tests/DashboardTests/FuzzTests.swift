import Foundation
import Glyphs
import Metrics
import Tables
import Terminal
import Testing

@testable import Dashboard

/// Keys, sizes, pastes and data in any order: nothing traps, and what is shown stays within its bounds.
/// FUZZ_ROUNDS asks for more of them.
struct FuzzTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 1_500

  /// Names that break screens: wide, combining, long, bidirectional, control characters, nothing.
  private static let names = [
    "plain", "名前の長い顧客", "e\u{301}\u{301}\u{301}", String(repeating: "x", count: 300),
    "\u{202E}txt.exe",
    "a\u{1B}[2J", "\u{200B}", "👩‍👩‍👧‍👦", "-", "=1+1", "people", "a@b.example",
  ]

  /// A small folder of hostile names, seen from two days, and one with a single order.
  private static let arrivals: [Evidence] = {
    var files = [
      "orders.csv": "order_id,customer_id,ordered_at,revenue,discount_code\n",
      "touches.csv":
        "customer_id,touched_at,channel,campaign,step,variant,event,offer,cost,segment\n",
      "cancellations.csv": "customer_id,cancelled_at,reason\n",
      "carts.csv": "customer_id,abandoned_at,value\n",
      "customers.csv": "customer_id,name,email,points,segment\n",
      "winback.toml": "name = \"\u{202E}Shop\"\n[lapse]\ndays = 30\n",
    ]
    for number in 0..<60 {
      let name = "\"\(names[number % names.count])\""
      let id = "\"\(names[number % names.count])\(number / names.count)\""
      files["orders.csv"]? += "\(2 * number),\(id),2026-01-\(10 + number % 18),\(number),\(name)\n"
      if number % 2 == 0 {
        files["orders.csv"]? += "\(2 * number + 1),\(id),2026-03-\(10 + number % 18),9,\n"
      }
      files["touches.csv"]? +=
        "\(id),2026-02-2\(number % 8),\(name),\(name),\(number % 3),\(name),sent,\(name),0.1,\(name)\n"
      files["cancellations.csv"]? += number % 5 == 0 ? "\(id),2026-02-01,\(name)\n" : ""
      files["carts.csv"]? += number % 7 == 0 ? "\(id),2026-06-29T12:00:00,9\n" : ""
      files["customers.csv"]? += "\(id),\(name),\(name),\(number),\(name)\n"
    }
    files["orders.csv"]? += "999,anchor,2026-06-30,5,\n"
    do {
      let rich = try evidence(of: files)
      let tiny = try evidence(of: [
        "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n"
      ])
      guard let spring = Day("2026-05-10") else { return [rich, tiny] }
      return [rich, rich.at(spring), tiny]
    } catch {
      fatalError("\(error)")
    }
  }()

  private static func evidence(of files: [String: String]) throws -> Evidence {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }
    return try DashboardTests.evidence(ofFolder: path)
  }

  private static let keys: [Key] =
    Command.allCases.filter { ![.quit, .suspend].contains($0) }.flatMap(\.keys)
    + (" !/:.,>=<0123456789abcxyz" as String).map { .character($0) } + [.enter, .enter, .escape]

  @Test func `any keys, sizes and data leave a frame of the size that it is for`() throws {
    var random = Seeded(3)
    var dashboard = Dashboard(folder: "folder", size: Size(columns: 80, rows: 24), glyphs: .braille)
    var history: [String] = []
    for round in 0..<Self.rounds {
      let event = Self.event(&random)
      history = (history + ["\(event)".prefix(60).description]).suffix(12)
      for effect in dashboard.update(event) {
        // The world answers at once, later, or not at all.
        if random.chance(60) {
          _ = dashboard.update(Self.answer(to: effect, dashboard, &random))
        }
      }
      if let fault = Self.fault(dashboard) {
        Issue.record("round \(round): \(fault), after \(history)\n\(dashboard.frame.text)")
        return
      }
    }
  }

  private static func event(_ random: inout Seeded) -> Event {
    switch random.number(1...100) {
    case 1...4:
      .resized(Size(columns: random.number(1...300), rows: random.number(1...100)))
    case 5...6: .pasted(random.element(names) + "\n" + random.element(names))
    case 7: .loaded(random.element(arrivals))
    case 8: .failed("It is gone.")
    case 10: .pointer(random.element([.wheelUp, .wheelDown]))
    case 11...14:
      .pointer(.click(row: random.number(-1...101), column: random.number(-1...301)))
    case 15: .filesChanged
    case 16: .arrived(random.element(arrivals))
    case 17: .progress(progress(&random))
    case 18: .spoiled("orders.csv: is empty")
    case 9: .introduced(["plain0": Contact(name: random.element(names), email: "a@b.example")])
    default: .key(random.element(keys))
    }
  }

  private static func progress(_ random: inout Seeded) -> ReadingProgress.State {
    var state = ReadingProgress.State()
    state.rows = random.number(0...1_000_000)
    state.bytes = random.number(0...2_000_000)
    state.allBytes = random.number(0...1_000_000)
    state.isRead = random.chance(20)
    return state
  }

  private static func answer(
    to effect: Effect, _ dashboard: Dashboard, _ random: inout Seeded
  ) -> Event {
    switch effect {
    case .reload: .loaded(random.element(arrivals))
    case .readNews: .arrived(random.element(arrivals))
    case .look(let lens): .loaded(random.element(arrivals).seen(through: lens))
    case .copy(_, let what): .copied(what: what, destination: random.chance(50) ? "here" : nil)
    case .export(let path, _):
      // What would be written is worked out, too.
      dashboard.text(forFile: path).isEmpty ? .refused("Nothing.") : .written(path: path)
    case .trace: .refused("The files are gone.")
    case .introduce: .introduced([:])
    case .mouse(let isOn): .mouse(isOn: random.chance(90) ? isOn : nil)
    default: .refused("Not now.")
    }
  }

  /// What is wrong with what is shown; nil where nothing is.
  private static func fault(_ dashboard: Dashboard) -> String? {
    let frame = dashboard.frame
    if frame.size != dashboard.size { return "\(frame.size) in \(dashboard.size)" }
    if let scalar = frame.text.unicodeScalars.first(where: { $0 != "\n" && $0.isUnsafeToShow }) {
      return "U+\(String(scalar.value, radix: 16)) is shown"
    }
    if !(0..<max(1, frame.size.rows)).contains(frame.cursor.row)
      || !(0..<max(1, frame.size.columns)).contains(frame.cursor.column)
    {
      return "the cursor is at \(frame.cursor)"
    }
    if dashboard.marks.count > Dashboard.mostMarks { return "\(dashboard.marks.count) marks" }
    if dashboard.earlier.count > Dashboard.depthOfUndo { return "\(dashboard.earlier.count) views" }
    if dashboard.view.stack.isEmpty || dashboard.view.stack.count > 200 {
      return "\(dashboard.view.stack.count) layers"
    }
    return nil
  }
}
