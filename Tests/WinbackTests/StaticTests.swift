import Foundation
import Glibc
import Testing

private let staticFile = ProcessInfo.processInfo.environment["WINBACK_STATIC"]

/// The one file for a box without Swift, where the environment names it in WINBACK_STATIC: building it
/// takes longer than all the tests.
@Suite(.enabled(if: staticFile != nil, "WINBACK_STATIC names no file"))
struct StaticTests {
  @Test func `it needs the C libraries and ncurses, and nothing of Swift`() throws {
    let file = try #require(staticFile)
    let listed = try Ended("/usr/bin/ldd", [file]).output.split(separator: "\n").map { line in
      line.split(separator: " ")[0].split(separator: "/").last.map {
        String($0.trimmingCharacters(in: .whitespaces).split(separator: ".")[0])
      }
    }
    let libraries = Set(listed.compactMap { $0 })
      .subtracting(["linux-vdso", "ld-linux-x86-64", "ld-linux-aarch64"])
    #expect(
      libraries == ["libc", "libm", "libgcc_s", "libstdc++", "libncursesw", "libtinfo"])
  }

  @Test func `it starts where Swift is not, with an empty environment`() throws {
    let file = try #require(staticFile)
    let copy = try TemporaryFolder(["winback": ""])
    let program = copy.path + "/winback"
    try FileManager.default.removeItem(atPath: program)
    try FileManager.default.copyItem(atPath: file, toPath: program)
    let ended = try Ended("/usr/bin/env", ["-i", program, sampleData])
    #expect(ended.status == 0)
    #expect(ended.complaint == "")
    #expect(ended.output.contains("Day-60 win-back for Aug 2026 is 9.1 % (6.5 to 12.5)"))
  }
}
