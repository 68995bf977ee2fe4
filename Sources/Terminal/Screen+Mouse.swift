import CNcurses

/// The mouse, while it is reported. ncurses' own reading of it waits, blocked, for the rest of a report
/// that a slow line has torn; here it is a sequence like others.
extension Screen {
  /// Has the mouse reported, or leaves it to the terminal, which selects text with it; false where the
  /// terminal has none to report.
  package func setMouse(_ isOn: Bool) -> Bool {
    guard unsafe nc_has_capability("kmous") else { return !isOn }
    isMouseOn = isOn
    reportMouse(isOn)
    return true
  }

  /// Buttons and the wheel only, in numbers where the terminal knows them: what reports every move would
  /// send bytes all the time.
  func reportMouse(_ isOn: Bool) {
    send(isOn ? "\u{1B}[?1000h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1000l")
  }
}
