/// Codes of channels that mean something to the program.
package enum Channel {
  /// The row of reactivations that no touch is credited with.
  package static let unattributed: Int32 = 1
  /// The row of spend that names no channel and cannot be shared out.
  package static let shared: Int32 = 2
  /// The first channel of people whom nobody wrote to.
  package static let none: Int32 = 3

  static let reservedWords = ["unattributed", "(shared)", "(none)"]
}

/// Codes of segments that mean something to the program.
package enum Segment {
  /// The segment of people whom no file gives one.
  package static let none: Int32 = 1

  static let noneWord = "(none)"
}

/// Codes of reasons that mean something to the program.
package enum Reason {
  /// The reason of a cancellation that gives none.
  package static let unknown: Int32 = 1
  /// The reason of a lapse without a cancellation.
  package static let silent: Int32 = 2

  static let reservedWords = ["unknown", "silent"]
}
