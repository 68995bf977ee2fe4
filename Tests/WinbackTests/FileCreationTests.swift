import Foundation
import Testing

@testable import winback

/// Files that the dashboard writes: whole or not at all, and never over another unless asked to.
struct FileCreationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  private func mode(_ name: String) throws -> Int? {
    let path = folder.path + "/" + name
    return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `a file that is there is left as it is, unless it may be replaced`() throws {
    let path = folder.path + "/a.csv"
    #expect(OutputFile.create("one", at: path, replacing: false) == .written)
    #expect(OutputFile.create("two", at: path, replacing: false) == .exists)
    #expect(try read("a.csv") == "one")
    #expect(OutputFile.create("three", at: path, replacing: true) == .written)
    #expect(try read("a.csv") == "three")
    #expect(try names == ["a.csv"])
  }

  @Test func `a file that comes up meanwhile is not written over`() throws {
    let path = folder.path + "/a.csv"
    #expect(throws: SystemFailure(number: EEXIST)) {
      let draft = try Draft("mine", beside: path, isPrivate: false)
      try folder.write("a.csv", Data("theirs".utf8))
      try draft.create(path)
    }
    #expect(try read("a.csv") == "theirs")
    #expect(try names == ["a.csv"])
  }

  @Test func `of many that write at once one wins, and its text is whole`() async throws {
    let path = folder.path + "/a.csv"
    let written: [Int] = await withTaskGroup(of: (Int, FileCreation).self) { group in
      for number in 1...20 {
        group.addTask {
          let text = String(repeating: "\(number)\n", count: 10_000)
          return (number, OutputFile.create(text, at: path, replacing: false))
        }
      }
      return await group.filter { $0.1 == .written }.reduce(into: []) { $0.append($1.0) }
    }
    let winner = try #require(written.first)
    #expect(written == [winner])
    #expect(try read("a.csv") == String(repeating: "\(winner)\n", count: 10_000))
    #expect(try names == ["a.csv"])
  }

  @Test func `of many that replace a file each leaves a whole one`() async throws {
    let path = folder.path + "/a.csv"
    let written = await withTaskGroup(of: FileCreation.self) { group in
      for number in 1...20 {
        group.addTask {
          OutputFile.create(
            String(repeating: "\(number)\n", count: 10_000), at: path, replacing: true)
        }
      }
      return await group.reduce(into: [FileCreation]()) { $0.append($1) }
    }
    #expect(written == Array(repeating: .written, count: 20))
    let lines = try read("a.csv").split(separator: "\n")
    #expect(lines.count == 10_000 && Set(lines).count == 1)
    #expect(try names == ["a.csv"])
  }

  @Test func `a link is something that is there, even one to nowhere`() throws {
    let path = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "target")
    #expect(OutputFile.create("one", at: path, replacing: false) == .exists)
    #expect(try names == ["link"])
  }

  @Test func `what is private is for the user alone, all else as the umask has it`() throws {
    let before = umask(0o027)
    defer { _ = umask(before) }
    for replacing in [false, true] {
      let (own, common) = ("own-\(replacing)", "common-\(replacing)")
      for (name, isPrivate) in [(own, true), (common, false)] {
        let path = folder.path + "/" + name
        #expect(
          OutputFile.create("x", at: path, replacing: replacing, isPrivate: isPrivate) == .written)
      }
      #expect(try mode(own) == 0o600)
      #expect(try mode(common) == 0o640)
    }
  }

  @Test(arguments: [false, true])
  func `what goes wrong is one sentence, and nothing is left`(replacing: Bool) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/folder", withIntermediateDirectories: false)
    try folder.write("file", Data())
    let long = String(repeating: "x", count: 300)
    let before = try names
    for (path, sentence) in [
      (folder.path + "/none/a.csv", "its folder does not exist"),
      (folder.path + "/folder", "is a folder"),
      (folder.path + "/file/a.csv", "its folder is a file"),
      ("/sys/a.csv", "may not be written; check its permissions"),
      (folder.path + "/" + long, "its name is too long"),
    ] {
      guard case .failed(let said) = OutputFile.create("x", at: path, replacing: replacing) else {
        Issue.record("\(path) was written")
        continue
      }
      #expect(said.hasSuffix(": " + sentence))
    }
    #expect(try names == before)
  }

  @Test func `a full disk is said, and a device is never replaced`() {
    #expect(
      OutputFile.create("x", at: "/dev/full", replacing: true)
        == .failed("/dev/full: the disk is full"))
    #expect(OutputFile.create("x", at: "/dev/full", replacing: false) == .exists)
  }
}
