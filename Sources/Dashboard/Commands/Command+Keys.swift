package import Terminal

extension Command {
  /// The keys that it is bound to, at least one, the one that the footer names first.
  package var keys: [Key] { entry.keys }
}
