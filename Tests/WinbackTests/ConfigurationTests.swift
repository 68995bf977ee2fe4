import Metrics
import Tables
import Testing

@testable import winback

struct ConfigurationTests {
  @Test(arguments: [
    ("name = Northwind", 1, "is not TOML: "),
    (
      "\nmargins = 0.4", 2,
      "margins is no key that winback knows; there are name, currency, timezone, "
    ),
    ("[lapse]\ndays = \"60\"", 2, "lapse.days must be a number from 1 to 10000"),
    ("[lapse]\ndays = 0", 2, "lapse.days must be a number from 1 to 10000"),
    ("[lapse]\ndays = nan", 2, "lapse.days must be a number from 1 to 10000"),
    ("[lapse]\nmultiple = -1", 2, "lapse.multiple must be a number over 0 and up to 100"),
    ("[lapse]\nminimum_gaps = 1.5", 2, "lapse.minimum_gaps must be a whole number from 1 to 10000"),
    ("[lapse]\nday = 3", 2, "lapse.day is no key that winback knows; there are multiple, days, "),
    ("margin = 45", 1, "margin must be a number over 0 and up to 1"),
    ("margin = true", 1, "margin must be a number over 0 and up to 1"),
    ("model = \"b2b\"", 1, "model must be \"shop\" or \"saas\""),
    ("name = 3", 1, "name must be a text in quotes"),
    ("acquisition_cost = -1", 1, "acquisition_cost must be a number from 0 on"),
    ("lapse = 60", 1, "lapse must be a table"),
    ("[guardrails]\nblast = 80", 2, "guardrails.blast must be a number from 0 to 1"),
    ("[guardrails]\nextended = 0.5", 2, "guardrails.extended must be a whole number from 0 on"),
    (
      "[guardrails]\ntoo-late = -1", 2,
      "guardrails.too-late must be a number of days from 0 to 10000"
    ),
    ("[guardrails]\nstale = 0", 2, "guardrails.stale must be a number over 0 and up to 1000"),
    (
      "[guardrails]\nblasts = 1", 2,
      "guardrails.blasts is no key that winback knows; there are blast, "
    ),
    (
      "[offers.expires]\nSAVE = \"soon\"", 2,
      "offers.expires.SAVE must be a date such as 2026-10-31"
    ),
    ("[offers.expires]\nSAVE = 2026", 2, "offers.expires.SAVE must be a date such as 2026-10-31"),
    (
      "[playbook]\nretargeting = []", 2,
      "playbook.retargeting is no key that winback knows; there are "
    ),
    (
      "[windows]\nreactivation_days = 0", 2,
      "windows.reactivation_days must be a whole number from 1 to 10000"
    ),
    (
      "[attribution]\nwindow_days = { email = \"7\" }", 2,
      "attribution.window_days.email must be a whole number from 0 to 10000"
    ),
    (
      "[attribution.window_days]\n\nsms = -1", 3,
      "attribution.window_days.sms must be a whole number from 0 to 10000"
    ),
    (
      "[offers]\nwinback_codes = \"A\"", 2, "offers.winback_codes must be a list of texts in quotes"
    ),
    (
      "[offers]\nwinback_codes = [\n  \"A\",\n  3,\n]", 2,
      "offers.winback_codes must be a list of texts in quotes"
    ),
    ("[holdout]\nplanned_share = 10", 2, "holdout.planned_share must be a number from 0 to 1"),
    ("[rates]\nEUR = 0", 2, "rates.EUR must be a number over 0"),
    ("[targets]\nday_60 = 8", 2, "targets.day_60 must be a number from 0 to 1"),
    ("[targets]\nday_90 = 0.1", 2, "targets.day_90 is no key that winback knows; there is day_60"),
    (
      "[columns.order]\nrevenue = \"x\"", 1,
      "columns.order is no key that winback knows; there are orders, touches, "
    ),
    (
      "[columns.orders]\ntotal = \"x\"", 2,
      "columns.orders.total is no key that winback knows; there are order_id, "
    ),
    ("[columns.orders]\nrevenue = 3", 2, "columns.orders.revenue must be a text in quotes"),
    ("[channels]\n\"E-Mail\" = 3", 2, "channels.E-Mail must be a text in quotes"),
    ("[notes]\nAugust = \"x\"", 2, "notes.August must be a date such as 2026-08-14 = \"...\""),
    (
      "[bands.day_60]\nwatch = 0.05\nhealthy = 0.04", 1,
      "bands.day_60 must be cuts in order: watch, healthy and best, each better than the last"
    ),
    ("[bands.lift]\nwatch = 1", 1, "bands.lift is no key that winback knows; there are day_60, "),
    (
      "# a comment\ntimezone = \"Europe/Atlantis\"", 2,
      "\"Europe/Atlantis\" is no time zone; write one such as Europe/Berlin"
    ),
    (
      "timezone = \"../../etc/passwd\"", 1,
      "\"../../etc/passwd\" is no time zone; write one such as Europe/Berlin"
    ),
    (
      "[campaigns]\nnewsletter = \"news\"", 2,
      "campaigns.newsletter must be a list of texts in quotes"
    ),
  ])
  func `a configuration that will not do is said with its line`(
    text: String, line: Int, sentence: String
  ) throws {
    let problem = #expect(throws: ConfigurationProblem.self) { try Configuration(text: text) }
    #expect(problem?.line == line)
    let expected = "winback.toml:\(line): \(sentence)"
    // Lists of keys and the parser's own words are long: their beginning is enough.
    #expect(problem?.sentence.hasPrefix(expected) == true, "\(problem?.sentence ?? "none")")
    #expect(sentence.hasSuffix(" ") || problem?.sentence == expected)
    let folder = try TemporaryFolder([
      "winback.toml": text,
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
    ])
    #expect(
      try Ended("report", folder.path)
        == Ended(status: 2, output: "", complaint: "winback: \(problem?.sentence ?? "")\n"))
  }

  @Test func `every key has its meaning`() throws {
    let configuration = try Configuration(
      text: """
        name = "Northwind Coffee"
        currency = "usd"
        timezone = "Europe/Berlin"
        margin = 0.45
        model = "saas"
        acquisition_cost = 42
        [lapse]
        multiple = 3
        days = 75
        minimum_gaps = 50
        fallback_days = 80
        implausible = 0.3
        [windows]
        reactivation_days = 45
        ltv_days = 90
        second_purchase_days = 30
        churn_cure_months = 3
        [attribution]
        window_days = { Email = 1, fax = 2 }
        [offers]
        winback_codes = ["COMEBACK20"]
        [holdout]
        planned_share = 0.1
        [rates]
        eur = 1.08
        [targets]
        day_60 = 0.08
        [columns.orders]
        customer_id = "Email"
        [channels]
        "E-Mail Marketing" = "email"
        [reasons]
        too_expensive = "price"
        [campaigns]
        newsletter = ["monthly news"]
        [notes]
        2026-08-14 = "new checkout"
        [bands.day_60]
        watch = 0.03
        """)
    let definitions = configuration.definitions
    #expect(definitions.name == "Northwind Coffee")
    #expect(definitions.margin == 0.45)
    #expect(definitions.model == .saas)
    #expect(definitions.acquisitionCost == 42)
    #expect(definitions.lapse.multiple == 3)
    #expect(definitions.lapse.days == 75)
    #expect(definitions.lapse.minimumGaps == 50)
    #expect(definitions.lapse.fallbackDays == 80)
    #expect(definitions.lapse.implausible == 0.3)
    #expect(definitions.window == 45)
    #expect(definitions.horizon == 90)
    #expect(definitions.secondPurchaseDays == 30)
    #expect(definitions.churnCureMonths == 3)
    #expect(definitions.creditDays["email"] == 1)
    #expect(definitions.creditDays["fax"] == 2)
    #expect(definitions.creditDays["sms"] == 3)
    #expect(definitions.winbackCodes == ["comeback20"])
    #expect(definitions.plannedHoldout == 0.1)
    #expect(definitions.day60Target == 0.08)
    #expect(definitions.campaignKinds[.newsletter] == ["monthly news"])
    #expect(definitions.notes == [try #require(Day("2026-08-14")): "new checkout"])
    // What is not given stays the seeds', here a subscription's.
    #expect(
      definitions.band(.day60) == Band(watch: 0.03, healthy: 0.08, best: 0.15))
    #expect(configuration.reading.currency == "USD")
    #expect(configuration.reading.rates == ["EUR": 1.08])
    #expect(configuration.reading.columnNames[.orders] == ["customer_id": "Email"])
    #expect(configuration.reading.channels == ["e-mail marketing": "email"])
    #expect(configuration.reading.reasons == ["too_expensive": "price"])
  }

  @Test func `no configuration is the defaults`() throws {
    let definitions = try Configuration(text: "").definitions
    #expect(definitions.window == 60)
    #expect(definitions.lapse.multiple == 2)
    #expect(definitions.creditDays["call"] == 30)
    #expect(definitions.band(.day60) == Band(watch: 0.02, healthy: 0.04, best: 0.1))
    // The seeds say nothing of day 30 for subscriptions.
    #expect(Band.seed(.day30, model: .saas) == nil)
  }

  @Test(arguments: [
    (0.0, Status.bad), (0.0199, .bad), (0.02, .watch), (0.04, .healthy), (0.1, .best), (1, .best),
  ])
  func `a cut is the lowest value of its status`(share: Double, status: Status) {
    #expect(Definitions().status(.day60, share) == status)
  }

  @Test(arguments: [
    (0.0, Status.healthy), (0.4, .healthy), (0.41, .watch), (0.6, .watch), (0.61, .bad),
  ])
  func `of discounts less is better`(share: Double, status: Status) {
    #expect(Definitions().status(.discountDependency, share) == status)
  }

  @Test(arguments: [
    (0.0, Status.best), (91, .best), (92, .healthy), (152, .healthy), (153, .watch), (273, .watch),
    (274, .bad),
  ])
  func `payback is best up to three months and bad after nine`(days: Double, status: Status) {
    #expect(Definitions().status(.payback, days) == status)
  }
}
