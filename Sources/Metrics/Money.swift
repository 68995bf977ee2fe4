import Tables

/// What some purchases brought, in exact millionths, so that no order of adding changes it.
struct Takings: Equatable {
  var net: Int64 = 0
  var gross: Int64 = 0
  var discount: Int64 = 0

  static func += (sum: inout Takings, other: Takings) {
    sum.net += other.net
    sum.gross += other.gross
    sum.discount += other.discount
  }

  /// Net revenue in units.
  var revenue: Double { Amount.units(net) }

  /// With a margin, that share of gross less discount; without one, net revenue; in units.
  func contribution(margin: Double?) -> Double {
    guard let margin else { return revenue }
    return margin * Amount.units(gross) - Amount.units(discount)
  }
}

extension Analysis {
  func takings(_ range: Range<Int>) -> Takings {
    var sum = Takings()
    for purchase in range {
      sum += Takings(
        net: purchases[purchase].net, gross: purchases[purchase].gross,
        discount: purchases[purchase].discount)
    }
    return sum
  }

  /// What a return brought within its window.
  func takings(ofReturn episode: Int) -> Takings { takings(purchases(ofReturn: episode)) }

  /// The rows of an episode's contacts in the touches, in the order of time.
  @inline(__always)
  func contactRows(_ episode: Int) -> ContactRows {
    ContactRows(episodes.contacts(episode), of: cohort.touches)
  }

  /// What the enrolments of some months cost, by channel, in units: their spend rows and their
  /// contacts' own cost. Nil where no file says what anything cost.
  ///
  /// Spend without a channel is shared out by `sent` contacts, to `Channel.shared` if there are none.
  func cost(in span: MonthSpan) -> [Int32: Double]? {
    guard isCosted else { return nil }
    let channels = Int32(cohort.channels.words.count)
    var direct = [Int64](repeating: 0, count: Int(channels))
    var sent = [Int](repeating: 0, count: Int(channels))
    for month in contacts(in: span) {
      for (channel, sums) in month.channels.enumerated() {
        direct[channel] += sums.cost
        sent[channel] += sums.sent
      }
    }
    var shared: Int64 = 0
    for row in spendRows where span.days.contains(Int(cohort.spend.day[row])) {
      let channel = cohort.spend.channel[row]
      if channel == 0 {
        shared += cohort.spend.amount[row]
      } else {
        direct[Int(channel)] += cohort.spend.amount[row]
      }
    }
    let total = sent.reduce(0, +)
    var cost: [Int32: Double] = [:]
    for channel in 0..<channels {
      var own = Amount.units(direct[Int(channel)])
      if total > 0 {
        own += Amount.units(shared) * Double(sent[Int(channel)]) / Double(total)
      }
      if total == 0, channel == Channel.shared { own += Amount.units(shared) }
      // Parts are rounded: what is under half a millionth is nothing.
      if abs(own) >= 0.5 / Double(Amount.scale) { cost[channel] = own }
    }
    return cost
  }

  /// The sum over channels, in units; it does not depend on their order.
  func total(_ cost: [Int32: Double]) -> Double {
    var sum = ExactSum()
    for value in cost.values { sum.add(value) }
    return sum.value
  }
}
