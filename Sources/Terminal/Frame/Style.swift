/// What a piece of text is for: a palette turns it into what a terminal can show of it.
package enum Ink: UInt8, CaseIterable, Sendable {
  /// The terminal's own colour.
  case plain
  /// Of less weight: units, bounds, what has no number.
  case muted
  /// A key or a way on.
  case accent
  case good, watch, bad
  /// Lines of a chart, told apart by their labels first.
  case series1, series2, series3, series4
}

/// How a cell looks.
package struct Style: Hashable, Sendable {
  /// What is told apart even where there is no colour.
  package struct Emphasis: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    /// A set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Emphasis(rawValue: 1)
    package static let underlined = Emphasis(rawValue: 2)
    package static let reversed = Emphasis(rawValue: 4)
  }

  package var ink: Ink
  package var emphasis: Emphasis

  /// An ink and what it is drawn with.
  package init(_ ink: Ink, _ emphasis: Emphasis = []) {
    self.ink = ink
    self.emphasis = emphasis
  }

  package static let plain = Style(.plain)
  package static let muted = Style(.muted)
  package static let bold = Style(.plain, .bold)
}
