import Tables

/// A scorecard that is being worked out, its lines beside each other.
struct ScorecardWork {
  private let day60, day30, reactivationRate: Later<Figure<RateLine>>
  private let cameBack: Later<Figure<Stepped<CameBack>>>
  private let roi: Later<Figure<Stepped<Return>>>
  private let lifetimeValue: Later<Stepped<LifetimeValue>>
  private let churnCure: Later<Figure<Stepped<ChurnCure>>>
  private let payback: Later<Figure<Stepped<Payback>>>
  private let discountDependency: Later<Figure<Stepped<DiscountDependency>>>
  private let secondPurchase: Later<Stepped<SecondPurchase>>
  private let timeToReactivation: Later<Figure<TimeToReactivation>>
  private let revenuePerLapsed: Later<Figure<RevenuePerLapsed>>
  private let shareOfList: Later<Stepped<ShareOfList>>
  private let lift: Later<Figure<Lift>>
  private let detectableLift: Later<DetectableLift>

  /// Begins with all lines; those that do not look at the period are taken from `other`, a scorecard of the
  /// same day through another.
  init(_ analysis: Analysis, after other: Scorecard? = nil) {
    let (cohort, quarter) = (analysis.cohort, analysis.quarter)
    let contacts = cohort.has(.touches) || cohort.has(.assignments) ? nil : Need.touches
    let costs = contacts ?? (analysis.isCosted ? nil : .spend)
    let discounts = contacts ?? (analysis.saysWhatWasDiscounted ? nil : .discount)
    let definitions = analysis.definitions
    // The largest first.
    roi = Later { Figure(unless: costs) { Stepped(quarter, analysis.money) } }
    shareOfList = Later {
      other?.shareOfList ?? Stepped(analysis.newestMature(0), analysis.shareOfList)
    }
    lift = Later { other?.lift ?? analysis.liftFigure() }
    lifetimeValue = Later {
      other?.lifetimeValue
        ?? Stepped(analysis.newestMature(definitions.horizon), analysis.lifetimeValue)
    }
    churnCure = Later {
      other?.churnCure
        ?? Figure(unless: cohort.has(.cancellations) ? nil : .cancellations) {
          let cured = analysis.newest { $0.last.adding(months: definitions.churnCureMonths) }
          return Stepped(cured, analysis.churnCure)
        }
    }
    secondPurchase = Later {
      other?.secondPurchase
        ?? Stepped(analysis.newestMature(definitions.secondPurchaseDays), analysis.secondPurchase)
    }
    payback = Later { Figure(unless: costs) { Stepped(quarter, analysis.payback) } }
    cameBack = Later { Figure(unless: contacts) { Stepped(quarter, analysis.cameBack) } }
    discountDependency = Later {
      Figure(unless: discounts) { Stepped(quarter, analysis.discountDependency) }
    }
    timeToReactivation = Later { Figure(unless: contacts) { analysis.timeToReactivation(quarter) } }
    revenuePerLapsed = Later { Figure(unless: contacts) { analysis.revenuePerLapsed(quarter) } }
    reactivationRate = Later { Figure(unless: contacts) { analysis.quarterlyRate() } }
    day60 = Later { other?.day60 ?? Figure(unless: contacts) { analysis.monthlyRate(60) } }
    day30 = Later { other?.day30 ?? Figure(unless: contacts) { analysis.monthlyRate(30) } }
    detectableLift = Later { other?.detectableLift ?? analysis.detectableLift(analysis.year) }
  }

  /// The scorecard; waits for it.
  var value: Scorecard {
    Scorecard(
      day60: day60.value, day30: day30.value, reactivationRate: reactivationRate.value,
      cameBack: cameBack.value, roi: roi.value, lifetimeValue: lifetimeValue.value,
      churnCure: churnCure.value, payback: payback.value,
      discountDependency: discountDependency.value, secondPurchase: secondPurchase.value,
      timeToReactivation: timeToReactivation.value, revenuePerLapsed: revenuePerLapsed.value,
      shareOfList: shareOfList.value, lift: lift.value, detectableLift: detectableLift.value)
  }
}

extension Stepped {
  /// Something of a span, and of as many months before it.
  fileprivate init(_ span: MonthSpan, _ value: (MonthSpan) -> Value) {
    self.init(now: value(span), previous: value(span.previous))
  }

  /// Something of a month, and of the month before it.
  fileprivate init(_ month: Month, _ value: (Month) -> Value) {
    self.init(now: value(month), previous: value(month - 1))
  }
}

extension Figure {
  /// Something for which the files may lack what it needs.
  fileprivate init(unless need: Need?, _ value: () -> Value) {
    self = need.map { .missing(.needs($0)) } ?? .value(value())
  }
}
