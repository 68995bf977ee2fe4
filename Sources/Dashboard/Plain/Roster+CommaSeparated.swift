package import Metrics

extension Roster {
  /// The list as CSV, to be loaded into a mail or call system: customer ids first, then why each is on
  /// it. Names and e-mail addresses are in no column; ids that are addresses are hidden unless revealed.
  package func commaSeparated(isRevealed: Bool) -> String {
    var text = CommaSeparated.text([
      ["customer_id", "why", "segment", "orders", "last_order", "value"]
    ])
    // Some rows at a time, so that a list of millions needs no more than its text.
    for start in stride(from: 0, to: count, by: 10_000) {
      text += CommaSeparated.text(
        (start..<min(start + 10_000, count)).map { fields(self[$0], isRevealed) })
    }
    return text
  }

  private func fields(_ person: RosterPerson, _ isRevealed: Bool) -> [String] {
    [
      isRevealed ? person.id : Masking.shown(person.id, isRevealed: false),
      person.reason.words(currency), person.segment, "\(person.orders)",
      person.lastPurchase.map { "\($0)" } ?? "", "\(person.value)",
    ]
  }
}
