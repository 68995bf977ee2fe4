import Dashboard

/// A cohort as it is seen in several ways, each worked out once: the same come again and again.
final class EvidenceViews {
  /// As it was read.
  let newest: Evidence
  private var seen: [Lens: Evidence] = [:]

  /// Nothing but what was read.
  init(_ newest: Evidence) { self.newest = newest }

  /// What is known through a lens.
  func evidence(through lens: Lens) -> Evidence {
    if lens == Lens() { return newest }
    if let known = seen[lens] { return known }
    let found = newest.seen(through: lens)
    seen[lens] = found
    return found
  }
}
