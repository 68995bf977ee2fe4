package import Metrics

extension Roster {
  /// The list as CSV, to be loaded into a mail or call system: customer ids in full, first, then why
  /// each is on it. Names and e-mail addresses are in no column.
  package var commaSeparated: String {
    var text = CommaSeparated.text([
      ["customer_id", "why", "segment", "orders", "last_order", "value"]
    ])
    // Some rows at a time, so that a list of millions needs no more than its text.
    for start in stride(from: 0, to: count, by: 10_000) {
      text += CommaSeparated.text(
        (start..<min(start + 10_000, count)).map { fields(self[$0]) })
    }
    return text
  }

  private func fields(_ person: RosterPerson) -> [String] {
    [
      person.id, person.reason.words(currency), person.segment, "\(person.orders)",
      person.lastPurchase.map { "\($0)" } ?? "", "\(person.value)",
    ]
  }
}
