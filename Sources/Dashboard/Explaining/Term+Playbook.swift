extension Term {
  /// What guardrails and the playbook show.
  var playbookEntry: Entry? {
    switch self {
    case .guardrailFound:
      Entry(
        title: "found",
        definition:
          "What the guardrail counts, of all that it looks at: the last 90 days for how things "
          + "are done, the quarter for what came of it. Under 30 looked at is low n: it trips all the same."
      )
    case .guardrailLimit:
      Entry(
        title: "limit",
        definition:
          "Where it trips: past it, not at it. A number under [guardrails] in winback.toml "
          + "replaces the default.")
    case .guardrailPeople:
      Entry(
        title: "people",
        definition:
          "Who is behind what was found, everyone once. Enter lists them, each with the reason.")
    case .atStake:
      Entry(
        title: "at stake",
        definition:
          "Only to put tripped guardrails in an order. Of sends: what those sends cost, their own "
          + "cost and their part of the channel's spend of the 90 days. Of returns by discount: those "
          + "discounts. Of people, and of sends where no file says what they cost: how many people, times "
          + "the quarter's revenue per lapsed customer.")
    case .audience:
      Entry(
        title: "people on the list",
        definition:
          "Who the tactic is for on the day of the report. Nobody is on a list who unsubscribed, "
          + "complained, asked to be forgotten, is held out in this lapse, has come back, or whose row in "
          + "the customer file was refused; nor, but for exit feedback, service "
          + "recovery and carts, whose last order is over 18 months ago or who cancelled within 30 days."
      )
    case .audienceValue:
      Entry(
        title: "value",
        definition:
          "The value in the customer file; without one net revenue of the twelve months before "
          + "the lapse, or before the report for who has not lapsed. Of a cart what lies in it.")
    case .triedRate:
      Entry(
        title: "back",
        definition:
          "Who came back within the window, of those on whom the tactic was tried and whose window "
          + "has closed, over the last twelve mature months; of exit feedback, recommendations and segmented "
          + "sequences, of people like those on the list, whatever they were sent. They were not drawn by "
          + "lot: it is a hint, not a proof. Of SMS and social it is day 15 to 60, among those still lapsed "
          + "after two weeks, as the people on that list are.")
    case .evidenceRate:
      Entry(
        title: "back",
        definition:
          "Who came back within the window, of those in the row who were treated in the last "
          + "twelve mature months and whose window has closed. They were not drawn by lot, and who is "
          + "written to later has not come back before: rows are hints, and steps are no contest.")
    case .expectedReturns:
      Entry(
        title: "expected",
        definition:
          "What the list is ranked by: its people, times the rate where the tactic was tried; "
          + "where under five came back, times a seed benchmark.",
        formula: "people x rate",
        source:
          "Seed benchmark: where the band of the reactivation rate is healthy; of service recovery 35 %."
      )
    case .converted:
      Entry(
        title: "bought",
        definition:
          "A first purchase within the window after somebody who had never paid was first written "
          + "to. No reactivation: nobody comes back who was never there.")
    default: nil
    }
  }
}
