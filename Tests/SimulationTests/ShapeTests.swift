import Simulation
import Testing

struct ShapeTests {
  static let shapes: [SimulationPlan.Table: [String: Shape]] = [
    .orders: [
      "order_id": .filled, "customer_id": .filled, "ordered_at": .moment, "revenue": .amount,
      "discount": .amount, "discount_code": .anything, "refunded": .amount,
      "refunded_at": .optional(.moment), "currency": .oneOf(["EUR", "USD"]),
      "status": .oneOf([
        "paid", "partially_refunded", "refunded", "cancelled", "pending", "failed", "test",
      ]),
    ],
    .touches: [
      "customer_id": .filled, "touched_at": .moment, "campaign": .filled, "step": .whole,
      "channel": .oneOf(["email", "sms", "retargeting", "direct_mail", "call", "social"]),
      "variant": .oneOf(["", "A", "B"]), "offer": .anything, "cost": .optional(.amount),
      "segment": .anything,
      "event": .oneOf([
        "sent", "delivered", "opened", "clicked", "replied", "bounced", "failed",
        "unsubscribed", "complained",
      ]),
    ],
    .assignments: [
      "customer_id": .filled, "assigned_at": .moment, "segment": .filled,
      "arm": .oneOf(["treatment", "holdout"]),
    ],
    .cancellations: [
      "customer_id": .filled, "cancelled_at": .moment, "comment": .anything,
      "voluntary": .oneOf(["true", "false"]), "value": .amount,
      "reason": .oneOf([
        "", "price", "neglect", "product fit", "support friction", "switching", "other",
      ]),
    ],
    .spend: [
      "date": .dayOrMonth, "amount": .amount, "campaign": .anything, "kind": .filled,
      "channel": .oneOf(["", "retargeting", "direct_mail", "social"]),
    ],
    .customers: [
      "customer_id": .filled, "email": .anything, "name": .filled, "segment": .anything,
      "unsubscribed_at": .optional(.moment),
    ],
    .tickets: [
      "customer_id": .filled, "opened_at": .moment,
      "status": .oneOf(["open", "pending", "solved"]),
    ],
    .carts: ["customer_id": .filled, "abandoned_at": .moment, "value": .amount],
  ]

  /// The columns of the customer file that only one kind of business has.
  static let accountShapes: [SimulationPlan.Model: [String: Shape]] = [
    .shop: ["points": .optional(.whole), "points_expire_at": .optional(.day)],
    .saas: [
      "value": .optional(.amount),
      "plan": .oneOf(["starter", "team", "business", "trial"]), "trial_ended_at": .optional(.day),
    ],
  ]

  @Test(arguments: SimulatedFolder.tables)
  func `every row has the shape that the reader expects`(
    model: SimulationPlan.Model, table: SimulationPlan.Table
  ) throws {
    let rows = try SimulatedFolder.of(model).rows(table)
    var shapes = try #require(Self.shapes[table])
    if table == .customers { shapes.merge(Self.accountShapes[model, default: [:]]) { $1 } }
    #expect(rows.count > 100)
    #expect(Set(rows[0].keys) == Set(shapes.keys))
    let wrong = rows.first { row in
      row.contains { column, text in shapes[column]?.allows(text) != true }
    }
    #expect(wrong == nil)
  }

  @Test(arguments: SimulatedFolder.tables)
  func `nothing happens before or after the history`(
    model: SimulationPlan.Model, table: SimulationPlan.Table
  ) throws {
    let columns = [
      "ordered_at", "touched_at", "assigned_at", "date", "refunded_at", "unsubscribed_at",
      "opened_at", "abandoned_at", "trial_ended_at",
    ]
    let rows = try SimulatedFolder.of(model).rows(table)
    let days = rows.flatMap { row in
      columns.compactMap { row[$0].map { String($0.prefix(10)) } }.filter { !$0.isEmpty }
    }
    #expect(days.allSatisfy { $0 >= "2024-09-01" && $0 <= "2026-10-31" })
    let ends = rows.compactMap { $0["cancelled_at"]?.prefix(10) }
    #expect(ends.allSatisfy { $0 >= "2024-09-01" && $0 <= "2026-11-20" })
    #expect(days.count + ends.count > 100)
  }

  @Test func `some cancellations take effect after the history`() throws {
    let ends = try SimulatedFolder.of(.saas).rows(.cancellations).compactMap { $0["cancelled_at"] }
    #expect(ends.contains { $0 > "2026-11-01" })
  }

  @Test(arguments: SimulatedFolder.tables)
  func `rows are in the order of time`(
    model: SimulationPlan.Model, table: SimulationPlan.Table
  ) throws {
    let columns: [SimulationPlan.Table: String] = [
      .orders: "ordered_at", .touches: "touched_at", .assignments: "assigned_at",
      .cancellations: "cancelled_at", .tickets: "opened_at", .carts: "abandoned_at",
    ]
    guard let column = columns[table] else { return }
    let times = try SimulatedFolder.of(model).rows(table).compactMap { $0[column] }
    #expect(times.count > 100)
    // In the hour that summer time repeats, the clock's text alone goes back.
    let backwards = zip(times, times.dropFirst()).filter { earlier, later in
      earlier.prefix(19) > later.prefix(19) && earlier.suffix(6) == later.suffix(6)
    }
    #expect(backwards.isEmpty)
  }

  @Test func `order numbers count up and no amount is odd`() throws {
    let orders = try SimulatedFolder.of(.shop).rows(.orders)
    #expect(orders.map { $0["order_id"] } == orders.indices.map { "#\(10_001 + $0)" })
    for order in orders {
      let paid = try #require(Double(order["revenue", default: ""]))
      let refunded = try #require(Double(order["refunded", default: ""]))
      #expect(paid > 0 && refunded <= paid)
      #expect((order["discount"] == "0.00") == (order["discount_code"] == ""))
    }
  }
}
