import Metrics
import Tables

/// What a folder's `winback.toml` says: how its files are read and what its numbers mean.
struct Configuration {
  var reading = ReadingOptions()
  var definitions = Definitions()

  /// Reads the configuration of a folder; a folder without one has the defaults.
  init(folder: String) throws(ConfigurationProblem) {
    let text = try ConfigurationSection.text(
      ofFile: "\(folder)/winback.toml", named: "winback.toml")
    try self.init(text: text ?? "")
  }

  /// Reads a configuration from TOML.
  init(text: String) throws(ConfigurationProblem) {
    let root = try ConfigurationSection(text: text, file: "winback.toml")
    try root.allow([
      "name", "currency", "timezone", "margin", "model", "acquisition_cost", "lapse", "windows",
      "attribution", "offers", "holdout", "rates", "targets", "columns", "channels", "reasons",
      "campaigns", "notes", "bands", "guardrails", "playbook",
    ])
    try readReading(root)
    try readBusiness(root)
    if let lapse = try root.section("lapse") { try readLapse(lapse) }
    if let windows = try root.section("windows") { try readWindows(windows) }
    try readCredit(root)
    if let bands = try root.section("bands") { try readBands(bands) }
    if let notes = try root.section("notes") { try readNotes(notes) }
    if let campaigns = try root.section("campaigns") { try readCampaigns(campaigns) }
    if let limits = try root.section("guardrails") { try readGuardrails(limits) }
    if let lists = try root.section("playbook") { try readPlaybook(lists) }
  }

  private mutating func readReading(_ root: ConfigurationSection) throws(ConfigurationProblem) {
    if let name = try root.text("timezone") {
      do {
        reading.zone = try TimeZoneRules(named: name)
      } catch {
        throw root.problem(
          "timezone", error == .noDatabase ? .noZoneDatabase : .unknownZone(name))
      }
    }
    reading.currency = try root.text("currency")?.uppercased()
    if let rates = try root.section("rates") {
      for key in rates.keys {
        let rate = try rates.number(key, "a number over 0") { $0 > 0 }
        reading.rates[key.uppercased()] = rate
      }
    }
    if let columns = try root.section("columns") { try readColumns(columns) }
    if let channels = try root.section("channels") { reading.channels = try words(channels) }
    if let reasons = try root.section("reasons") { reading.reasons = try words(reasons) }
  }

  private mutating func readColumns(_ columns: ConfigurationSection) throws(ConfigurationProblem) {
    try columns.allow(Table.allCases.map(\.rawValue))
    for table in Table.allCases {
      guard let names = try columns.section(table.rawValue) else { continue }
      try names.allow(table.columns)
      for key in names.keys { reading.columnNames[table, default: [:]][key] = try names.text(key) }
    }
  }

  /// Spellings, in lower case, to words.
  private func words(_ section: ConfigurationSection) throws(ConfigurationProblem) -> [String:
    String]
  {
    var words: [String: String] = [:]
    for key in section.keys { words[key.lowercased()] = try section.text(key)?.lowercased() }
    return words
  }

  private mutating func readBusiness(_ root: ConfigurationSection) throws(ConfigurationProblem) {
    definitions.name = try root.text("name")
    definitions.margin = try root.number("margin", "a number over 0 and up to 1") {
      $0 > 0 && $0 <= 1
    }
    definitions.acquisitionCost = try root.number("acquisition_cost", "a number from 0 on") {
      $0 >= 0
    }
    if let model = try root.choice("model", BusinessModel.allCases.map(\.rawValue)) {
      definitions.model = BusinessModel(rawValue: model) ?? .shop
    }
  }

  private mutating func readLapse(_ lapse: ConfigurationSection) throws(ConfigurationProblem) {
    try lapse.allow(["multiple", "days", "minimum_gaps", "fallback_days", "implausible"])
    if let multiple = try lapse.number("multiple", "a number over 0 and up to 100", isFactor) {
      definitions.lapse.multiple = multiple
    }
    definitions.lapse.days = try lapse.number("days", "a number from 1 to 10000", isDays)
    if let gaps = try lapse.whole("minimum_gaps") { definitions.lapse.minimumGaps = gaps }
    if let days = try lapse.number("fallback_days", "a number from 1 to 10000", isDays) {
      definitions.lapse.fallbackDays = days
    }
    if let share = try lapse.number("implausible", "a number from 0 to 1", isShare) {
      definitions.lapse.implausible = share
    }
  }

