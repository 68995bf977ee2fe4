import Testing

@testable import Tables

/// Fields that make a kind of touch are looked up together where they stand side by side; elsewhere they are
/// read one by one.
struct TouchReadingTests {
  private static let sideBySide = [
    "customer_id", "touched_at", "channel", "campaign", "step", "variant", "event", "offer", "cost",
    "segment",
  ]
  /// The same columns with another between any two that make a kind.
  private static let apart = [
    "channel", "cost", "campaign", "offer", "step", "touched_at", "variant", "customer_id", "event",
    "segment",
  ]

  /// What a field may hold: sound, spoiled, and what reads the same beside other fields but means
  /// something else.
  private static let choices: [String: [String]] = [
    "customer_id": ["a", "b", "c", ""],
    "touched_at": ["2026-01-05", "2026-01-06T10:00:00Z", "soon"],
    "channel": ["email", "E-Mail", " email", "email\"", "\"email\"", "\"a,b\"", "sms", ""],
    "campaign": ["Back", "Back ", "\"Back\"", "\"Ba\"\"ck\"", "\"x\ny\"", "", "B\u{fffd}", "1"],
    "step": ["1", "2", "", "\"1\"", "one", "01"],
    "variant": ["A", "\"A\"", "", "1", "\"a\"\"b\""],
    "event": ["sent", "SENT", "opened", "\"opened\"", "", "seen"],
    "offer": ["", "x", "\"x\"", "sent"],
    "cost": ["0.1", "", "free"],
    "segment": ["", "gold", "\"gold\""],
  ]

  /// Rows of which most repeat fields of others, with few spoiled ones.
  private static func rows(_ seed: UInt64, count: Int) -> [[String: String]] {
    var random = Mutator(seed: seed)
    return (0..<count).map { _ in
      var row: [String: String] = [:]
      for column in sideBySide {
        let values = choices[column, default: []]
        // The first two are sound, and common.
        let few = Int.random(in: 0..<4, using: &random) > 0 ? values.prefix(2) : values[...]
        row[column] = few.randomElement(using: &random)
      }
      return row
    }
  }

  private static func file(_ rows: [[String: String]], _ columns: [String]) -> String {
    let lines = rows.map { row in columns.map { row[$0, default: ""] }.joined(separator: ",") }
    return ([columns.joined(separator: ",")] + lines).joined(separator: "\n")
  }

  /// What is told of every row that was read, and of every one that was not.
  private static func told(_ rows: [[String: String]], _ columns: [String]) throws -> [String] {
    let cohort = try Cohort.read(files: [
      "orders.csv":
        "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n2,b,2026-01-01,10\n",
      "touches.csv": file(rows, columns),
    ]) { $0.channels["e-mail"] = "email" }
    let touches = cohort.touches
    let customers = cohort.customers(touches.starts)
    let read = (0..<touches.count).map { row in
      let kind = touches.kinds[Int(touches.kind[row])]
      let deal = touches.deals[Int(touches.deal[row])]
      return """
        \(customers[row]) \(touches.moment[row]) \(cohort.channels.words[kind.channel]) \
        \(touches.campaigns.words[kind.campaign]) \(kind.step) \
        \(touches.variants.words[kind.variant]) \(kind.event) \
        \(touches.offers.words[deal.offer]) \(deal.cost) \
        \(cohort.segments.words[kind.segment])
        """
    }
    let refused = cohort.findings.examples.values.flatMap(\.self).map {
      "\($0.line) \($0.column ?? "") \($0.text) \($0.problem)"
    }
    return read + refused.sorted()
  }

  /// Columns side by side, and the same with others in between.
  private static let orders: [(sideBySide: [String], apart: [String])] = [
    (sideBySide, apart),
    // One alone.
    (
      ["customer_id", "touched_at", "channel", "offer", "cost"],
      ["channel", "customer_id", "touched_at", "offer", "cost"]
    ),
    // Only some of those that make a kind are there.
    (
      ["event", "channel", "variant", "customer_id", "touched_at", "segment"],
      ["event", "customer_id", "channel", "touched_at", "variant", "segment"]
    ),
  ]

  @Test(arguments: 1...8 as ClosedRange<UInt64>, orders.indices)
  func `a touch says the same wherever its columns stand`(seed: UInt64, order: Int) throws {
    let (sideBySide, apart) = Self.orders[order]
    let rows = Self.rows(seed, count: 400)
    let expected = try Self.told(rows, apart)
    #expect(expected.count > 300)
    #expect(try Self.told(rows, sideBySide) == expected)
  }

  @Test func `a touch says the same wherever its columns stand, block after block`() throws {
    let rows = Self.rows(13, count: 12_000)
    let expected = try Self.told(rows, Self.apart)
    #expect(Self.file(rows, Self.sideBySide).utf8.count > 2 * BlockSource.size)
    #expect(try Self.told(rows, Self.sideBySide) == expected)
  }
}
