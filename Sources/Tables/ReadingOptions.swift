/// What a folder's configuration says about how its files are read.
package struct ReadingOptions: Sendable {
  /// The business time zone.
  package var zone = TimeZoneRules.utc
  /// The currency that amounts are reported in, in capitals; nil where none is configured.
  package var currency: String?
  /// One unit of another currency, in capitals, in the reported one.
  package var rates: [String: Double] = [:]
  /// Their column names for ours, per table.
  package var columnNames: [Table: [String: String]] = [:]
  /// Spellings of channels, in lower case, and the word each means.
  package var channels: [String: String] = [:]
  /// Spellings of reasons, in lower case, and the word each means.
  package var reasons: [String: String] = [:]
  /// The day the program runs: an order dated later is refused. Nil refuses none.
  package var today: Day?

  package init() {}
}
