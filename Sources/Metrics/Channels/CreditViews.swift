import Tables

/// How the credit for a return is given to the touches that can earn it.
package enum CreditView: String, CaseIterable, Sendable {
  /// All of it to the last touch: what the channel rows show.
  case lastTouch = "last_touch"
  /// All of it to the first touch.
  case firstTouch = "first_touch"
  /// In equal parts to every touch that is no echo of another.
  case linear
  /// All of it to every channel with a touch: adds up to more than the total.
  case anyTouch = "any_touch"
}

/// The returns of some months under one view of credit.
package struct Credit: Equatable, Sendable {
  /// One channel's part.
  package struct Row: Equatable, Sendable {
    /// The channel's word.
    package var name: String
    /// Fractional under the linear view.
    package var reactivations: Double
    /// Net revenue within the windows, in units.
    package var revenue: Double
  }

  /// How credit is given.
  package var view: CreditView
  /// A row a channel and, once there is one, one for the returns that no touch can earn.
  package var rows: [Row]
  /// All returns.
  package var reactivations: Int
  /// Net revenue of all returns, in units.
  package var revenue: Double

  /// Whether the rows add up to the total: under the any-touch view only where no return was touched
  /// in two channels.
  package var addsUp: Bool {
    view != .anyTouch || rows.reduce(0) { $0 + $1.reactivations } == Double(reactivations)
  }
}

extension Analysis {
  /// The credit for the returns of some months under every view.
  func credits(_ span: MonthSpan) -> [Credit] {
    let rule = CreditRule(cohort, definitions)
    let returns = returned(treated(in: span)).map { episode in
      CreditedReturn(
        episode: episode, touches: eligibleTouches(episode, rule),
        revenue: takings(ofReturn: episode).revenue)
    }
    return CreditView.allCases.map { credit($0, returns) }
  }

  private struct CreditedReturn {
    var episode: Int
    /// The places of the touches that can earn it, in the order of time.
    var touches: [Int]
    var revenue: Double
  }

  private func eligibleTouches(_ episode: Int, _ rule: CreditRule) -> [Int] {
    let day = Int(episodes.backDay[episode])
    return episodes.touches(episode).filter { rule.isEligible($0, return: day) }
  }

  private func credit(_ view: CreditView, _ returns: [CreditedReturn]) -> Credit {
    var reactivations: [Int32: ExactSum] = [:]
    var revenue: [Int32: ExactSum] = [:]
    var total = ExactSum()
    for item in returns {
      total.add(item.revenue)
      for (channel, part) in parts(view, item) {
        reactivations[channel, default: ExactSum()].add(part)
        revenue[channel, default: ExactSum()].add(part * item.revenue)
      }
    }
    let rows = cohort.channels.words.sortedCodes.compactMap { channel -> Credit.Row? in
      guard let count = reactivations[channel] else { return nil }
      return Credit.Row(
        name: cohort.channels.words[channel], reactivations: count.value,
        revenue: revenue[channel]?.value ?? 0)
    }
    return Credit(
      view: view, rows: rows, reactivations: returns.count, revenue: total.value)
  }

  /// Each channel's part of one return.
  private func parts(_ view: CreditView, _ item: CreditedReturn) -> [Int32: Double] {
    let touches = item.touches
    func channel(_ row: Int) -> Int32 { cohort.touches.channel(row) }
    guard let first = touches.first else { return [Channel.unattributed: 1] }
    switch view {
    case .lastTouch: return [creditedChannel(item.episode): 1]
    case .firstTouch: return [channel(first): 1]
    case .anyTouch:
      return Dictionary(touches.map { (channel($0), 1) }, uniquingKeysWith: { one, _ in one })
    case .linear:
      let messages = Set(touches.filter { !log.isEcho[$0] }.map { history.codes.message($0) })
      // An echo of a message that itself can earn the return would count the message twice.
      let counted = touches.filter {
        !log.isEcho[$0] || !messages.contains(history.codes.message($0))
      }
      let part = 1 / Double(counted.count)
      return Dictionary(counted.map { (channel($0), part) }, uniquingKeysWith: +)
    }
  }
}
