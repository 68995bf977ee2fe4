/// Sending, reading and waiting. Every wait ends with what it waits for; its deadline is only for
/// programs that fail.
extension PseudoTerminal {
  /// Long enough for a slow machine that runs all tests at once.
  package static let patience: Duration = .seconds(120)

  /// Types a text.
  package func send(_ text: String) throws { try send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8]) throws {
    let deadline = ContinuousClock.now + PseudoTerminal.patience
    var rest = bytes[...]
    while !rest.isEmpty {
      rest.removeFirst(try device.write(rest))
      // A program that draws does not read: what it has drawn must be taken meanwhile.
      readAll()
      if rest.isEmpty { return }
      if ContinuousClock.now > deadline { throw tooLate("the program to read its input") }
      device.poll(milliseconds: 10, forWriting: true)
    }
  }

  /// Reads until a condition on the screen holds.
  package func wait(
    for what: String = "the screen", upTo limit: Duration = patience,
    until condition: (TerminalEmulator) throws -> Bool
  ) throws {
    try wait(what, limit) {
      if try condition(screen) { return true }
      if let ending, isHungUp {
        throw HarnessFailure.ended(ending, before: what, screen: portrait)
      }
      return false
    }
  }

  /// Reads until a text stands in a row of the screen.
  package func wait(forText text: String, upTo limit: Duration = patience) throws {
    try wait(for: "the text “\(text)”", upTo: limit) { $0.text.contains(text) }
  }

  /// Reads until the program has ended, and then what it wrote last.
  @discardableResult
  package func waitForExit(upTo limit: Duration = patience) throws -> Ending {
    try wait("the program's end", limit) { ending != nil }
    // A process that it left behind may still hold the terminal.
    try? wait("the last output", .seconds(2)) { isHungUp }
    guard let ending else { throw tooLate("the program's end") }
    return ending
  }

  /// Reads until the program has been stopped by a signal.
  package func waitForStop(upTo limit: Duration = patience) throws {
    try wait("the program to stop", limit) { isStopped }
  }

  /// Reads for a time, and says how many bytes came: none from a program that idles.
  package func listen(for time: Duration) -> Int {
    readAll()
    let before = received.count
    try? wait("nothing", time) { false }
    return received.count - before
  }

  private func wait(_ what: String, _ limit: Duration, _ isDone: () throws -> Bool) throws {
    let deadline = ContinuousClock.now + limit
    while true {
      readAll()
      if try isDone() { return }
      if ContinuousClock.now > deadline { throw tooLate(what) }
      // Short, because the end of a process wakes nobody here; and a device that has hung up
      // would wake at once.
      if isHungUp { device.pause(milliseconds: 10) } else { device.poll(milliseconds: 10) }
    }
  }

  /// Takes what has arrived; but of a program that never pauses only so much, lest a deadline
  /// be missed.
  func readAll() {
    for _ in 0..<64 where !isHungUp {
      switch device.read() {
      case .bytes(let bytes):
        received += bytes
        screen.receive(bytes)
      case .nothingYet: return
      case .hungUp: isHungUp = true
      }
    }
  }

  private func tooLate(_ what: String) -> HarnessFailure { .tooLate(what, screen: portrait) }

  /// The screen and its state, for a failure to show.
  private var portrait: String {
    let edge = "+" + String(repeating: "-", count: screen.columns) + "+"
    let state =
      "cursor \(screen.cursorRow),\(screen.cursorColumn); \(received.count) bytes; "
      + "unknown: \(screen.unknown); program: \(ending.map { "\($0)" } ?? "running")"
    return ([edge] + screen.lines.map { "|" + $0 } + [edge, state]).joined(separator: "\n")
  }
}
