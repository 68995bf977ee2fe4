/// The folder's winback.toml. It sets no lapse where there are orders enough: the data decide.
enum Configuration {
  static func text(_ model: SimulationPlan.Model) -> String {
    let own =
      switch model {
      case .shop:
        """
        name = "Northwind Coffee"
        currency = "EUR"
        timezone = "Europe/Berlin"
        margin = 0.45
        model = "shop"
        acquisition_cost = 38.0

        # only while there are too few orders for the data to decide
        [lapse]
        fallback_days = 60
        """
      case .saas:
        """
        name = "Ledgerline"
        currency = "USD"
        timezone = "Europe/Berlin"
        margin = 0.8
        model = "saas"
        acquisition_cost = 210.0

        [campaigns]
        product_news = ["product news"]
        """
      }
    let codes = Offer.winback[model, default: []].map { "\"\($0.label)\"" }.joined(separator: ", ")
    let target = model == .shop ? "0.07" : "0.1"
    return """
      \(own)

      [offers]
      winback_codes = [\(codes)]

      [holdout]
      planned_share = 0.1

      [targets]
      day_60 = \(target)

      """
  }
}
