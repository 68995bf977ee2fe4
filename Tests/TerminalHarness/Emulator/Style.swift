/// How a cell is drawn.
package struct Style: Hashable, Sendable {
  package var attributes: Attributes = []
  package var foreground = Colour.standard
  package var background = Colour.standard

  package static let plain = Style()

  package init(
    _ attributes: Attributes = [], foreground: Colour = .standard, background: Colour = .standard
  ) {
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
  }

  /// What an erased cell keeps of the style it is erased with, as xterm does it.
  var erased: Style { Style(background: background) }
}

package enum Colour: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// 0 to 15 by the short sequences, 0 to 255 by the long one.
  case numbered(Int)
  case mixed(red: Int, green: Int, blue: Int)
}

package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let blink = Attributes(rawValue: 16)
  package static let reverse = Attributes(rawValue: 32)
  package static let invisible = Attributes(rawValue: 64)
  package static let struck = Attributes(rawValue: 128)
}
