extension Configuration {
  /// The winback.toml of the sample, with its comments for whoever opens it first.
  static let sample = """
    # Northwind Coffee is made up: `winback simulate OUT --sample` writes this folder.
    # Every key is optional; change one and run the report again.
    name = "Northwind Coffee"
    currency = "USD"
    timezone = "America/New_York"
    margin = 0.45             # what is left of a dollar at full price, before discounts
    model = "shop"
    acquisition_cost = 38.0   # a new customer from ads, to compare a return with

    [lapse]
    days = 60                 # twice the usual 30 days between two orders

    [offers]
    winback_codes = ["MISSYOU15", "COMEBACK20"]

    [holdout]
    planned_share = 0.1       # one in ten gets nothing, so that we know what win-back adds

    [targets]
    day_60 = 0.1              # agreed in January: one in ten back within 60 days

    [notes]                   # shown beside their month
    2025-11-28 = "Black Friday, 20 % off for everyone"
    2026-07-01 = "new e-mail tool"

    """
}
