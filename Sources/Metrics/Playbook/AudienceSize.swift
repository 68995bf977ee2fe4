import Tables

/// How many people are on a list, and what they are worth together.
struct AudienceSize: AudienceList, Sendable {
  private let analysis: Analysis
  private(set) var count = 0
  /// In millionths of a unit: values come from two tables, each of which may fill half of 64 bits.
  private var worth: Int128 = 0

  /// Nobody yet.
  init(_ analysis: Analysis) { self.analysis = analysis }

  init(_ roster: Roster) {
    analysis = roster.analysis
    for entry in roster.entries { add(entry) }
  }

  mutating func add(_ entry: Roster.Entry) {
    count += 1
    worth += Int128(entry.value ?? analysis.worth(entry))
  }

  /// In units.
  var value: Double { Double(worth) / Double(Amount.scale) }
}
