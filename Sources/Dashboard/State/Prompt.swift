/// A line that is being typed.
struct Prompt: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// Which rows are seen; what was seen before.
    case filter(before: TableView?)
    /// A command, or an address.
    case palette
    /// The file to write the screen to.
    case export
    /// Whether a file that is there is to be replaced.
    case replace(path: String)
  }

  var kind: Kind
  var text = ""
  /// Where the cursor was when it was asked for.
  var place: Place?

  /// What stands before the text.
  var label: String {
    switch kind {
    case .filter: "/"
    case .palette: ":"
    case .export: "Write to (.csv, .md or .svg): "
    case .replace(let path): "Already there; y replaces it, any other key keeps it: \(path)"
    }
  }

  /// Whether text can be typed.
  var isTyped: Bool { if case .replace = kind { false } else { true } }
}
