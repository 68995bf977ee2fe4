/// One place of the screen.
public struct Cell: Hashable, Sendable {
  /// A character with the marks combined with it; empty in the right half of a wide one.
  public var text: String
  public var style: Style

  public init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }

  static func blank(_ style: Style) -> Cell { Cell(" ", style: style) }
}
