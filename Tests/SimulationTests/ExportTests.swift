import Testing

@testable import Simulation

/// How a business's systems write the rows.
struct ExportTests {
  @Test func `what is not logged is not written`() throws {
    let plain = try SimulatedFolder.trial().rows(.touches)
    var export = Export(.shop)
    export.unlogged = [.opened, .delivered]
    let sparse = try SimulatedFolder.trial(export).rows(.touches)
    #expect(sparse == plain.filter { !["opened", "delivered"].contains($0["event"]) })
    #expect(sparse.count < plain.count)
  }

  @Test func `a column that no report asks for stands at the end`() throws {
    var export = Export(.shop)
    export.extraColumns = [.orders: .init(name: "store", words: ["web", "mill"])]
    let folder = try SimulatedFolder.trial(export)
    #expect(folder.text("orders.csv").prefix { $0 != "\n" }.hasSuffix(",currency,store"))
    let stores = Dictionary(grouping: folder.rows(.orders)) { $0["customer_id"] }
      .mapValues { Set($0.map { $0["store"] }) }
    #expect(stores.values.allSatisfy { $0.count == 1 })
    #expect(Set(stores.values) == [["web"], ["mill"]])
  }

  @Test func `one row in so many has a slip, each kind in turn`() throws {
    var export = Export(.shop)
    export.rowsPerSlip = 1_000
    export.slips = [
      .orders: [
        Slip(column: "revenue", kind: .mistyped("?")), Slip(column: "customer_id", kind: .emptied),
      ]
    ]
    let plain = try SimulatedFolder.trial().rows(.orders)
    let spoiled = try SimulatedFolder.trial(export).rows(.orders)
    let changed = plain.indices.filter { plain[$0] != spoiled[$0] }
    #expect(changed == Array(stride(from: 999, to: plain.count, by: 1_000)))
    #expect(changed.count > 2)
    #expect(spoiled[999]["revenue"] == "?" && spoiled[1_999]["customer_id"] == "")
  }

  @Test(arguments: [
    ("day", Slip.Kind.slashes, "a,31/10/2026,2.50"), ("amount", .comma, "a,2026-10-31,\"2,50\""),
    ("name", .emptied, ",2026-10-31,2.50"), ("name", .mistyped("b"), "b,2026-10-31,2.50"),
    ("no such column", .emptied, "a,2026-10-31,2.50"),
  ])
  func `a slip spoils one field`(column: String, kind: Slip.Kind, spoiled: String) {
    let slip = Slip(column: column, kind: kind)
    #expect(slip.spoiled("a,2026-10-31,2.50", header: "name,day,amount") == spoiled)
  }

  @Test func `a name loses its quotes, and other fields keep theirs`() {
    let slip = Slip(column: "name", kind: .unquoted)
    #expect(slip.spoiled("\"a, b\",Anna Weiß,c", header: "id,name,x") == "\"a, b\",Anna, Weiß,c")
  }
}
