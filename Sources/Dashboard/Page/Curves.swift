package import Metrics
package import Terminal

/// Cumulative curves over the days after enrolment, with a line at one day.
package struct Curves: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package var name: String
    package var curve: ReturnCurve
    package var ink: Ink
    /// Whether its 95 % interval is drawn around it: of several curves that would hide the others.
    package var showsInterval = false

    /// A curve with its name, written beside it.
    package init(
      _ name: String, _ curve: ReturnCurve, _ ink: Ink, showsInterval: Bool = false
    ) {
      self.name = name
      self.curve = curve
      self.ink = ink
      self.showsInterval = showsInterval
    }
  }

  package var lines: [Line]
  /// The day of the line.
  package var marked: Int
  /// The last day of the axis.
  package var days: Int

  /// The last day of an axis: beyond the window by half.
  static func days(window: Int) -> Int { max(90, window * 3 / 2) }

  /// Curves from day 0 to `days`.
  package init(_ lines: [Line], marked: Int, days: Int) {
    self.lines = lines
    self.marked = marked
    self.days = days
  }
}
