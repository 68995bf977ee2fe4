/// A switch of the terminal.
package enum Mode: Hashable, Sendable {
  case visibleCursor, blinkingCursor
  case automaticWrap, insertion, originInRegion, reverseScreen
  case applicationCursorKeys, applicationKeypad
  case alternateScreen
  case bracketedPaste, focusReports, metaKey, synchronizedOutput
  case mouseClicks, mouseDrags, mouseMoves, extendedMouse
}

extension Set<Mode> {
  /// What is on when a terminal starts, and should be again when a program has ended.
  package static let initial: Set<Mode> = [.visibleCursor, .automaticWrap]
}

extension Mode {
  /// The mode of ESC `[ ?` number `h`.
  init?(privateNumber number: Int) {
    switch number {
    case 1: self = .applicationCursorKeys
    case 5: self = .reverseScreen
    case 6: self = .originInRegion
    case 7: self = .automaticWrap
    case 12: self = .blinkingCursor
    case 25: self = .visibleCursor
    case 47, 1047, 1049: self = .alternateScreen
    case 1000: self = .mouseClicks
    case 1002: self = .mouseDrags
    case 1003: self = .mouseMoves
    case 1004: self = .focusReports
    case 1006: self = .extendedMouse
    case 1034: self = .metaKey
    case 2004: self = .bracketedPaste
    case 2026: self = .synchronizedOutput
    default: return nil
    }
  }

  /// Whether a number stands for a switch that changes nothing here: width, smooth scrolling and
  /// key repeat of a VT100. Margins at the left and right are never on, but may be turned off.
  static func isIgnored(privateNumber number: Int, isOn: Bool) -> Bool {
    [3, 4, 8].contains(number) || (number == 69 && !isOn)
  }

  /// The cursor's shape in `screen`.
  static let ignoredNumbers: Set<Int> = [34]
}
