import Metrics
import Tables

/// What is looked at: what Backspace takes back.
struct View: Equatable, Sendable {
  /// From the screen at the bottom to what lies on top.
  var stack: [Layer] = [.screen(.scorecard)]
  /// What Segments tells people apart by.
  var dimension = Dimension.segment
  /// The day that is looked from; nil is that of the newest order.
  var asOf: Day?
}
