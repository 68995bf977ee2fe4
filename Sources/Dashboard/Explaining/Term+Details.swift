extension Term {
  private static let mature =
    "Those whose days are over; younger ones are left out, not counted as lost."

  /// The meaning of a number that other screens than the scorecard show.
  var detailEntry: Entry? { rateEntry ?? channelEntry ?? tableEntry ?? personEntry }

  private var rateEntry: Entry? {
    switch self {
    case .rateByDay:
      Entry(
        title: "Back by a day",
        definition: "The share back within so many days of being enrolled.",
        population: Term.mature,
        formula: "back by the day / enrolled so many days ago", source: "Wilson (1927).")
    case .firstChannelRate:
      Entry(
        title: "Rate by first channel",
        definition:
          "Of those whom the channel wrote to first, the share back within the window, whoever is "
          + "credited. Everyone enrolled has exactly one first channel, so these rates may be compared.",
        population: Term.mature, formula: "back / heard from it first", source: "Wilson (1927).")
    case .creditedRate:
      Entry(
        title: "Returns of contacted",
        definition:
          "Returns credited to the channel over the episodes with a contact in it. One person can "
          + "be contacted by several channels: never compare these between channels.",
        population: Term.mature, formula: "credited returns / contacted", source: "Wilson (1927).")
    case .versusRest:
      Entry(
        title: "Against the rest",
        definition:
          "\"more\" and \"less\" are said where the interval of the difference excludes zero, neither "
          + "side is low n, and the table as a whole allows it.",
        formula: "two-proportion z test, q under 0.05 among the rows tested",
        source: "Benjamini and Hochberg (1995); Newcombe (1998).")
    case .comparison:
      Entry(
        title: "Comparison",
        definition:
          "Each against the first that was marked. \"clear\" where the interval of the difference "
          + "excludes zero, neither side is low n and, of more than two, the table allows it.",
        formula: "share - share of the first",
        source: "Newcombe (1998); Benjamini and Hochberg (1995); needs: the power formula at 80 %.")
    case .stepRate:
      Entry(
        title: "Step",
        definition:
          "Of those still lapsed when the step was sent, the share back before a later step of the "
          + "campaign, whoever is credited.", population: Term.mature,
        formula: "back before the next step / still lapsed when it was sent",
        source: "Wilson (1927).")
    case .stepChain:
      Entry(
        title: "So far",
        definition:
          "What the steps so far would bring together, if everyone still lapsed got each.",
        formula: "1 - product of (1 - rate of each step so far)")
    case .variantRate:
      Entry(
        title: "Variant",
        definition:
          "Of those who got this form of the message first, the share back within the window. "
          + "Everyone counts once a message.", population: Term.mature, source: "Wilson (1927).")
    default: nil
    }
  }

  private var channelEntry: Entry? {
    switch self {
    case .enrolled:
      Entry(
        title: "Enrolled",
        definition:
          "Treated episodes whose first touch or assignment lies in the months. One lapse of one "
          + "customer is one episode.")
    case .contacted:
      Entry(
        title: "Contacted",
        definition:
          "Episodes with a touch of the channel up to the end of their window. Bounced and failed "
          + "sends are none.")
    case .returns:
      Entry(
        title: "Returns",
        definition:
          "Purchases that ended a lapse within the window, credited to one touch each: the last "
          + "within its channel's window before the purchase.",
        formula: "channels and unattributed add up to all returns")
    case .shareOfReturns:
      Entry(
        title: "Share of the returns",
        definition: "The channel's credited returns over all returns.",
        formula: "credited returns / all returns")
    case .revenue:
      Entry(
        title: "Revenue",
        definition:
          "Net revenue from a return to the end of its window, or to the customer's next return.",
        formula: "revenue - refunds, tax and shipping left out")
    case .cost:
      Entry(
        title: "Cost",
        definition:
          "Spend rows of the enrolment months and what their contacts cost. Spend without a channel "
          + "is shared out by messages sent.")
    case .costPerReturn:
      Entry(
        title: "Cost per return", definition: "Cost over credited returns.",
        formula: "cost / credited returns")
    case .clicks: Entry(title: "Clicks", definition: "Contacts that are a click.")
    case .replies: Entry(title: "Replies", definition: "Contacts that are a reply.")
    case .stillLapsed:
      Entry(
        title: "Still lapsed",
        definition: "Episodes that got the step: everyone who gets one is still lapsed.",
        population: Term.mature)
    case .medianDays:
      Entry(
        title: "Median days to return",
        definition: "Half of those who came back within the window were back by this day.")
    case .lastSent:
      Entry(
        title: "Last sent",
        definition:
          "The day on which the campaign last sent anything to anyone. Long ago may mean that a "
          + "trigger stopped.")
    default: nil
    }
  }

  private var tableEntry: Entry? {
    switch self {
    case .interval:
      Entry(
        title: "95 % interval",
        definition:
          "A range that holds the true value in 95 of 100 such cases. A wide one means: too few to "
          + "know.", source: "Wilson (1927) for shares.")
    case .n:
      Entry(
        title: "n",
        definition:
          "How many are counted. Under 30 of them, or under 5 who came back, is \"low n\": no status "
          + "and no claim.")
    case .returnsByView:
      Entry(
        title: "Returns under this view",
        definition:
          "First touch gives a return whole to the first touch within its channel's window, linear in "
          + "equal parts to all of them, any touch whole to every channel with one: only then the rows add up to "
          + "more than all returns.")
    case .returnsByAge:
      Entry(
        title: "Returns by age",
        definition:
          "How many of the month's enrolled were back by so many days after being enrolled, whoever is "
          + "credited.")
    case .revenueByAge:
      Entry(
        title: "Revenue per lapsed by age",
        definition:
          "Net revenue from returns up to so many days after being enrolled, over all of the month's "
          + "enrolled.", formula: "net revenue by the day / enrolled")
    case .amount:
      Entry(
        title: "Amount",
        definition:
          "Of an order what was paid less refunds; of a touch what it cost; of a return its net revenue "
          + "to the end of its window.")
    case .previous:
      Entry(
        title: "Before",
        definition:
          "The same number one period earlier: the months before, or the cohort one month older.")
    case .trend:
      Entry(
        title: "Twelve months",
        definition:
          "The number for each of the last twelve months of enrolment, from zero up. A dot is a "
          + "month without one: immature, or nobody enrolled.")
    case .rowsRead:
      Entry(
        title: "Rows", definition: "Lines of the files after the header, refused ones included.")
    case .rowsRefused:
      Entry(
        title: "Refused",
        definition:
          "Rows that do not have the shape the schema asks for. They count for nothing, and nothing "
          + "is guessed.")
    case .rowsCounted:
      Entry(
        title: "Counted", definition: "Rows that numbers are made from; the rest is given by cause."
      )
    case .fileSize: Entry(title: "Bytes", definition: "How long the file was when it was read.")
    default: nil
    }
  }

  private var personEntry: Entry? {
    switch self {
    case .ordersBefore:
      Entry(title: "Orders before", definition: "Days with a purchase before the lapse.")
    case .daysSilent:
      Entry(title: "Silent", definition: "Days from the last purchase to the enrolment.")
    case .valueBefore:
      Entry(
        title: "Value before",
        definition: "Net revenue of the twelve months before the lapse began.")
    case .enrolledOn:
      Entry(
        title: "Enrolled",
        definition:
          "The day of the first touch, or of the first assignment, within the lapse: day 0 of every "
          + "window.")
    case .cameBackOn:
      Entry(title: "Back", definition: "The day of the purchase that ended the lapse.")
    case .daysToReturn:
      Entry(
        title: "Day",
        definition: "Days from enrolment to the return, where it lies within the window.",
        formula: "day of the return - day of enrolment")
    case .credited:
      Entry(
        title: "Credited",
        definition: "The channel of the last touch within its own window before the return.")
    default: nil
    }
  }
}
