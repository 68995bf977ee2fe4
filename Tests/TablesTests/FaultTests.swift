import Foundation
import Glibc
import Testing

@testable import Tables

/// Files that somebody else works on while they are read: an honest complaint, or the right number.
struct FaultTests {
  /// A folder that goes when the test does.
  private final class Place {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func read() throws(CohortProblem) -> Cohort {
      try Cohort.read(path, options: ReadingOptions())
    }
  }

  private static let header = "order_id,customer_id,ordered_at,revenue\n"

  /// More than the reader takes at once.
  private static func orders(_ revenue: Int, count: Int = 5_000) -> String {
    header + (0..<count).map { "o\($0),c\($0 % 100),2026-01-15,\(revenue)\n" }.joined()
  }

  /// What somebody does to a file, given its path, and whether what was read is then to be thrown away.
  private static let deeds: [(String, Bool, @Sendable (String) throws -> Void)] = [
    ("nothing", false, { _ in }),
    ("cut", true, { path in _ = unsafe truncate(path, 40_000) }),
    ("emptied", true, { path in _ = unsafe truncate(path, 0) }),
    ("made longer", true, { path in try append("x,y,2026-01-15,1\n", to: path) }),
    ("written over", true, { path in try overwrite("2026-01-16", at: 90_000, of: path) }),
    (
      "written over and its time set back", true,
      { path in try overwriteUnseen("2026-01-16", path) }
    ),
    // As sound as before, but ctime moves, too, and does not say why.
    ("moved away", true, { path in _ = unsafe rename(path, path + ".old") }),
    ("removed", true, { path in _ = unsafe unlink(path) }),
    ("closed to others", true, { path in _ = unsafe chmod(path, 0o600) }),
  ]

  private static func append(_ text: String, to path: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  private static func overwrite(_ text: String, at place: UInt64, of path: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seek(toOffset: place)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  /// As `cp -p` and `rsync -t` leave a file of the same length and the same time.
  private static func overwriteUnseen(_ text: String, _ path: String) throws {
    var status = stat()
    _ = unsafe stat(path, &status)
    try overwrite(text, at: 90_000, of: path)
    var times = [status.st_atim, status.st_mtim]
    _ = unsafe utimensat(AT_FDCWD, path, &times, 0)
  }

  @Test(arguments: deeds.indices)
  func `a file that is written to while it is read is told from one that is not`(index: Int) throws
  {
    let (name, isChanged, deed) = FaultTests.deeds[index]
    let place = try Place()
    try place.write("orders.csv", FaultTests.orders(10))
    var reader = try RecordReader(path: place.path + "/orders.csv")
    _ = try reader.start()
    try deed(place.path + "/orders.csv")
    var count = 0
    reading: while true {
      switch try reader.next() {
      case .end: break reading
      default: count += 1
      }
    }
    do {
      try reader.expectUnchanged()
      #expect(!isChanged, "\(name)")
      #expect(count == 5_001, "\(name)")
    } catch {
      #expect(isChanged && error == .changed, "\(name)")
    }
  }

  @Test(arguments: deeds.indices)
  func `a file that changes after it was read does not go with the others`(index: Int) throws {
    let (name, isChanged, deed) = FaultTests.deeds[index]
    let place = try Place()
    try place.write("orders.csv", FaultTests.orders(10))
    var context = ReadingContext(options: ReadingOptions())
    try context.readFile("orders.csv", of: .orders, folder: place.path, renamed: [:])
    try deed(place.path + "/orders.csv")
    do {
      try context.expectUnchanged(in: place.path)
      #expect(!isChanged, "\(name)")
    } catch {
      #expect(isChanged, "\(name)")
      #expect(error == .file(name: "orders.csv", .changed))
      #expect(
        error.sentence
          == "orders.csv: changed while it was being read; read it again once it is whole")
    }
  }

  @Test func `one file in the place of another is another file, even of the same length`() throws {
    let place = try Place()
    try place.write("orders.csv", FaultTests.orders(10))
    var context = ReadingContext(options: ReadingOptions())
    try context.readFile("orders.csv", of: .orders, folder: place.path, renamed: [:])
    try place.write("next", FaultTests.orders(20))
    _ = unsafe rename(place.path + "/next", place.path + "/orders.csv")
    #expect(throws: CohortProblem.file(name: "orders.csv", .changed)) {
      try context.expectUnchanged(in: place.path)
    }
  }

