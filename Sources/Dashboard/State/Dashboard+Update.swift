import Metrics
import Tables
import Terminal

extension Dashboard {
  /// Takes an event in; gives what the world is to do about it.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .pasted:
      message = "Pasted text runs nothing here."
      return []
    case .notStopped:
      message = "There is no shell to go back to: q quits."
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
      isOutdated = evidence != nil
      message = sentence
      refresh()
      return evidence == nil ? [.giveUp(sentence)] : []
    }
  }

  private mutating func take(_ evidence: Evidence) {
    // Of several days asked for only the last is waited for.
    if let asOf = view.asOf, asOf != evidence.report.asOf { return }
    // What was looked at from another day holds the same files.
    let isReread = self.evidence.map { $0.analysis.history !== evidence.analysis.history }
    if isReread != false { isOutdated = false }
    if isReread == true {
      message = "Read again: \(Wording.counted(evidence.analysis.cohort.files.count, "file"))."
    } else {
      message = nil
    }
    self.evidence = evidence
    isReading = false
    details = details.keys.reduce(into: [:]) {
      $0[$1] = Dashboard.detail(of: $1, evidence)
    }
    // What the new files or the new day do not have closes.
    if let gone = view.stack.firstIndex(where: { page(of: $0, evidence) == nil }) {
      view.stack.removeSubrange(max(1, gone)...)
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
    let before = view
    let effects = effects(of: command)
    if command != .undo, view != before, layer != .help, before.stack.last != .help {
      earlier = (earlier + [before]).suffix(Dashboard.depthOfUndo)
    }
    keepCursorInSight()
    return effects
  }

  private mutating func effects(of command: Command) -> [Effect] {
    switch command {
    case .quit: return [.quit]
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .reload:
      isReading = true
      return [.reload(asOf: view.asOf)]
    case .scorecard, .segments, .channels, .cohorts, .data:
      if let screen = command.layer { view.stack = [screen] }
    case .breakdown:
      view.dimension = view.dimension.next
      places[layer] = nil
    case .monthEarlier, .monthLater, .yearEarlier, .yearLater: return step(command)
    case .undo: return undo()
    case .review: open(.review)
    case .help: open(.help)
    case .back: view.stack.removeLast()
    case .open: return follow()
    case .up, .down, .left, .right, .first, .last, .pageUp, .pageDown, .nextSection,
      .previousSection:
      move(command)
    }
    return []
  }

  private mutating func follow() -> [Effect] {
    switch page.flatMap(link) {
    case .layer(let layer): open(layer)
    case .command(let command):
      // The help gives way to what it was asked for.
      view.stack.removeLast()
      refresh()
      return run(command)
    case nil: break
    }
    return []
  }

  /// Lays a layer on top, or closes it where it lies there already.
  private mutating func open(_ layer: Layer) {
    guard layer != self.layer else {
      view.stack.removeLast()
      return
    }
    if let evidence, let detail = Dashboard.detail(of: layer, evidence) { details[layer] = detail }
    // What is opened opens at its head; what it lies on is found as it was left.
    places[layer] = nil
    view.stack.append(layer)
  }

  private mutating func step(_ command: Command) -> [Effect] {
    guard let day = day(after: command) else { return [] }
    return look(at: day)
  }

  private mutating func undo() -> [Effect] {
    guard let view = earlier.popLast(), let evidence else { return [] }
    let asOf = self.view.asOf
    self.view = view
    for layer in view.stack where details[layer] == nil {
      details[layer] = Dashboard.detail(of: layer, evidence)
    }
    guard view.asOf != asOf, let newest = evidence.orderDays?.upperBound else { return [] }
    return look(at: view.asOf ?? newest)
  }

  private mutating func look(at day: Day) -> [Effect] {
    view.asOf = day == evidence?.orderDays?.upperBound ? nil : day
    isReading = true
    message = "Looking at \(Wording.day(day)) …"
    return [.look(day)]
  }
}

extension Dimension {
  /// The next in the order of the list, and after the last the first.
  var next: Dimension {
    let all = Dimension.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
