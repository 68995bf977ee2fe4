/// Why somebody cancelled.
package enum Reason: UInt8, CaseIterable, Sendable {
  case price, neglect, productFit, supportFriction, switching, other, blank

  /// The words in the files.
  package var label: StaticString {
    switch self {
    case .price: "price"
    case .neglect: "neglect"
    case .productFit: "product fit"
    case .supportFriction: "support friction"
    case .switching: "switching"
    case .other: "other"
    case .blank: ""
    }
  }

  /// What people write beside it.
  var comments: [StaticString] {
    switch self {
    case .price:
      ["Too expensive, sorry", "budget cut, maybe next year", "\"Cheaper elsewhere\""]
    case .neglect: ["Didn't use it", "We never got around to it, honestly"]
    case .productFit:
      ["Missing an export, and the API", "Not what we need", "Zu kompliziert für uns"]
    case .supportFriction:
      ["Waited 9 days, then a \"copy and paste\" answer", "Nobody called back"]
    case .switching: ["Moved to another tool", "head office decided, not us"]
    case .other: ["Closing the company", "Moving abroad, will be back"]
    case .blank: ["-", "bye"]
    }
  }
}
