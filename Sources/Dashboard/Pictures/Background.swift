/// What a picture of a frame stands on.
package enum Background: String, CaseIterable, Sendable {
  case light, dark

  /// The colour of the paper.
  var paper: String { self == .light ? "#ffffff" : "#0d1117" }
  /// The colour of text that has none of its own.
  var ink: String { self == .light ? "#1f2328" : "#e6edf3" }
  /// The colour of the line around it.
  var edge: String { self == .light ? "#d1d9e0" : "#3d444d" }
}
