import Glyphs

/// What is shown of what tells who a customer is.
enum Masking {
  /// Whether an id is hidden until it is asked for.
  static func hides(_ id: String) -> Bool { id.contains("@") }

  /// A customer's id; one that is an e-mail address only by its first letters, unless it was asked for.
  static func shown(_ id: String, isRevealed: Bool) -> String {
    guard !isRevealed, let at = id.firstIndex(of: "@") else {
      return SafeText(id).description
    }
    let domain = id[id.index(after: at)...]
    return SafeText("\(id.prefix(1))***@\(domain.prefix(1))***").description
  }
}
