package import Tables

/// What changed between two months and which first channel did it; what to drop and to double.
package struct Review: Equatable, Sendable {
  /// A first channel's part of the change; the parts add up to it.
  package struct Term: Equatable, Sendable {
    /// The first channel's word.
    package var name: String
    /// What came from its own rate.
    package var rate: Double
    /// What came from its share of the enrolments.
    package var mix: Double

    /// Both together.
    package var sum: Double { rate + mix }
  }

  /// The newest month mature for 60 days.
  package var month: Month
  /// The month before it.
  package var against: Month
  /// Of the day-60 rate; nil where either month enrolled nobody.
  package var change: Difference?
  /// A term a first channel.
  package var terms: [Term]
  /// The first channel with at least half of a clear change.
  package var didTheWork: String?
  /// The channel that surely lost money over the last twelve mature months.
  package var drop: String?
  /// The channel that surely earned most.
  package var double: String?

  /// Whether either month is too small for a claim.
  package var isLow = false

  /// Whether the change's interval excludes zero.
  package var isClear: Bool { change?.interval.excludesZero ?? false }
}

extension Analysis {
  /// The review of the newest month mature for 60 days; `channels` are those of the year.
  func review(channels: [ChannelRow]) -> Review {
    let month = newestMature(60)
    let now = firstChannelRates(month)
    let before = firstChannelRates(month - 1)
    var review = Review(month: month, against: month - 1, change: nil, terms: [])
    if let change = Difference(now.total, minus: before.total) {
      review.change = change
      review.isLow = now.total.isLow || before.total.isLow
      review.terms = terms(now, before)
      review.didTheWork = worker(review)
    }
    let judged = channels.filter { $0.contacted >= 100 && $0.netROIInterval != nil }
    func bound(_ row: ChannelRow, _ side: KeyPath<Interval, Double>) -> Double {
      row.netROIInterval?[keyPath: side] ?? 0
    }
    review.drop =
      judged.filter { bound($0, \.high) < 0 }.min { bound($0, \.high) < bound($1, \.high) }?.name
    review.double =
      judged.filter { bound($0, \.low) > 0 }.max { bound($0, \.low) < bound($1, \.low) }?.name
    return review
  }

  private struct ChannelRates {
    var byChannel: [Int32: Proportion] = [:]
    var total = Proportion(0, of: 0)
  }

  private func firstChannelRates(_ month: Month) -> ChannelRates {
    var rates = ChannelRates()
    for episode in treated(in: month.span) where isMature(episode, 60) {
      let one = Proportion(cameBack(episode, within: 60) ? 1 : 0, of: 1)
      rates.byChannel[episodes.firstChannel[episode], default: Proportion(0, of: 0)] =
        (rates.byChannel[episodes.firstChannel[episode]] ?? Proportion(0, of: 0)) + one
      rates.total = rates.total + one
    }
    return rates
  }

  /// Splits the change into a rate and a mix term a channel, in the order of the names' bytes.
  private func terms(_ now: ChannelRates, _ before: ChannelRates) -> [Review.Term] {
    guard let totalNow = now.total.value, let totalBefore = before.total.value else { return [] }
    let middle = (totalNow + totalBefore) / 2
    return cohort.channels.words.sortedCodes.compactMap { channel in
      let (a, b) = (now.byChannel[channel], before.byChannel[channel])
      guard a != nil || b != nil else { return nil }
      let weightNow = Double(a?.n ?? 0) / Double(now.total.n)
      let weightBefore = Double(b?.n ?? 0) / Double(before.total.n)
      let name = cohort.channels.words[channel]
      guard let rateNow = a?.value, let rateBefore = b?.value else {
        // A channel in one month only has no change of rate.
        let mix =
          weightNow * ((a?.value ?? 0) - middle) - weightBefore * ((b?.value ?? 0) - middle)
        return Review.Term(name: name, rate: 0, mix: mix)
      }
      return Review.Term(
        name: name, rate: (weightNow + weightBefore) / 2 * (rateNow - rateBefore),
        mix: (weightNow - weightBefore) * ((rateNow + rateBefore) / 2 - middle))
    }
  }

  private func worker(_ review: Review) -> String? {
    guard review.isClear, let change = review.change?.value else { return nil }
    let most = review.terms.max { $0.sum / change < $1.sum / change }
    return most.flatMap { $0.sum / change >= 0.5 ? $0.name : nil }
  }
}
