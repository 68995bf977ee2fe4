import Glyphs
package import Metrics

extension Evidence {
  /// What was read, refused and missing, to be read linearly.
  package var data: Document { document(of: DataPage.page(self)) }

  /// A page under the report's title.
  package func document(of page: Page) -> Document {
    let name = report.definitions.name.map { "  \(SafeText($0, limit: 60))" } ?? ""
    return page.document(
      title: "winback\(name)", right: report.dayAndCustomers)
  }
}

extension Report {
  /// From which day it is, and of how many people: `as of 31 Oct 2026, 12,840 customers`.
  package var dayAndCustomers: String {
    "as of \(Wording.day(asOf)), \(Wording.counted(customers.known, "customer"))"
  }
}
