import Foundation
import Testing

@testable import Tables

/// Spoiled files: nothing traps, and every row is read or refused. FUZZ_ROUNDS asks for more of them.
struct FuzzTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 2_000

  /// A folder of its own, in memory where the machine has such a place.
  private static func folder() throws -> String {
    let memory = "/dev/shm"
    let top =
      FileManager.default.isWritableFile(atPath: memory) ? memory + "/" : NSTemporaryDirectory()
    let path = top + "winback-fuzz-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = unsafe fopen(path, "w") else { throw CocoaError(.fileWriteUnknown) }
    defer { unsafe fclose(file) }
    _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
  }

  /// A small sound file of every table.
  private static let sound: [(table: Table, bytes: [UInt8])] = Table.allCases.map { table in
    let rows: [Table: [String]] = [
      .orders: [
        "1,a,2026-01-01,10,1,SAVE,0,,paid,USD",
        "2,b,2026-01-02T10:00:00+01:00,5.50,,,1,2026-01-09,,USD",
        "\"3\",\"c, d\",2026-02-03,7,,\"A \"\"B\"\"\",,,,USD",
      ],
      .touches: [
        "a,2026-01-05T10:00:00Z,email,hello,1,A,sent,SAVE,0.1,gold",
        "b,2026-01-06,sms,\"x\ny\",,,clicked,,,",
      ],
      .assignments: ["a,2026-01-05,treatment,gold", "b,2026-01-06,holdout,"],
      .cancellations: ["a,2026-01-20,price,true,\"too, dear\",12", "b,2026-01-21,,no,,"],
      .spend: ["2026-01,100,email,hello,media", "2026-02-03,9.99,,,"],
      .customers: [
        "a,gold,2026-03-01,a@b.example,Ann,5,2026-04-01,9,pro,2026-02-01,", "b,,,,,,,,,,2026-05-01",
      ],
      .tickets: ["a,2026-01-05T10:00:00Z,open", "b,2026-01-06,"],
      .carts: ["a,2026-01-05T10:00:00Z,12.50", "b,2026-01-06,"],
    ]
    let lines = [table.columns.joined(separator: ",")] + (rows[table] ?? [])
    return (table, Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  @Test func `the reader splits spoiled files as the plain one does`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var mutator = Mutator(seed: 1)
    for round in 0..<Self.rounds {
      let bytes = mutator.spoiled(Self.sound[round % Self.sound.count].bytes)
      try Self.write(bytes, to: folder + "/file")
      let expected = PlainRecords.read(bytes)
      let found = try Self.outcomes(folder + "/file")
      guard found != expected else { continue }
      Issue.record(
        "round \(round): \(found) is not \(expected), of \(Data(bytes).base64EncodedString())")
      return
    }
  }

  /// Bytes are looked through some thousand at a time: what is spoiled stands before, at and behind where
  /// one look ends.
  @Test func `the reader splits long spoiled files as the plain one does`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var mutator = Mutator(seed: 3)
    for round in 0..<Self.rounds / 20 {
      let sound = Self.sound[round % Self.sound.count].bytes
      let row = Array(sound.split(separator: 10).last ?? []) + (round % 3 == 0 ? [13, 10] : [10])
      var bytes: [UInt8] = []
      while bytes.count < 14_000 {
        for _ in 0..<Int.random(in: 0..<60, using: &mutator) { bytes += row }
        bytes += mutator.spoiled(sound)
      }
      try Self.write(bytes, to: folder + "/file")
      let expected = PlainRecords.read(bytes)
      let found = try Self.outcomes(folder + "/file")
      if let place = zip(found, expected).enumerated().first(where: { $1.0 != $1.1 })?.offset {
        Issue.record("round \(round): \(found[place]) is not \(expected[place])")
        return
      }
      #expect(found.count == expected.count, "round \(round)")
    }
  }

  /// What a coverage-guided run found: an input for every way through the reader that it knows, in base64,
  /// one a line.
  private static func corpus() throws -> [[UInt8]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Corpus/orders.base64")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      Array(try #require(Data(base64Encoded: String(line))))
    }
  }

  @Test func `every way through the reader that a fuzzer found is the plain one's`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let corpus = try Self.corpus()
    #expect(corpus.count > 100)
    for bytes in corpus {
      try Self.write(bytes, to: folder + "/orders.csv")
      #expect(try Self.outcomes(folder + "/orders.csv") == PlainRecords.read(bytes))
      do throws(CohortProblem) {
        let cohort = try Cohort.read(folder, options: ReadingOptions())
        let fault = Self.fault(cohort, .orders, bytes)
        #expect(fault == nil, "\(Data(bytes).base64EncodedString())")
      } catch {
        #expect(!error.sentence.isEmpty && !error.sentence.contains("\n"))
      }
    }
  }

  private static func outcomes(_ path: String) throws -> [PlainRecords.Outcome] {
    var reader = try RecordReader(path: path)
    _ = try reader.start()
    var outcomes: [PlainRecords.Outcome] = []
    while true {
      switch try reader.next() {
      case .end: return outcomes
      case .malformed: outcomes.append(.malformed(line: reader.record.line))
      case .record:
        let fields = reader.record.fields.map { Array(reader.record.bytes[$0.start..<$0.end]) }
        outcomes.append(.record(line: reader.record.line, fields: fields))
      }
    }
  }

  @Test func `in a spoiled folder every row is read or refused, and every byte is counted`() throws
  {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var mutator = Mutator(seed: 2)
    for (table, bytes) in Self.sound { try Self.write(bytes, to: "\(folder)/\(table).csv") }
    var refusedFolders = 0
    for round in 0..<Self.rounds {
      let (table, sound) = Self.sound[round % Self.sound.count]
      let bytes = mutator.spoiled(sound)
      try Self.write(bytes, to: "\(folder)/\(table).csv")
      do throws(CohortProblem) {
        let cohort = try Cohort.read(folder, options: ReadingOptions())
        let fault = Self.fault(cohort, table, bytes)
        if let fault {
          Issue.record("round \(round): \(fault), of \(Data(bytes).base64EncodedString())")
          return
        }
      } catch {
        // A file that cannot be used is one sentence.
        #expect(!error.sentence.isEmpty && !error.sentence.contains("\n"))
        refusedFolders += 1
      }
      try Self.write(sound, to: "\(folder)/\(table).csv")
    }
    #expect(refusedFolders < Self.rounds, "no spoiled folder was read at all")
  }

  /// What is wrong with what became of a spoiled file; nil where every row and byte is accounted for.
  private static func fault(_ cohort: Cohort, _ table: Table, _ bytes: [UInt8]) -> String? {
    guard let file = cohort.files.first(where: { $0.table == table }) else { return "no file" }
    if file.byteCount != bytes.count { return "\(file.byteCount) of \(bytes.count) bytes" }
    // The first record is the header.
    let records = PlainRecords.read(bytes).count - 1
    if file.rowCount != records { return "\(file.rowCount) of \(records) rows" }
    let refused = cohort.findings.count(in: table)
    if refused != file.refusedCount { return "\(refused) findings of \(file.refusedCount) refused" }
    let kept: Int =
      switch table {
      case .orders: cohort.orders.count + cohort.orders.repeated
      case .touches: cohort.touches.count
      case .assignments: cohort.assignments.count
      case .cancellations: cohort.cancellations.count
      case .spend: cohort.spend.count
      case .customers: cohort.customerList.count + cohort.customerList.repeated
      case .tickets: cohort.tickets.count
      case .carts: cohort.carts.count
      }
    return kept + refused == records ? nil : "\(kept) read and \(refused) refused of \(records)"
  }
}
