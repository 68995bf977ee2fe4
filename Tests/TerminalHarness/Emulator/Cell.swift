/// One place of the screen.
package struct Cell: Hashable, Sendable {
  /// A character with the marks combined with it; empty in the right half of a wide one.
  package var text: String
  package var style: Style

  package init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }

  static func blank(_ style: Style) -> Cell { Cell(" ", style: style) }
}
