import CNcurses

/// What the mouse did, at a cell.
package enum Pointer: Equatable, Sendable {
  /// The left button was pressed and let go on the same cell.
  case click(row: Int, column: Int)
  case wheelUp, wheelDown
}

extension Screen {
  /// Has the mouse reported, or leaves it to the terminal, which selects text with it; false where the
  /// terminal has none to report.
  package func setMouse(_ isOn: Bool) -> Bool {
    isMouseOn = reportMouse(isOn) && isOn
    return isMouseOn == isOn
  }

  /// Clicks and the wheel only: what reports every move would send bytes all the time.
  @discardableResult
  func reportMouse(_ isOn: Bool) -> Bool {
    // Else every click would wait for a second one.
    mouseinterval(0)
    return mousemask(isOn ? nc_clicks_and_wheel() : 0, nil) != 0 || !isOn
  }

  /// What the mouse did last; nil for what nobody asked for. A button that is let go elsewhere than it was
  /// pressed has dragged, or was meant not to click after all.
  func readPointer() -> Pointer? {
    var event = MEVENT()
    guard unsafe getmouse(&event) == OK else { return nil }
    switch event.bstate {
    case nc_wheel_up(): return .wheelUp
    case nc_wheel_down(): return .wheelDown
    // What comes at once ncurses has put together itself.
    case nc_click(): return .click(row: Int(event.y), column: Int(event.x))
    case nc_press():
      pressed = .click(row: Int(event.y), column: Int(event.x))
      return nil
    case nc_release():
      defer { pressed = nil }
      return pressed == .click(row: Int(event.y), column: Int(event.x)) ? pressed : nil
    default: return nil
    }
  }
}
