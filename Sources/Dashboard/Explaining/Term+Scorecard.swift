extension Term {
  private static let wilson = "Wilson (1927) for the interval, Newcombe (1998) for changes."
  private static let treated =
    "Treated episodes only; people held out have lines of their own. Sent and never opened counts."

  /// The meaning of a line of the scorecard.
  var scorecardEntry: Entry? { rateEntry ?? moneyEntry ?? habitEntry }

  private var rateEntry: Entry? {
    switch self {
    case .day60:
      Entry(
        title: "Day-60 reactivation",
        definition:
          "Of those enrolled in the newest month whose last day is 60 days old, the share back "
          + "within 60 days of being enrolled. The number to beat.",
        population: Term.treated, formula: "back within 60 days / enrolled, all of them mature",
        source: Term.wilson)
    case .day30:
      Entry(
        title: "Day-30, early read",
        definition:
          "The same at 30 days, for the newest month that is 30 days old: earlier, and less of "
          + "the story.", population: Term.treated,
        formula: "back within 30 days / enrolled, all of them mature", source: Term.wilson)
    case .reactivationRate:
      Entry(
        title: "Reactivation rate",
        definition:
          "Of those enrolled in the months shown, the share back within the window, 60 days "
          + "unless configured. The months end with the newest one whose windows have all closed.",
        population: Term.treated, formula: "back within the window / enrolled and mature",
        source: Term.wilson)
    case .shareOfList:
      Entry(
        title: "Share of the list",
        definition:
          "Of all who could be won back on the first of the newest whole month, the share back by "
          + "its last day, whatever brought them.",
        population:
          "Lapsed, last purchase at most 18 months ago, not unsubscribed, no cancellation in "
          + "the 30 days before.", formula: "back in the month / on the list on its first day",
        source: "Wilson (1927) for the interval.")
    case .lift:
      Entry(
        title: "Lift over holdout",
        definition:
          "How many points more of those assigned to treatment came back than of those held out: "
          + "what win-back itself brought. Everyone counts as assigned, whatever was sent.",
        population: "Episodes enrolled by an assignment, over twelve mature months.",
        formula: "rate of treatment - rate of holdout", source: "Newcombe (1998), method 10.")
    case .timeToReactivation:
      Entry(
        title: "Time to reactivation",
        definition:
          "Half of those who came back within the window were back by this day after being "
          + "enrolled.", population: "Those who came back within the window.",
        formula: "median of the days from enrolment to the return")
    default: nil
    }
  }

  private var moneyEntry: Entry? {
    switch self {
    case .cameBack:
      Entry(
        title: "Came back",
        definition:
          "Returns within the window of those enrolled in the months, credited or not, with what "
          + "they spent within it and what was spent on all of the enrolled.",
        population: Term.treated)
    case .attributedReturn:
      Entry(
        title: "Attributed return",
        definition:
          "Net revenue of the returns that a touch is credited with, per unit of cost. Credit, not "
          + "proof: only a holdout tells what would have come by itself.",
        population: "Returns within the window; purchases from the return to the window's end.",
        formula: "credited net revenue / cost of the months' enrolments")
    case .netROI:
      Entry(
        title: "Net ROI",
        definition:
          "What credited returns contributed beyond their cost, per unit of cost. Contribution is "
          + "the margin on gross revenue less discounts; without a margin it is net revenue.",
        population:
          "Returns within the window that a touch is credited with; cost of all enrolled.",
        formula: "(contribution - cost) / cost",
        source: "Bounds: 1.96 standard errors of the contribution per contacted episode.")
    case .incrementalROI:
      Entry(
        title: "Incremental ROI",
        definition:
          "What treated people contributed beyond held-out ones, less the cost, per unit of cost: "
          + "the only return here that is causal.",
        population: "Episodes enrolled by an assignment, over twelve mature months.",
        formula: "(treated x (mean contribution treated - held out) - cost) / cost",
        source: "Welch's standard error.")
    case .lifetimeRatio:
      Entry(
        title: "LTV against new",
        definition:
          "Mean net revenue over the days from a return, against the same from a first purchase "
          + "(180 days unless configured), both starting in the same twelve months.",
        population:
          "A customer's first return in these months; everyone, whatever brought them back.",
        formula: "mean of the reactivated / mean of the new",
        source: "Delta method on the logarithm.")
    case .payback:
      Entry(
        title: "Payback, median",
        definition:
          "Days until half of the returns had earned what winning them cost: the discount on the "
          + "returning order and an equal part of the cost.",
        population: "Returns within the window.",
        formula: "first day on which margin x gross - later discounts >= discount + cost / returns",
        source: "Kaplan and Meier (1958): who has not paid back yet is censored.")
    case .revenuePerLapsed:
      Entry(
        title: "Revenue per lapsed",
        definition:
          "Net revenue of all returns within the window over everyone enrolled, those who stayed "
          + "away counted with nothing.", population: Term.treated,
        formula: "net revenue of returns / enrolled and mature")
    default: nil
    }
  }

  private var habitEntry: Entry? {
    switch self {
    case .churnCure:
      Entry(
        title: "Churn-cure",
        definition:
          "Of the voluntary cancellations of the newest month that is six months old, the share "
          + "followed by a purchase within six months, whatever brought them.",
        population:
          "Cancellations by people who had bought; several between two purchases are one.",
        formula: "bought again within six months / cancelled",
        source: "Wilson (1927) for the interval.")
    case .discountDependency:
      Entry(
        title: "Discount dependency",
        definition:
          "Of the returns within the window, the share whose order was discounted: with codes "
          + "configured, used one of them.", population: "Returns within the window.",
        formula: "discounted returns / returns", source: "Wilson (1927) for the interval.")
    case .secondPurchase:
      Entry(
        title: "Second purchase",
        definition:
          "Of the returns of the newest month that is old enough, the share followed by another "
          + "purchase within 90 days unless configured.", population: "All returns of the month.",
        formula: "bought again / returned", source: "Wilson (1927) for the interval.")
    default: nil
    }
  }
}