  private mutating func readWindows(_ windows: ConfigurationSection) throws(ConfigurationProblem) {
    try windows.allow([
      "reactivation_days", "ltv_days", "second_purchase_days", "churn_cure_months",
    ])
    if let days = try windows.whole("reactivation_days") { definitions.window = days }
    if let days = try windows.whole("ltv_days") { definitions.horizon = days }
    if let days = try windows.whole("second_purchase_days") {
      definitions.secondPurchaseDays = days
    }
    if let months = try windows.whole("churn_cure_months") { definitions.churnCureMonths = months }
  }

  private mutating func readCredit(_ root: ConfigurationSection) throws(ConfigurationProblem) {
    if let attribution = try root.section("attribution") {
      try attribution.allow(["window_days"])
      if let days = try attribution.section("window_days") {
        for key in days.keys {
          definitions.creditDays[key.lowercased()] = try days.whole(key, from: 0)
        }
      }
    }
    if let offers = try root.section("offers") { try readOffers(offers) }
    if let holdout = try root.section("holdout") {
      try holdout.allow(["planned_share"])
      definitions.plannedHoldout = try holdout.number(
        "planned_share", "a number from 0 to 1", isShare)
    }
    if let targets = try root.section("targets") {
      try targets.allow(["day_60"])
      definitions.day60Target = try targets.number("day_60", "a number from 0 to 1", isShare)
    }
  }

  private mutating func readOffers(_ offers: ConfigurationSection) throws(ConfigurationProblem) {
    try offers.allow(["winback_codes", "loyalty_codes", "expires"])
    func codes(_ key: String) throws(ConfigurationProblem) -> Set<String> {
      Set((try offers.names(key) ?? []).map { $0.lowercased() })
    }
    definitions.winbackCodes = try codes("winback_codes")
    definitions.loyaltyCodes = try codes("loyalty_codes")
    if let expires = try offers.section("expires") {
      for code in expires.keys {
        let word = code.trimmed.lowercased()
        if word.isEmpty { throw expires.wrong(code, "a code, not a blank") }
        definitions.offerExpiry[word] = try expires.day(code)
      }
    }
  }

  private mutating func readBands(_ bands: ConfigurationSection) throws(ConfigurationProblem) {
    try bands.allow(Banded.allCases.map(\.rawValue))
    for metric in Banded.allCases {
      guard let section = try bands.section(metric.rawValue) else { continue }
      try section.allow(["watch", "healthy", "best"])
      let seed = definitions.band(metric)
      func cut(_ key: String, _ otherwise: Double?) throws(ConfigurationProblem) -> Double? {
        try section.number(key, "a number") { _ in true } ?? otherwise
      }
      guard let watch = try cut("watch", seed?.watch),
        let healthy = try cut("healthy", seed?.healthy)
      else { throw bands.wrong(metric.rawValue, "a table with watch and healthy") }
      let best = try cut("best", seed?.best)
      let cuts = [watch, healthy] + (best.map { [$0] } ?? [])
      let ordered = metric.isBetterLow ? cuts.sorted(by: >) : cuts.sorted()
      guard cuts == ordered else {
        throw bands.wrong(
          metric.rawValue, "cuts in order: watch, healthy and best, each better than the last")
      }
      definitions.bands[metric] = Band(watch: watch, healthy: healthy, best: best)
    }
  }

  private mutating func readNotes(_ notes: ConfigurationSection) throws(ConfigurationProblem) {
    for key in notes.keys {
      guard let day = Day(key) else {
        throw notes.wrong(key, "a date such as 2026-08-14 = \"...\"")
      }
      definitions.notes[day] = try notes.text(key)
    }
  }

  private mutating func readCampaigns(_ campaigns: ConfigurationSection)
    throws(ConfigurationProblem)
  {
    try campaigns.allow(CampaignKind.allCases.map(\.rawValue))
    for kind in CampaignKind.allCases {
      definitions.campaignKinds[kind] = try campaigns.names(kind.rawValue)
    }
  }
}

private func isShare(_ number: Double) -> Bool { (0...1).contains(number) }
private func isDays(_ number: Double) -> Bool { (1...10_000).contains(number) }
private func isFactor(_ number: Double) -> Bool { number > 0 && number <= 100 }
