import Dispatch
import Foundation
import Testing

@testable import Tables

struct FileBytesTests {
  /// A descriptor that is closed twice may by then be another thread's.
  @Test func `what is no file is closed once`() {
    let folder = NSTemporaryDirectory()
    DispatchQueue.concurrentPerform(iterations: 8) { turn in
      for _ in 0..<2_000 {
        if turn.isMultiple(of: 2) {
          #expect(throws: FileProblem.notAFile) { _ = try FileBytes(path: folder) }
        } else {
          #expect(throws: Never.self) { _ = try FileBytes.whole(#filePath, limit: 1 << 14) }
        }
      }
    }
  }

  @Test func `a file that is not there is missing`() {
    #expect(throws: FileProblem.missing) { _ = try FileBytes(path: "/nowhere/orders.csv") }
  }

  @Test func `a file over the limit is too large, one at it is not read in part`() throws {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    try Data(repeating: 7, count: 100).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try FileBytes.whole(path, limit: 101).count == 100)
    #expect(throws: FileProblem.tooLarge(limit: 100)) { try FileBytes.whole(path, limit: 100) }
  }

  @Test(arguments: [0, 1, 3, 5_000, 100_000])
  func `lines of one length are told by the first of them`(count: Int) throws {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    let lines = [String](repeating: "c0000001,a line of so many bytes\n", count: count)
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let rough = FileBytes.roughLineCount(path)
    #expect(abs(rough - count) <= count / 500)
  }

  @Test func `a file that cannot be read has no lines`() {
    #expect(FileBytes.roughLineCount("/nowhere/customers.csv") == 0)
    #expect(FileBytes.roughLineCount(NSTemporaryDirectory()) == 0)
  }
}
