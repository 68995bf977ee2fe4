extension Guardrail {
  /// What is wrong where it is tripped, in a few words.
  package var title: String { words.title }

  /// What is measured, where more of it is better; of the others what is wrong.
  package var measureTitle: String {
    switch self {
    case .coverage: "Lapses that are enrolled"
    case .noReason: "Cancellations with a reason"
    case .noHoldout: "Lapses that are held out"
    default: title
    }
  }

  /// Why that is a mistake, in one sentence.
  package var reasoning: String { words.reasoning }

  /// What is counted, with `x` and `n` for the numbers, `d` for days and `u` for the usual gap, `it`
  /// for where most of it comes from.
  var phrase: String { words.phrase }

  private struct Words {
    let title: String
    let phrase: String
    let reasoning: String

    init(_ title: String, _ phrase: String, _ reasoning: String) {
      self.title = title
      self.phrase = phrase
      self.reasoning = reasoning
    }
  }

  private var words: Words { sequenceWords ?? audienceWords ?? programmeWords }

  /// What and when people are sent.
  private var sequenceWords: Words? {
    switch self {
    case .blast:
      Words(
        "One message for everyone", "{x} of {n} enrolled lapses were sent one campaign",
        "People who left for different reasons do not come back for the same words.")
    case .discountFirst:
      Words(
        "Discount in the first message", "{x} of {n} lapses got an offer in the first message",
        "An early offer teaches people to wait for one.")
    case .wrongPath:
      Words(
        "Message beside the reason",
        "{x} of {n} lapses over {it} did not get what the reason calls for",
        "Price calls for an offer, product fit for news, support for a person.")
    case .tooSoon:
      Words(
        "Mail within 30 days of cancelling",
        "{x} of {n} who cancelled were sent something within 30 days",
        "They have just decided: asked at once they say no once more.")
    case .cartLong:
      Words(
        "Cart messages for too long", "{x} of {n} cart messages were past three, or past 72 hours",
        "After three days the cart is forgotten and the message a nuisance.")
    case .tooLong:
      Words(
        "Sequences without an end",
        "{x} of {n} lapses were sent more than five messages, or one past day 45",
        "Hardly anyone comes back that late, and people unsubscribe.")
    case .oneAndDone:
      Words(
        "One send, no sequence", "{x} of {n} who are still lapsed were sent one message",
        "Returns come with every message: one has a part of the chance.")
    case .afterReturn:
      Words(
        "Mail goes on after the return",
        "{x} of {n} returns were followed by a message of their campaign within 30 days",
        "Who has just bought is asked to come back, or paid for it.")
    case .tooLate:
      Words(
        "Written to too late", "half of {n} lapses waited {d} or longer for the first message",
        "The decision to stay away is made in the first weeks.")
    case .crowded:
      Words(
        "Campaigns on top of each other", "{x} of {n} lapses were sent two campaigns within 7 days",
        "Two campaigns in one week answer each other, and neither can be measured.")
    default: nil
    }
  }

  /// Whom it goes to.
  private var audienceWords: Words? {
    switch self {
    case .active:
      Words(
        "Win-back to active customers", "{x} of {n} sends went to buyers who had not lapsed",
        "They would have bought anyway: an offer to them is given away.")
    case .wide:
      Words(
        "Retargeting beyond 90 days",
        "{x} of {n} advertisements were shown over 90 days after the last purchase",
        "The longer the silence, the less an advertisement moves.")
    case .unsubscribed:
      Words(
        "Sends after an unsubscribe", "{x} of {n} sends went to people who had unsubscribed",
        "It breaks a promise and mostly the law, and providers punish all your mail.")
    case .neverBought:
      Words(
        "Subscribers taken for customers", "{x} of {n} sends went to people without a purchase",
        "Who never bought cannot be won back, and needs another message.")
    case .cold:
      Words(
        "Sends to the long gone",
        "{x} of {n} sends went to people whose last purchase was over 18 months ago",
        "Hardly any come back, and dead addresses hurt all your mail.")
    case .capped:
      Words(
        "Too many advertisements a week",
        "{x} of {n} people were shown more than three advertisements in 7 days",
        "Beyond three a week an advertisement annoys more than it reminds.")
    case .deadCode:
      Words(
        "A code that nobody can redeem",
        "{x} of {n} codes on 100 sends or more stand on no order since",
        "It may be mistyped, expired or never set up: try it in the shop.")
    case .extended:
      Words(
        "A deadline that was none",
        "{x} of {n} sends and orders carried a code after its last day",
        "Who learns that deadlines move waits for the next one.")
    case .habit:
      Words(
        "A discount habit", "{x} of {n} returns used a discount",
        "Who returns for discounts only is paid to leave again.")
    default: nil
    }
  }

  /// Whether it runs and is measured.
  private var programmeWords: Words {
    switch self {
    case .staleSegment:
      Words(
        "A segment that nobody refreshes",
        "{x} of {n} segments enrolled people month after month, then nobody",
        "Its people go on lapsing, and nobody writes to them.")
    case .silentTrigger:
      Words(
        "A trigger quietly stopped",
        "{x} of {n} regular campaigns fell silent while lapses went on",
        "Mostly a rule or an import broke.")
    case .coverage:
      Words(
        "People whom the sequence misses",
        "{x} of {n} who lapsed one to four months ago were enrolled within 30 days",
        "Whom nobody writes to nobody wins back.")
    case .gapMonth:
      Words(
        "Win-back as a one-off", "{x} of {n} months with lapses enrolled nobody",
        "A month without enrolments leaves its people to chance.")
    case .noReason:
      Words(
        "Nobody asks why", "{x} of {n} cancellations give a reason",
        "Without a reason nobody knows what would bring them back.")
    case .noHoldout:
      Words(
        "Nobody held out", "{x} of {n} mature lapses were held out",
        "Without them no return can be told from one that comes anyway.")
    case .noCost:
      Words(
        "Return without its cost", "{x} of {n} months that enrolled somebody have no spend row",
        "A return over a part of the cost reads too high.")
    default:
      Words(
        "The feed stopped",
        "the newest row of {it} is {d} old, with rows every {u} as a rule",
        "What lies beyond its end is missing from every number.")
    }
  }
}
