import Terminal

extension Dashboard {
  /// Takes an event in; gives what the world is to do about it.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .pasted:
      message = "Pasted text runs nothing here."
      return []
    case .resized(let size):
      self.size = size
      keepCursorInSight()
      return []
    case .loaded(let evidence):
      take(evidence)
      return []
    case .failed(let sentence):
      isReading = false
      message = sentence
      return evidence == nil ? [.giveUp(sentence)] : []
    }
  }

  private mutating func take(_ evidence: Evidence) {
    self.evidence = evidence
    isReading = false
    for name in curves.keys { curves[name] = ChannelCurves(evidence, name) }
    // A channel that the new files do not have any more closes.
    if let gone = stack.firstIndex(where: { page(of: $0, evidence) == nil }) {
      stack.removeSubrange(max(1, gone)...)
    }
    keepCursorInSight()
  }

  private mutating func press(_ key: Key) -> [Effect] {
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
    switch command {
    case .quit: return [.quit]
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .reload:
      isReading = true
      return [.reload]
    case .scorecard: stack = [.screen(.scorecard)]
    case .channels: stack = [.screen(.channels)]
    case .back: stack.removeLast()
    case .help where layer == .help: stack.removeLast()
    case .help: open(.help)
    case .open: return follow()
    case .up, .down, .left, .right, .first, .last, .pageUp, .pageDown, .nextSection,
      .previousSection:
      move(command)
    }
    keepCursorInSight()
    return []
  }

  private mutating func follow() -> [Effect] {
    switch page.flatMap(link) {
    case .layer(let layer): open(layer)
    case .command(let command):
      // The help gives way to what it was asked for.
      stack.removeLast()
      return run(command)
    case nil: break
    }
    return []
  }

  private mutating func open(_ layer: Layer) {
    if case .channel(let name) = layer {
      guard let evidence, let own = ChannelCurves(evidence, name) else { return }
      curves[name] = own
    }
    // Help is about where one is now; all else is found as it was left.
    if layer == .help { places[layer] = nil }
    stack.append(layer)
    keepCursorInSight()
  }
}
