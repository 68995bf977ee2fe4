import ArgumentParser
import Dashboard
import Glibc
import Terminal

/// The dashboard on a terminal: events in, effects done, frames shown, until it is left.
final class Session {
  private let input: FolderArguments
  private let screen: Screen
  private let loop: EventLoop
  private let mailbox: Mailbox
  private var dashboard: Dashboard

  /// How long the first frame waits for the cohort, so that a small one is not announced first.
  private static let patience = 60

  private init(_ input: FolderArguments, _ screen: Screen, _ signals: consuming Signals) {
    self.input = input
    self.screen = screen
    mailbox = Mailbox()
    loop = EventLoop(screen, signals, mailbox.bell)
    dashboard = Dashboard(
      folder: input.folder, size: screen.size, glyphs: Environment.glyphs(screen.abilities))
  }

  /// Takes the terminal over; nil where there is none that a screen can be drawn on.
  static func open(_ input: FolderArguments) -> Session? {
    // Before any other thread: none of them may get a signal that the loop waits for.
    let signals = Signals()
    guard
      let screen = Screen.open(
        types: Environment.terminalTypes, hasColours: Environment.allowsColours)
    else {
      signals.release()
      return nil
    }
    return Session(input, screen, signals)
  }

  /// Runs until the user leaves or a signal ends it.
  func run() throws(Failure) {
    mailbox.read(input)
    if try handle(loop.wait(milliseconds: Session.patience)) == .ended { return }
    while true {
      screen.show(dashboard.frame)
      if try handle(loop.wait()) == .ended { return }
    }
  }

  private enum Progress {
    case goesOn, ended
  }

  /// Takes in all that has come, so that one frame shows it all.
  private func handle(_ events: [TerminalEvent]) throws(Failure) -> Progress {
    for event in events {
      for effect in effects(of: event) {
        if try perform(effect) == .ended { return .ended }
        // What was typed before it was stopped is not what one sees when it goes on.
        if effect == .suspend { return try handle(loop.suspend()) }
      }
    }
    return .goesOn
  }

  private func effects(of event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key): return dashboard.update(.key(key))
    case .pasted(let text): return dashboard.update(.pasted(text))
    case .resized(let size): return dashboard.update(.resized(size))
    case .resumed: return dashboard.update(.resized(screen.size))
    case .woken: return mailbox.take().flatMap { dashboard.update($0) }
    case .suspended: return [.suspend]
    case .notStopped: return dashboard.update(.notStopped)
    case .ended(let signal):
      screen.leave()
      // As if the signal had ended it; what reads on in another thread needs no end.
      _exit(128 + signal)
    }
  }

  private func perform(_ effect: Effect) throws(Failure) -> Progress {
    switch effect {
    case .quit:
      screen.leave()
      return .ended
    case .giveUp(let sentence):
      screen.leave()
      throw Failure(sentence)
    case .reload(let asOf):
      var input = input
      if let asOf { input.asOf = asOf }
      mailbox.read(input)
    case .look(let day): if let evidence = dashboard.evidence { mailbox.look(evidence, from: day) }
    case .repaint: screen.forget()
    // Done by whoever handles the events, since it brings events of its own.
    case .suspend: break
    }
    return .goesOn
  }
}
