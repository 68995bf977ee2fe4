/// A win-back campaign: in a shop one a segment, in a subscription business one a reason.
enum Campaign: UInt8 {
  case secondCup, weMissYou, yourUsual, vipBack, giftReminder, bestDeals, cups, postcard, vipCall
  case keepYourPrice, gettingStarted, productNews, makingItRight, sideBySide, doorOpen, winAds

  var label: StaticString {
    switch self {
    case .secondCup: "Second cup"
    case .weMissYou: "We miss you"
    case .yourUsual: "Your usual, again?"
    case .vipBack: "VIP welcome back"
    case .giftReminder: "Gift reminder"
    case .bestDeals: "Best deals back"
    case .cups: "Ads: come back"
    case .postcard: "Postcard"
    case .vipCall: "VIP call"
    case .keepYourPrice: "Keep your price"
    case .gettingStarted: "Getting started again"
    case .productNews: "Product news"
    case .makingItRight: "Making it right"
    case .sideBySide: "Side by side"
    case .doorOpen: "The door is open"
    case .winAds: "Ads: what is new"
    }
  }

  /// The e-mail campaign of a shop's segment.
  init(segment: Segment) {
    self =
      switch segment {
      case .oneTime: .secondCup
      case .loyal: .yourUsual
      case .vip: .vipBack
      case .giftBuyer: .giftReminder
      case .bargainHunter: .bestDeals
      default: .weMissYou
      }
  }

  /// The campaign that answers a reason to leave.
  init(reason: Reason) {
    self =
      switch reason {
      case .price: .keepYourPrice
      case .neglect: .gettingStarted
      case .productFit: .productNews
      case .supportFriction: .makingItRight
      case .switching: .sideBySide
      case .other, .blank: .doorOpen
      }
  }
}
