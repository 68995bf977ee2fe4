/// How many colours a terminal shows.
package enum ColourDepth: Int, Comparable, CaseIterable, Sendable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case manyColours = 256

  /// The deepest that so many colours allow. Where they are millions, only the first eight are numbers:
  /// the others are red, green and blue in one.
  init(colours: Int) {
    self =
      colours > 256 ? .eight : ColourDepth.allCases.last { $0.rawValue <= colours } ?? .none
  }

  package static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
