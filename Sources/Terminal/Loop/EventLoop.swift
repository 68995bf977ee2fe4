import CNcurses
import Glibc

/// Waits for whatever comes next: a key, a signal or a worker. It sleeps in one `poll` and has no timer
/// of its own, so nothing runs while nothing happens.
package final class EventLoop {
  private let screen: Screen
  private let signals: Signals
  private let wakeUp: WakeUp
  private var keys = KeyReader()

  /// A loop over a screen's keyboard, the program's signals and a bell for workers.
  package init(_ screen: Screen, _ signals: consuming Signals, _ wakeUp: WakeUp) {
    self.screen = screen
    self.signals = signals
    self.wakeUp = wakeUp
  }

  /// Everything that has come, at least one event unless `milliseconds` went by first.
  package func wait(milliseconds: Int? = nil) -> [TerminalEvent] {
    // ncurses may hold keys that it has read already.
    let held = typed()
    if !held.isEmpty { return held }
    var events: [TerminalEvent] = []
    repeat {
      var sources = [
        pollfd(fd: screen.input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let limit = keys.patience ?? milliseconds ?? -1
      let ready = unsafe poll(&sources, 3, Int32(limit))
      if ready == 0, keys.patience != nil { return keys.giveUpWaiting() }
      if ready == 0 { return events }
      if sources[2].revents != 0 {
        wakeUp.answer()
        events.append(.woken)
      }
      if sources[1].revents != 0 { events += signals.pending().map(event) }
      if sources[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
        // Reading on would return at once, for ever.
        return events + [.ended(signal: SIGHUP)]
      }
      if sources[0].revents != 0 { events += typed() }
    } while events.isEmpty
    return events
  }

  private func typed() -> [TerminalEvent] {
    var readings: [Screen.Reading] = []
    while let reading = screen.read() {
      // That ncurses took a size over is no news, and would tear a key that is not whole yet.
      if reading != .code(KEY_RESIZE) { readings.append(reading) }
    }
    return keys.events(readings)
  }

  private func event(_ signal: Int32) -> TerminalEvent {
    switch signal {
    case SIGWINCH:
      screen.followTerminal()
      return .resized(screen.size)
    case SIGTSTP: return .suspended
    case SIGCONT:
      screen.followTerminal()
      screen.comeBack()
      return .resumed
    default: return .ended(signal: signal)
    }
  }

  /// Gives the terminal back, stops the job until it is continued, and takes the terminal over again;
  /// gives what came meanwhile. Where no shell could continue it, it is not stopped.
  package func suspend() -> [TerminalEvent] {
    screen.leave()
    _ = keys.giveUpWaiting()
    nc_stop_job()
    // Whoever wants it to end does not want to see it drawn once more.
    let signals = signals.pending()
    if let end = signals.first(where: { ![SIGCONT, SIGWINCH, SIGTSTP].contains($0) }) {
      return [.ended(signal: end)]
    }
    screen.followTerminal()
    screen.comeBack()
    return [.resized(screen.size)] + (signals.contains(SIGCONT) ? [] : [.notStopped])
  }
}
