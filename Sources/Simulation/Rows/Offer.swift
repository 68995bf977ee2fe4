/// A discount code, or none.
enum Offer: UInt8 {
  case none, welcome, summer, blackWeek, bundle, annual, comeback, missYou, upgrade

  var label: StaticString {
    switch self {
    case .none: ""
    case .welcome: "WELCOME10"
    case .summer: "SUMMER15"
    case .blackWeek: "BLACKWEEK20"
    case .bundle: "3FOR2"
    case .annual: "ANNUAL15"
    case .comeback: "COMEBACK20"
    case .missYou: "MISSYOU15"
    case .upgrade: "RETURN25"
    }
  }

  /// Off the price before discount.
  var percent: Int32 {
    switch self {
    case .none: 0
    case .welcome: 10
    case .summer, .missYou, .annual: 15
    case .blackWeek, .comeback: 20
    case .bundle, .upgrade: 25
    }
  }

  /// Only win-back messages carry these.
  static let winback: [SimulationPlan.Model: [Offer]] = [
    .shop: [.comeback, .missYou], .saas: [.upgrade],
  ]
}
