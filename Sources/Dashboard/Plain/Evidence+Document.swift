import Glyphs
import Metrics

extension Evidence {
  /// The scorecard, to be read linearly.
  package var scorecard: Document { document(of: ScorecardPage.page(self)) }

  /// What was read, refused and missing, to be read linearly.
  package var data: Document { document(of: DataPage.page(self)) }

  /// A page under the report's title.
  func document(of page: Page) -> Document {
    let name = report.definitions.name.map { "  \(SafeText($0, limit: 60))" } ?? ""
    return page.document(
      title: "winback\(name)",
      right:
        "as of \(Wording.day(report.asOf)), \(Wording.counted(report.customers.known, "customer"))")
  }
}
