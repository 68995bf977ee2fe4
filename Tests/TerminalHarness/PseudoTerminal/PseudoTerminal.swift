import Foundation
import Glibc

/// A program in a terminal of its own, with an emulator that shows what it drew. Nothing of it is
/// shared, so that tests may run beside each other; one test uses it from one thread.
package final class PseudoTerminal {
  package internal(set) var screen: TerminalEmulator
  /// Every byte the program has written so far, and that has been read.
  package internal(set) var received: [UInt8] = []

  let device: TerminalDevice
  var process: ChildProcess
  /// Nobody holds the other side open any more.
  var isHungUp = false

  /// Starts a program; without a directory it starts in that of the tests.
  package init(
    _ program: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = PseudoTerminal.environment(), directory: String? = nil
  ) throws {
    screen = TerminalEmulator(columns: columns, rows: rows)
    device = try TerminalDevice(columns: columns, rows: rows)
    let start = ProgramStart(
      program: program, arguments: arguments, environment: environment, directory: directory)
    process = ChildProcess(try start.spawn(onTerminal: device.path))
  }

  deinit {
    device.close()
    process.end()
  }

  /// What a program in a terminal can rely on, and nothing of who runs the tests. Nil leaves a
  /// variable out.
  package static func environment(
    terminal: String? = "xterm-256color", locale: String? = "C.UTF-8",
    adding others: [String: String] = [:]
  ) -> [String: String] {
    var variables = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": NSTemporaryDirectory()]
    variables["TERM"] = terminal
    variables["LC_ALL"] = locale
    return variables.merging(others) { $1 }
  }

  package func signal(_ number: Int32) { process.signal(number) }

  /// The program's process id, for what `/proc` says of it.
  package var identifier: Int32 { process.identifier }

  /// Whether a signal or Ctrl-Z has stopped the program for now.
  package var isStopped: Bool {
    process.update()
    return process.isStopped
  }

  /// How the program ended, or nil while it runs.
  package var ending: Ending? {
    process.update()
    return process.ending
  }

  package func resize(columns: Int, rows: Int) {
    // What is still to be read was drawn for the old size.
    readAll()
    screen.resize(columns: columns, rows: rows)
    device.resize(columns: columns, rows: rows)
  }

  /// Hangs up, as a lost connection does. Nothing can be read or sent afterwards.
  package func close() {
    readAll()
    device.close()
    isHungUp = true
  }

  /// How the terminal is set up. Can be asked after the program has ended, too.
  package func attributes() throws -> TerminalAttributes { try device.attributes() }
}
