import ArgumentParser
import Dashboard
import Glibc
import Terminal

/// The dashboard on a terminal: events in, effects done, frames shown, until it is left.
final class Session {
  private let input: FolderArguments
  /// What to open first; nil once it was, or where nothing was asked for.
  private var address: Address?
  private let screen: Screen
  private let loop: EventLoop
  private let mailbox: Mailbox
  private var dashboard: Dashboard

  /// How long the first frame waits for the cohort, so that a small one is not announced first.
  private static let patience = 60

  private init(
    _ input: FolderArguments, _ address: Address?, _ settings: Settings, _ screen: Screen,
    _ signals: consuming Signals
  ) {
    self.input = input
    self.address = address
    self.screen = screen
    mailbox = Mailbox()
    loop = EventLoop(screen, signals, mailbox.bell)
    dashboard = Dashboard(
      folder: input.folder, size: screen.size,
      glyphs: Environment.glyphs(settings, screen.abilities),
      theme: screen.abilities.colours == .none ? nil : settings.theme ?? .terminal,
      lens: input.lens(address))
    // Where there is none to report, nobody need be told that it was asked for.
    if settings.mouse == true, screen.setMouse(true) { _ = dashboard.update(.mouse(isOn: true)) }
  }

  /// Takes the terminal over; nil where there is none that a screen can be drawn on.
  static func open(
    _ input: FolderArguments, at address: Address?, _ settings: Settings
  ) -> Session? {
    // Before any other thread: none of them may get a signal that the loop waits for.
    let signals = Signals()
    guard
      let screen = Screen.open(types: Environment.terminalTypes, Environment.manner(settings))
    else {
      signals.release()
      return nil
    }
    return Session(input, address, settings, screen, signals)
  }

  /// Runs until the user leaves or a signal ends it.
  func run() throws(Failure) {
    mailbox.watch(input.folder)
    mailbox.read(input, through: input.lens(address))
    if try handle(loop.wait(milliseconds: Session.patience)) == .ended { return }
    while true {
      screen.theme = dashboard.theme ?? .terminal
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
    case .pointer(let pointer): return dashboard.update(.pointer(pointer))
    case .pasted(let text): return dashboard.update(.pasted(text))
    case .resized(let size): return dashboard.update(.resized(size))
    case .resumed: return dashboard.update(.resized(screen.size))
    case .woken:
      let shown = dashboard.evidence.map { ObjectIdentifier($0) }
      let effects = mailbox.take().flatMap { dashboard.update($0) } + openAddress()
      // What was shown before is free from here on.
      if dashboard.evidence.map({ ObjectIdentifier($0) }) != shown { mailbox.returnMemory() }
      return effects
    case .suspended: return [.suspend]
    case .notStopped: return dashboard.update(.notStopped)
    case .ended(let signal):
      screen.leave()
      // As if the signal had ended it; what reads on in another thread needs no end.
      _exit(128 + signal)
    }
  }

  /// Opens what was asked for, once there is something to open it of.
  private func openAddress() -> [Effect] {
    guard var address, dashboard.evidence != nil else { return [] }
    self.address = nil
    address.lens = input.lens(address)
    do throws(AddressProblem) {
      return try dashboard.open(address)
    } catch {
      return dashboard.update(.refused(error.sentence))
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
    case .reload(let lens): mailbox.read(input, through: lens)
    case .stopReading: mailbox.stopReading()
    case .readNews(let lens): mailbox.readNews(input, through: lens)
    case .look(let lens):
      if let evidence = dashboard.evidence {
        mailbox.look(evidence, through: lens, for: dashboard.requests)
      }
    case .trace(let customer):
      mailbox.trace(customer, input, isRevealing: dashboard.isRevealed)
    case .introduce: mailbox.introduce(input)
    case .copy(let text, let what):
      _ = dashboard.update(.copied(what: what, destination: screen.copy(text)?.words))
    case .export(let path, let isReplacing):
      mailbox.export(dashboard, to: path, isReplacing: isReplacing)
    case .mouse(let isOn):
      _ = dashboard.update(.mouse(isOn: screen.setMouse(isOn) ? isOn : nil))
    case .repaint: screen.forget()
    // Done by whoever handles the events, since it brings events of its own.
    case .suspend: break
    }
    return .goesOn
  }
}

extension CopyDestination {
  /// Where a copy went, in words.
  var words: String {
    switch self {
    case .tmux: "tmux, which hands it to the terminal"
    case .terminal: "the terminal's clipboard"
    case .file(let path): "the file \(path)"
    }
  }
}