  /// A drop that arrives again and again, written in place or moved there whole: a reading is of one state
  /// of the file, or there is none.
  @Test func `while a file is written without end every reading is right, or none`() throws {
    let place = try Place()
    let (old, new) = (FaultTests.orders(10, count: 2_000), FaultTests.orders(20, count: 2_000))
    try place.write("orders.csv", old)
    let path = place.path
    let isDone = Flag()
    let writer = Thread {
      var turn = 0
      while !isDone.isUp {
        turn += 1
        let text = turn % 2 == 0 ? old : new
        if turn % 4 < 2 {
          try? Data(text.utf8).write(to: URL(fileURLWithPath: path + "/next"))
          _ = unsafe rename(path + "/next", path + "/orders.csv")
        } else {
          rewrite(path + "/orders.csv", text)
        }
      }
      isDone.lower()
    }
    writer.start()
    var (readings, refused) = (0, 0)
    // On a machine with much else to do the writer gets its turn later.
    while readings < 150 || refused == 0 && readings < 20_000 {
      readings += 1
      do throws(CohortProblem) {
        let revenue = try place.read().orders.revenue
        #expect(
          revenue == [Int64](repeating: 10_000_000, count: 2_000)
            || revenue == [Int64](repeating: 20_000_000, count: 2_000))
      } catch {
        let isHonest =
          switch error {
          case .file(_, .changed), .file(_, .beingWritten): true
          default: false
          }
        #expect(isHonest, "\(error)")
        refused += 1
      }
    }
    isDone.raise()
    while isDone.isUp { usleep(1_000) }
    // How often it is whole by luck is the machine's affair; once nobody writes it is.
    let revenue = try place.read().orders.revenue
    #expect(Set(revenue).count == 1 && revenue.count == 2_000)
    #expect(refused > 0, "nothing was written while it was read")
  }

  @Test func `a file that a program is about to write to is not read`() throws {
    let place = try Place()
    try place.write("orders.csv", FaultTests.orders(10, count: 3))
    let writer = unsafe open(place.path + "/orders.csv", O_WRONLY)
    let problem = #expect(throws: CohortProblem.self) { try place.read() }
    #expect(
      problem?.sentence
        == "orders.csv: is being written to; read it again once it is whole")
    close(writer)
    #expect(try place.read().orders.count == 3)
  }

  @Test func `what the system refuses is said in its words, or in better ones`() throws {
    let place = try Place()
    let file = place.path + "/orders.csv"
    for (target, sentence) in [
      ("/proc/self/mem", "orders.csv: cannot be read: Input/output error"),
      ("/dev/zero", "orders.csv: is a folder, a pipe or a device, not a file"),
      ("orders.csv", "orders.csv: cannot be read: Too many levels of symbolic links"),
      ("nowhere", "orders.csv: is gone, or a link that leads nowhere"),
    ] {
      _ = unsafe unlink(file)
      try #require(unsafe symlink(target, file) == 0)
      let problem = #expect(throws: CohortProblem.self) { try place.read() }
      #expect(problem?.sentence == sentence)
    }
  }

  @Test func `zeros in a file cost the rows that they stand in`() throws {
    let place = try Place()
    let zeros = String(repeating: "\0", count: 5_000)
    try place.write(
      "orders.csv",
      FaultTests.header + "1,a,2026-01-15,10\n2,a,\(zeros)\n3,a,2026-01-17,10\n" + zeros)
    let cohort = try place.read()
    #expect(cohort.orders.count == 2)
    #expect(cohort.findings.count == 2)
    #expect(cohort.files[0].rowCount == 4)
  }

  @Test func `a line of eight megabytes costs one row, and little memory`() throws {
    let place = try Place()
    let long = String(repeating: "x", count: 8 << 20)
    try place.write(
      "orders.csv",
      FaultTests.header + "1,a,2026-01-15,10\n2,\(long)\n3,\"\(long)\n4,a,2026-01-17,10\n")
    let cohort = try place.read()
    #expect(cohort.orders.count == 2)
    #expect(cohort.findings.count == 2)
  }

  @Test func `ten thousand files are read as one would be`() throws {
    let place = try Place()
    let number = { (index: Int) in String("0000\(index)".suffix(4)) }
    for index in 0..<5_000 {
      try place.write(
        "orders-\(number(index)).csv", FaultTests.header + "\(number(index)),a,2026-01-15,10\n")
      // As long as all the others: each could be a twin of any.
      try place.write(
        "touches-\(number(index)).csv",
        "customer_id,touched_at,channel\n\(number(index)),2026-01-20,mail\n")
    }
    try place.write("touches-again.csv", "customer_id,touched_at,channel\n0007,2026-01-20,mail\n")
    let cohort = try place.read()
    #expect(cohort.orders.count == 5_000)
    #expect(cohort.touches.count == 5_001)
    #expect(cohort.findings.count == 0)
    #expect(
      cohort.twins == [
        TwinFiles(table: .touches, first: "touches-0007.csv", second: "touches-again.csv")
      ])
  }
}

/// Writes a file in place, piece by piece, as a copy does.
private func rewrite(_ path: String, _ text: String) {
  let descriptor = unsafe open(path, O_WRONLY | O_TRUNC)
  guard descriptor >= 0 else { return }
  let bytes = Array(text.utf8)
  for start in stride(from: 0, to: bytes.count, by: 10_000) {
    let piece = Array(bytes[start..<min(start + 10_000, bytes.count)])
    _ = unsafe write(descriptor, piece, piece.count)
  }
  close(descriptor)
}

/// A sign between two threads.
private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var state = false

  var isUp: Bool { lock.withLock { state } }
  func raise() { lock.withLock { state = true } }
  func lower() { lock.withLock { state = false } }
}
