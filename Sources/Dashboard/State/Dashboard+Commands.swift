import Metrics
import Tables

extension Dashboard {
  /// Does what a command that works here does.
  mutating func effects(of command: Command) -> [Effect] {
    if command.isMovement {
      move(command)
      return []
    }
    switch command {
    case .quit: return [.quit]
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .mouse: return [.mouse(!isMouseOn)]
    case .reload:
      awaited = .reading
      progress = nil
      return [.reload(lens)]
    case .renew: return takeNews()
    case .monthEarlier, .monthLater, .yearEarlier, .yearLater: return step(command)
    case .undo: return undo()
    case .open: return follow()
    case .back: return back()
    case .origin: return openOrigin()
    case .copyCell, .copyTable, .export, .address: return takeAway(command)
    case .reveal: return reveal()
    case .period: return look { $0.period = $0.period.next }
    default: change(command)
    }
    return []
  }

  /// What changes only what is looked at.
  private mutating func change(_ command: Command) {
    switch command {
    case .people: openPeople()
    case .breakdown: turn()
    case .credit: view.credit = view.credit.next
    case .window: view.window = nextWindow
    case .mark: toggleMark()
    case .compare: open(.comparison(marks))
    case .unmark: marks = []
    case .filter: startFilter()
    case .nextMatch: moveToMatch(1)
    case .previousMatch: moveToMatch(-1)
    case .sort: sort()
    case .reverse: reverse()
    case .explain:
      // The cell that is seen under the cursor, whatever column it was in where there was more room.
      if let column = columnUnderCursor { places[layer]?.column = column }
      open(.explanation)
    case .review: open(.review)
    case .help: open(.help)
    case .palette:
      open(.palette)
      prompt = Prompt(kind: .palette)
    case .glyphs: changeGlyphs()
    case .theme: changeTheme()
    default: if let screen = command.screen { view.stack = [.screen(screen)] }
    }
  }

  /// Lists who is behind what is open; of a list, or of what is about nobody, the screen of all people.
  private mutating func openPeople() {
    while layer.isOverlay { view.stack.removeLast() }
    refresh()
    if case .roster = layer {
      message = "These are the people behind it."
    } else if case .tactic(let tactic) = layer, let list = WorkList(tactic.rawValue) {
      open(.roster(.list(list)))
    } else if let selection = page?.selection, !layer.isList {
      open(.people(selection))
    } else {
      view.stack = [.screen(.people)]
    }
  }

  /// What Segments tells apart, or Cohorts shows.
  private mutating func turn() {
    if layer == .screen(.cohorts) {
      view.cohortValue = view.cohortValue.next
    } else {
      view.dimension = view.dimension.next
      places[layer] = nil
      view.tables[layer] = nil
    }
  }

  /// Windows that rates and curves can be seen through, the configured one first.
  private var nextWindow: Int? {
    let configured = evidence?.report.definitions.window ?? 60
    let others = [30, 60, 90].filter { $0 != configured }
    guard let window = view.window, let place = others.firstIndex(of: window) else {
      return others.first
    }
    return place + 1 < others.count ? others[place + 1] : nil
  }

  private mutating func follow() -> [Effect] {
    switch rowUnderCursor?.link {
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
  mutating func open(_ layer: Layer) {
    guard layer != self.layer else {
      view.stack.removeLast()
      return
    }
    // An overlay speaks of a page, never of another overlay.
    while self.layer.isOverlay, view.stack.count > 1 { view.stack.removeLast() }
    if !layer.isOverlay, let evidence, page(of: layer, evidence) == nil {
      message = "There is nothing of it on that day."
      return
    }
    // What is opened opens at its head; what it lies on is found as it was left.
    places[layer] = nil
    view.stack.append(layer)
  }

  /// Closes one thing: an overlay, what is being read, a filter, a pane.
  private mutating func back() -> [Effect] {
    if layer.isOverlay {
      view.stack.removeLast()
    } else if isBusy {
      return giveUpWaiting()
    } else if !isUnfiltered {
      clearFilter()
    } else {
      view.stack.removeLast()
    }
    return []
  }

  private mutating func giveUpWaiting() -> [Effect] {
    let wasReading = awaited == .reading
    awaited = nil
    progress = nil
    keepWhatIsSeen()
    if evidence != nil { message = "What was there stays." }
    return wasReading ? [.stopReading] + readNewsAgain() : []
  }

  /// Looks again in the way of what is shown, whatever was asked for since.
  mutating func keepWhatIsSeen() {
    guard let evidence else { return }
    let lens = evidence.lens
    view.asOf = lens.asOf
    view.period = lens.period
  }
}
