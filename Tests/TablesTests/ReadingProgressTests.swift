import Foundation
import Synchronization
import Testing

@testable import Tables

struct ReadingProgressTests {
  private static let header = "order_id,customer_id,ordered_at,revenue\n"

  /// A folder of two files; gives its path to a body.
  private func withFolder(rows: Int, _ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let orders = (0..<rows).map { "o\($0),c\($0 % 100),2026-01-15,10\n" }.joined()
    try Data((Self.header + orders).utf8).write(to: URL(fileURLWithPath: path + "/orders.csv"))
    let touches = "customer_id,touched_at,channel\nc1,2026-02-01,mail\nc2,never,mail\n"
    try Data(touches.utf8).write(to: URL(fileURLWithPath: path + "/touches.csv"))
    try body(path)
  }

  @Test func `steps never go back, and the last counts every row and byte`() throws {
    try withFolder(rows: 40_000) { path in
      let states = Mutex<[ReadingProgress.State]>([])
      let progress = ReadingProgress { state in states.withLock { $0.append(state) } }
      let cohort = try Cohort.read(path, options: ReadingOptions(), progress: progress)
      let told = states.withLock { $0 }
      let last = try #require(told.max { $0.rows < $1.rows })
      #expect(last.rows == 40_002 && last.rows == cohort.files.reduce(0) { $0 + $1.rowCount })
      #expect(last.bytes == last.allBytes)
      #expect(last.allBytes == cohort.files.reduce(0) { $0 + $1.byteCount })
      #expect(told.count { $0.isRead } == 1 && told.count > 3)
      #expect(told.allSatisfy { $0.bytes <= $0.allBytes })
    }
  }

  @Test func `a reading that is stopped ends without a cohort`() throws {
    try withFolder(rows: 40_000) { path in
      let stopped = Mutex<ReadingProgress?>(nil)
      let progress = ReadingProgress { state in
        if state.rows > 0 { stopped.withLock { $0?.stop() } }
      }
      stopped.withLock { $0 = progress }
      #expect(throws: CohortProblem.stopped) {
        try Cohort.read(path, options: ReadingOptions(), progress: progress)
      }
    }
  }

  @Test func `a folder's state is another where a file that is read is another, and only there`()
    throws
  {
    try withFolder(rows: 10) { path in
      let before = FolderState(path: path)
      #expect(FolderState(path: path) == before)
      try Data().write(to: URL(fileURLWithPath: path + "/notes.txt"))
      #expect(FolderState(path: path) == before)
      try Data("a,b\n".utf8).write(to: URL(fileURLWithPath: path + "/orders-2026.csv"))
      let after = FolderState(path: path)
      #expect(after != before)
      try Data("".utf8).write(to: URL(fileURLWithPath: path + "/winback.toml"))
      #expect(FolderState(path: path) != after)
    }
  }
}
