import Foundation
import Testing

@testable import Tables

/// Files are read in blocks, on all cores: where one ends must not be seen in what is read.
struct BlockTests {
  private static let header = "order_id,customer_id,ordered_at,revenue\n"
  private static let customerHeader = "customer_id,segment,points\n"

  /// Rows of one length, so that what follows begins where it is to.
  private func filler(bytes: Int) -> String {
    let row = "o0000000,c1,2026-01-15,10\n"
    let count = bytes / row.utf8.count
    let rows = (0..<count).map { number in
      let digits = String(number)
      return "o" + String(repeating: "0", count: 7 - digits.count) + digits + ",c1,2026-01-15,10\n"
    }
    return rows.joined() + String(repeating: "\n", count: bytes - count * row.utf8.count)
  }

  /// Quotes that are never closed, closed too late, or hold line breaks, between rows that are sound.
  private static let fragments = [
    "x1,c1,2026-02-01,\"5\nx2,c2,2026-02-02,6\nx3,\"c\"\"3\",2026-02-03,7\n",
    "x1,\"c1\nx2,c2,2026-02-02,6\nx3,c3\",2026-02-03,7\nx4,c\"4\"x,2026-02-04,8\n",
    "x1,\"c\n1\",2026-02-01,5\nx2,\"c2\"z,2026-02-02,6\r\nx3,c3,2026-02-03,7\r\n",
    "x1,c1,2026-02-01,5,\"abc\nx2,c2,2026-02-02,6\nx\"y" + String(repeating: "z", count: 400)
      + "\n",
    "x1,,,\nx2,\"\",\"\",\"\"\nx3,\"\"\"c\"\"\",2026-02-03,7\n\n\nx4,c4,never,8\n",
  ]

  @Test(arguments: fragments.indices)
  func `what is read of a file does not depend on where its blocks end`(index: Int) throws {
    let fragment = Self.fragments[index]
    let tail = filler(bytes: 5_000).replacing("o", with: "t")
    /// What became of the fragment's rows, their lines counted from its own first.
    func summary(_ before: Int) throws -> [String] {
      let front = Self.header + filler(bytes: before - Self.header.utf8.count)
      let lines = front.utf8.count { $0 == UInt8(ascii: "\n") }
      let cohort = try Cohort.read(files: ["orders.csv": front + fragment + tail])
      let file = cohort.files[0]
      let sound = cohort.customers(cohort.orders.starts)
      return ["\(file.refusedCount)", "\(sound.filter { $0 != "c1" })"]
        + cohort.findings.examples.values.flatMap(\.self).map {
          "\($0.line - lines): \($0.problem) \($0.text)"
        }.sorted()
    }
    let expected = try summary(2_000)
    let length = fragment.utf8.count
    for place in stride(from: BlockSource.size - length - 2, through: BlockSource.size + 2, by: 7) {
      #expect(try summary(place) == expected, "from byte \(place) on")
    }
  }

  @Test(arguments: [3_000, 60_000])
  func `empty lines before the header may fill blocks`(rows: Int) throws {
    let orders = (0..<rows).map { "o\($0),c\($0 % 100),2026-01-15,10\n" }.joined()
    let text = String(repeating: "\n", count: 300_000) + Self.header + orders
    #expect(try Cohort.read(files: ["orders.csv": text]).orders.count == rows)
  }

  @Test func `a refused row leaves the bytes of those that follow as they are`() throws {
    let customers =
      Self.customerHeader + "c1,\"vip,5\nc2,\"\",7\nc3,pipe 5\",9,\"x\"y\nc4,vip,8\n"
    let cohort = try Cohort.read(files: [
      "orders.csv": Self.header + "o1,c1,2026-01-15,10\no2,c4,2026-01-15,10\n",
      "customers.csv": customers,
    ])
    let file = try #require(cohort.files.first { $0.table == .customers })
    #expect(file.rowCount == 4 && file.refusedCount == 2)
    #expect(cohort.customerList.customer.map { cohort.customers[$0] } == ["c2", "c4"])
  }

  /// What it would have said of the customer, such as that they unsubscribed, is not known.
  @Test func `a customer whose row is too long for a record has a refused row`() throws {
    let long = "c1,vip,5," + String(repeating: "x", count: RecordReader.longest)
    let cohort = try Cohort.read(files: [
      "orders.csv": Self.header + "o1,c1,2026-01-15,10\n",
      "customers.csv": "customer_id,segment,points,note\n\(long)\n",
    ])
    #expect(cohort.customerList.refused.map { cohort.customers[$0] } == ["c1"])
  }

  @Test func `a record of exactly the longest length is refused wherever it stands`() throws {
    let long = String(repeating: "x", count: RecordReader.longest - 3) + ",a,b"
    for end in ["\n", "", "\r", "\r\n"] {
      for before in ["", filler(bytes: 1_000)] {
        let cohort = try Cohort.read(files: [
          "orders.csv": Self.header + "o1,c1,2026-01-15,10\n" + before + long + end
        ])
        #expect(cohort.files[0].refusedCount == 1, "\(end.debugDescription)")
      }
    }
  }

  /// Whatever splits it: a quoted id and the number of fields decide which way a record is read.
  @Test(arguments: ["\n", "\r", "\r\n"])
  func `a record is too long by its bytes, not by what is in it`(end: String) throws {
    let header = "order_id,customer_id,ordered_at,revenue,note" + end
    for length in RecordReader.longest - 3...RecordReader.longest + 1 {
      let refused = try ["o2", "\"o2\""].map { id in
        let start = id + ",c1,2026-01-15,10,"
        let long = start + String(repeating: "x", count: length - start.utf8.count)
        let cohort = try Cohort.read(files: [
          "orders.csv": header + "o1,c1,2026-01-15,10,\(end)\(long)\(end)o3,c1,2026-01-15,10,\(end)"
        ])
        #expect(cohort.files[0].rowCount == 3)
        return cohort.files[0].refusedCount
      }
      #expect(refused[0] == refused[1], "\(length) bytes before \(end.debugDescription)")
      #expect(refused[0] == (length < RecordReader.longest - (end == "\n" ? 0 : 1) ? 0 : 1))
    }
  }
}
