import CNcurses
import Foundation
import Testing

@testable import Terminal

extension ScreenTests {
  /// Where a copied text goes, and that it arrives there as it was. Within the suite of screens, since
  /// ncurses draws one at a time.
  struct ClipboardTests {
    /// A folder, and a screen that draws into a file of it.
    private final class Copying {
      private let only: OnlyScreen
      let folder: URL
      private let output: URL

      init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        output = folder.appendingPathComponent("output")
        try Data().write(to: output)
        only = OnlyScreen(output.path)
      }

      deinit { try? FileManager.default.removeItem(at: folder) }

      /// Copies a text; gives where it went, and what the terminal was sent.
      func copy(_ text: String, _ environment: ClipboardEnvironment) throws -> (
        CopyDestination?, String
      ) {
        let before = try Data(contentsOf: output).count
        let destination = try only.screen().copy(text, in: environment)
        let sent = try Data(contentsOf: output).dropFirst(before)
        return (destination, String(decoding: sent, as: UTF8.self))
      }

      /// Leaves a program that stands for tmux; gives its path. A process of its own writes it: a test
      /// beside this one that starts a program would for a moment hold open what this one writes, and
      /// a program that is open for writing cannot be started.
      func tmux(_ script: String) throws -> String {
        let (source, path) = (folder.path + "/script", folder.path + "/tmux")
        try ("#!/bin/sh\n" + script).write(toFile: source, atomically: true, encoding: .utf8)
        let copying = try Process.run(
          URL(fileURLWithPath: "/usr/bin/install"), arguments: ["-m", "755", source, path])
        copying.waitUntilExit()
        try #require(copying.terminationStatus == 0)
        return path
      }

      func read(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      }
    }

    /// Of a user who can wait: the machine may run all tests at once.
    private let patience: Duration = .seconds(120)

    private func raw(_ text: String) -> String {
      "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
    }

    @Test(arguments: 0...9)
    func `base64 is as the standard has it`(length: Int) {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 91 + 250) }
      #expect(
        String(decoding: Base64.encoded(bytes), as: UTF8.self) == Data(bytes).base64EncodedString())
      #expect(Base64.encoded(bytes).count == Base64.length(ofBytes: length))
    }

    @Test(arguments: ["", "7.1 %", "a\tb\n\u{1B}]0;漢字"])
    func `the terminal is sent the text in base64, and nothing else`(text: String) throws {
      let copying = try Copying()
      let (destination, sent) = try copying.copy(text, .init(terminal: "xterm-256color"))
      #expect(destination == .terminal)
      #expect(sent == raw(text))
    }

    @Test(arguments: [3, 3000])
    func `within GNU screen the sequence is passed through in pieces`(length: Int) throws {
      let copying = try Copying()
      let text = String(repeating: "x", count: length)
      let (destination, sent) = try copying.copy(text, .init(terminal: "screen-256color"))
      #expect(destination == .terminal)
      let pieces = sent.components(separatedBy: "\u{1B}\\")
      #expect(pieces.last == "")
      #expect(pieces.dropLast().allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 600 })
      #expect(pieces.dropLast().map { $0.dropFirst(2) }.joined() == raw(text))
    }

    @Test func `tmux takes the text by its own command, and the terminal is sent nothing`() throws {
      let copying = try Copying()
      let tmux = try copying.tmux(
        #"cd "${0%/*}"; printf '%s ' "$@" > said; cat > taken; echo noise; echo noise >&2"#)
      let text = String(repeating: "漢字 and a line\n", count: 10_000)
      let (destination, sent) = try copying.copy(
        text, .init(terminal: "screen", tmux: tmux, patience: patience))
      #expect(destination == .tmux)
      #expect(sent == "")
      #expect(try copying.read("said") == "load-buffer -w - ")
      #expect(try copying.read("taken") == text)
    }

    @Test func `tmux gets the signals that the program has blocked`() throws {
      let copying = try Copying()
      // The shell itself blocks all signals while it starts a program.
      let tmux = try copying.tmux(
        #"cd "${0%/*}"; exec grep -E 'Sig(Blk|Ign)' /proc/self/status > masks"#)
      var (set, before) = (sigset_t(), sigset_t())
      unsafe sigemptyset(&set)
      unsafe sigaddset(&set, SIGTERM)
      unsafe pthread_sigmask(SIG_BLOCK, &set, &before)
      defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
      #expect(
        try copying.copy(
          "x", .init(terminal: "tmux", tmux: tmux, patience: patience)
        ).0 == .tmux)
      // From 32 on they are the C library's own.
      let masks = try copying.read("masks").split(separator: "\n").map { line in
        UInt64(line.suffix(16), radix: 16).map { $0 & 0x7FFF_FFFF }
      }
      #expect(masks == [0, 0])
    }

    @Test(arguments: ["exit 1", "kill -9 $$", "exec sleep 60", ""])
    func `where tmux does not take it the terminal gets it`(script: String) throws {
      let copying = try Copying()
      let tmux = script.isEmpty ? "/nowhere/tmux" : try copying.tmux(script)
      let environment = ClipboardEnvironment(
        terminal: "tmux-256color", tmux: tmux,
        patience: script.contains("sleep") ? .milliseconds(100) : patience)
      let (destination, sent) = try copying.copy("x", environment)
      #expect(destination == .terminal)
      #expect(sent == raw("x"))
    }

    @Test(arguments: ["dumb", "linux", "vt220", ""])
    func `a terminal without a clipboard is sent nothing, and a file is left`(terminal: String)
      throws
    {
      let copying = try Copying()
      let environment = ClipboardEnvironment(
        terminal: terminal, directories: ["/nowhere", copying.folder.path])
      for number in 1...2 {
        let (destination, sent) = try copying.copy("text \(number)", environment)
        #expect(destination == .file("\(copying.folder.path)/winback-copy-\(number).txt"))
        #expect(sent == "")
        #expect(try copying.read("winback-copy-\(number).txt") == "text \(number)")
      }
    }

    @Test func `what is longer than terminals take goes to a file for the user alone`() throws {
      let copying = try Copying()
      let text = String(repeating: "0123456789", count: 10_000)
      let path = copying.folder.path + "/winback-copy-1.txt"
      let environment = ClipboardEnvironment(
        terminal: "xterm-256color", directories: [copying.folder.path])
      let (destination, sent) = try copying.copy(text, environment)
      #expect(destination == .file(path))
      #expect(sent == "")
      #expect(try copying.read("winback-copy-1.txt") == text)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      // 56,245 bytes are 74,996 characters.
      #expect(try copying.copy(String(text.prefix(56_243)), environment).0 == .terminal)
      #expect(try copying.copy(String(text.prefix(56_246)), environment).0 != .terminal)
    }

    @Test func `a link in the way is not followed`() throws {
      let copying = try Copying()
      let victim = copying.folder.appendingPathComponent("victim").path
      let folder = copying.folder.path
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/winback-copy-1.txt", withDestinationPath: victim)
      let (destination, _) = try copying.copy("x", .init(terminal: "dumb", directories: [folder]))
      #expect(destination == .file(folder + "/winback-copy-2.txt"))
      #expect(!FileManager.default.fileExists(atPath: victim))
    }

    @Test func `where nothing works nothing is said to have worked`() throws {
      let copying = try Copying()
      let environment = ClipboardEnvironment(terminal: "dumb", directories: ["/nowhere"])
      #expect(try copying.copy("x", environment) == (nil, ""))
    }
  }
}
