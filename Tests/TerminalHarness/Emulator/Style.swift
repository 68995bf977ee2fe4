/// How a cell is drawn.
public struct Style: Hashable, Sendable {
  public var attributes: Attributes = []
  public var foreground = Colour.standard
  public var background = Colour.standard

  public static let plain = Style()

  public init(
    _ attributes: Attributes = [], foreground: Colour = .standard, background: Colour = .standard
  ) {
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
  }

  /// What an erased cell keeps of the style it is erased with, as xterm does it.
  var erased: Style { Style(background: background) }
}

public enum Colour: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// 0 to 15 by the short sequences, 0 to 255 by the long one.
  case numbered(Int)
  case mixed(red: Int, green: Int, blue: Int)
}

public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let blink = Attributes(rawValue: 16)
  public static let reverse = Attributes(rawValue: 32)
  public static let invisible = Attributes(rawValue: 64)
  public static let struck = Attributes(rawValue: 128)
}
