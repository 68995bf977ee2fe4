import Glyphs
import Metrics
import Tables
import Terminal

extension Dashboard {
  /// Takes an event in; gives what the world is to do about it.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .pointer(let pointer): return point(pointer)
    case .mouse(let isOn): takeMouse(isOn)
    case .pasted(let text): paste(text)
    case .notStopped: message = "There is no shell to go back to: q quits."
    case .resized(let size):
      self.size = size
      keepCursorInSight()
    case .progress(let state): if awaited == .reading { progress = state }
    case .loaded(let evidence, let details): return take(evidence, details)
    case .failed(let sentence): return fail(sentence)
    case .filesChanged: return noticeChange()
    case .arrived(let evidence): offer(evidence)
    case .spoiled(let sentence): sayWhyNot(sentence)
    case .copied(let what, let destination): sayCopied(what, destination)
    case .written(let path): message = "Written to \(SafeText(path, limit: 200))."
    case .alreadyThere(let path): prompt = Prompt(kind: .replace(path: path))
    case .traced(let trace):
      // What was asked for while names were seen is not shown once they are hidden.
      if trace.isRevealing == isRevealed { self.trace = trace }
      keepCursorInSight()
    case .introduced(let contacts):
      guard wantsNames else { return [] }
      reveal(contacts)
      message = "E-mail addresses and names are shown from now on, in files too: x hides them."
    case .refused(let sentence): message = sentence
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if prompt != nil { return type(key) }
    message = nil
    guard let command = Command(key) else {
      message = "\(key) does nothing here: ? lists what does."
      return []
    }
    return run(command)
  }

  /// Does what a command does, or says why it does nothing.
  mutating func run(_ command: Command) -> [Effect] {
    if let reason = reason(against: command) {
      message = reason
      return []
    }
    let before = view
    let effects = effects(of: command)
    if command != .undo { remember(before) }
    keepCursorInSight()
    return effects
  }

  /// Keeps a view for the way back, if what is looked at has changed.
  mutating func remember(_ before: View) {
    // Help and the like are no view: they are closed, not taken back.
    let isOverlay = layer.isOverlay || before.stack[before.stack.count - 1].isOverlay
    if view == before || isOverlay { return }
    earlier = (earlier + [before]).suffix(Dashboard.depthOfUndo)
  }

  private mutating func paste(_ text: String) {
    guard prompt?.isTyped == true else {
      message = "Pasted text runs nothing here."
      return
    }
    insert(String(SafeText(text.replacing("\n", with: " "), limit: 200).description))
  }

  private mutating func sayCopied(_ what: String, _ destination: String?) {
    message =
      destination.map { "Copied \(what) to \($0)." }
      ?? "Nothing here takes a copy: neither tmux, nor the terminal, nor a file."
  }
}
