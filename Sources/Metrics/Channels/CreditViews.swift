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
    let channels = cohort.channels.words
    var tallies = CreditView.allCases.map { CreditTally($0, channels: channels.count) }
    // The rows of the touches that can earn a return, in the order of time.
    var touches: [Int] = []
    for won in wonBack(in: span) {
      let day = Int(episodes.backDay[won.episode])
      touches.removeAll(keepingCapacity: true)
      for row in episodes.touches(won.episode) where rule.isEligible(row, return: day) {
        touches.append(row)
      }
      for index in tallies.indices {
        share(won, touches, in: &tallies[index])
        tallies[index].close(revenue: won.takings.revenue)
      }
    }
    return tallies.map { $0.credit(channels) }
  }

  /// Gives each channel its part of one return.
  private func share(_ won: WonBack, _ touches: [Int], in tally: inout CreditTally) {
    func channel(_ row: Int) -> Int32 { cohort.touches.channel(row) }
    guard let first = touches.first else { return tally.give(1, to: Channel.unattributed) }
    switch tally.view {
    case .lastTouch: tally.give(1, to: won.channel)
    case .firstTouch: tally.give(1, to: channel(first))
    case .anyTouch:
      for row in touches where !tally.hasPart(channel(row)) { tally.give(1, to: channel(row)) }
    case .linear:
      let counted = withoutEchoes(touches)
      for row in counted { tally.give(1 / Double(counted.count), to: channel(row)) }
    }
  }

  /// An echo of a message that itself can earn the return would count the message twice.
  private func withoutEchoes(_ touches: [Int]) -> [Int] {
    if !touches.contains(where: { log.isEcho[$0] }) { return touches }
    let messages = Set(touches.filter { !log.isEcho[$0] }.map { history.codes.message($0) })
    return touches.filter { !log.isEcho[$0] || !messages.contains(history.codes.message($0)) }
  }
}

/// Adds up what each channel is credited with.
private struct CreditTally {
  let view: CreditView
  /// By code of the channel.
  private var accounts: [Account]
  /// The channels with a part of the return at hand.
  private var parties: [Int32] = []
  private var count = 0
  private var revenue = ExactSum()

  private struct Account {
    /// The part of the return at hand.
    var part = 0.0
    var isOpen = false
    var reactivations = ExactSum()
    var revenue = ExactSum()
  }

  init(_ view: CreditView, channels: Int) {
    self.view = view
    accounts = [Account](repeating: Account(), count: channels)
  }

  /// Whether a channel has a part of the return at hand.
  func hasPart(_ channel: Int32) -> Bool { accounts[Int(channel)].part > 0 }

  /// Gives a channel more of the return at hand; no part is 0.
  mutating func give(_ part: Double, to channel: Int32) {
    if !hasPart(channel) { parties.append(channel) }
    accounts[Int(channel)].part += part
  }

  /// Adds the return at hand, all of whose parts are given, and what it brought, in units.
  mutating func close(revenue: Double) {
    for channel in parties {
      let part = accounts[Int(channel)].part
      accounts[Int(channel)].isOpen = true
      accounts[Int(channel)].reactivations.add(part)
      accounts[Int(channel)].revenue.add(part * revenue)
      accounts[Int(channel)].part = 0
    }
    parties.removeAll(keepingCapacity: true)
    count += 1
    self.revenue.add(revenue)
  }

  /// What was added, a row a channel in the order of the names' bytes.
  func credit(_ channels: Vocabulary) -> Credit {
    let rows = channels.sortedCodes.filter { accounts[Int($0)].isOpen }.map { channel in
      Credit.Row(
        name: channels[channel], reactivations: accounts[Int(channel)].reactivations.value,
        revenue: accounts[Int(channel)].revenue.value)
    }
    return Credit(view: view, rows: rows, reactivations: count, revenue: revenue.value)
  }
}
