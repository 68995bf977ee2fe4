import Tables

/// Why a configuration file cannot be used: what is wrong, and on which line.
struct ConfigurationProblem: Error, Equatable {
  enum Kind: Equatable {
    case file(FileProblem)
    case notUTF8
    /// What the TOML parser says.
    case syntax(String)
    case unknownKey(String, known: [String])
    /// A key's value is not of a kind that it can be: `a number from 0 to 1`.
    case wrongValue(String, expected: String)
    case unknownZone(String)
    case noZoneDatabase
  }

  var kind: Kind
  /// The file's name, as the user is to read it.
  var file = "winback.toml"
  /// From 1; 0 where the file as a whole is meant.
  var line: Int
}
