import Glyphs
package import Metrics
package import Tables

extension Roster {
  /// The list as CSV, to be loaded into a mail or call system: customer ids first, then why each is on
  /// it. Names and e-mail addresses have columns where they are given; ids that are addresses are hidden
  /// unless revealed.
  package func commaSeparated(isRevealed: Bool, contacts: [String: Contact]? = nil) -> String {
    let names = contacts == nil ? [] : ["name", "email"]
    var text = CommaSeparated.text([
      ["customer_id", "why", "segment", "orders", "last_order", "value"] + names
    ])
    // Some rows at a time, so that a list of millions needs no more than its text.
    for start in stride(from: 0, to: count, by: 10_000) {
      text += CommaSeparated.text(
        (start..<min(start + 10_000, count)).map { place in
          let person = self[place]
          return fields(person, isRevealed) + fields(contacts, person.id)
        })
    }
    return text
  }

  private func fields(_ contacts: [String: Contact]?, _ id: String) -> [String] {
    contacts.map { [$0[id]?.name ?? "", $0[id]?.email ?? ""] } ?? []
  }

  private func fields(_ person: RosterPerson, _ isRevealed: Bool) -> [String] {
    [
      isRevealed ? person.id : Masking.shown(person.id, isRevealed: false),
      person.reason.words(currency), SafeText(person.segment).description, "\(person.orders)",
      person.lastPurchase.map { "\($0)" } ?? "", "\(person.value)",
    ]
  }
}
