import Glyphs
import Tables

/// Names and e-mail addresses as columns of a list of people; none while they are hidden.
struct ContactColumns {
  /// Names and addresses by id; nil while they are hidden.
  let contacts: [String: Contact]?

  /// The columns, which go first where there is no room in the order of these numbers.
  func columns(name: Int, email: Int) -> [Table.Column] {
    contacts == nil
      ? []
      : [
        .init("name", .left, dropped: name, width: 18),
        .init("e-mail", .left, dropped: email, width: 24),
      ]
  }

  /// The cells of a customer.
  func cells(of id: String) -> [Table.Cell] {
    guard let contacts else { return [] }
    let contact = contacts[id]
    return [
      .init(SafeText(contact?.name ?? "", limit: 60).description),
      .init(SafeText(contact?.email ?? "", limit: 80).description),
    ]
  }
}
