/// How a customer is called and reached.
package struct Contact: Equatable, Sendable {
  /// Blank where the files do not say.
  package var name: String
  /// Blank where the files do not say.
  package var email: String

  /// A contact from its parts.
  package init(name: String, email: String) {
    self.name = name
    self.email = email
  }
}

extension Cohort {
  /// Reads names and e-mail addresses from the customer files, by customer id: they are kept nowhere
  /// until somebody asks to see them.
  package static func contacts(
    in path: String, options: ReadingOptions
  ) throws(CohortProblem) -> [String: Contact] {
    var contacts: [String: Contact] = [:]
    try FolderWalk(path: path, options: options).visit([.customers]) { record, layout, _ in
      let contact = Contact(name: record.text(layout["name"]), email: record.text(layout["email"]))
      contacts[record.text(layout["customer_id"])] = contact
    }
    return contacts
  }
}
