import Tables

/// How many people are on a list, what they are worth together, and who is left out of it.
struct AudienceSize: AudienceList, Sendable {
  private let analysis: Analysis
  private(set) var count = 0
  /// In millionths of a unit: values come from two tables, each of which may fill half of 64 bits.
  private var worth: Int128 = 0
  /// By cause.
  var leftOut: [Exclusion: Int] = [:]

  /// Nobody yet.
  init(_ analysis: Analysis) { self.analysis = analysis }

  init(_ roster: Roster) {
    analysis = roster.analysis
    for entry in roster.entries { add(entry) }
    leftOut = roster.leftOut
  }

  mutating func add(_ entry: Roster.Entry) {
    count += 1
    worth += Int128(entry.value ?? analysis.worth(entry))
  }

  /// In units.
  var value: Double { Double(worth) / Double(Amount.scale) }

  /// Who is left out, by cause, in an order of its own.
  var leftOutParts: [Population.Part] {
    let causes: [Exclusion] = [
      .unsubscribed, .complained, .heldOut, .erased, .refusedRow, .agedOut, .recentlyCancelled,
    ]
    return causes.compactMap { cause in
      leftOut[cause].map { Population.Part(cause: cause, count: $0) }
    }
  }
}
