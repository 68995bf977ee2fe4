import CNcurses

/// What the mouse did, at a cell.
package enum Pointer: Equatable, Sendable {
  /// The left button was let go.
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

  /// What the mouse did last; nil for what nobody asked for.
  var pointer: Pointer? {
    var event = MEVENT()
    guard unsafe getmouse(&event) == OK else { return nil }
    switch event.bstate {
    case nc_wheel_up(): return .wheelUp
    case nc_wheel_down(): return .wheelDown
    case nc_click(): return .click(row: Int(event.y), column: Int(event.x))
    default: return nil
    }
  }
}
