import Tables

/// Adds up what each channel did for the enrolments of some months.
struct ChannelLedger {
  private let analysis: Analysis
  private let span: MonthSpan
  private let isMature: Bool
  /// By code of the channel.
  private var accounts: [Account]
  /// The cost by channel, in units; nil where no file says what anything cost.
  let cost: [Int32: Double]?
  /// The contribution of every credited return, in units.
  private var worth: [Double] = []
  private(set) var creditedTakings = Takings()
  private(set) var creditedCount = 0

  private struct Account {
    /// Whether the channel did or cost anything.
    var isOpen = false
    var contacted = 0
    var discounted = 0
    var takings = Takings()
    /// The contribution of each credited return, in units.
    var returns: [Double] = []
    /// The episodes that it brought back.
    var won: [Int] = []
    var clicks = 0
    var replies = 0
  }

  init(_ analysis: Analysis, span: MonthSpan) {
    self.analysis = analysis
    self.span = span
    isMature = analysis.isMature(span.to, analysis.definitions.window)
    cost = analysis.cost(in: span)
    accounts = [Account](repeating: Account(), count: analysis.cohort.channels.words.count)
    for channel in cost?.keys ?? [:].keys { accounts[Int(channel)].isOpen = true }
    for month in analysis.contacts(in: span) {
      for (channel, sums) in month.channels.enumerated() where sums.contacted > 0 {
        accounts[channel].isOpen = true
        accounts[channel].contacted += sums.contacted
        accounts[channel].clicks += sums.clicks
        accounts[channel].replies += sums.replies
      }
    }
    for won in analysis.wonBack(in: span) { add(won) }
  }

  private mutating func add(_ won: WonBack) {
    let channel = Int(won.channel)
    accounts[channel].isOpen = true
    accounts[channel].won.append(won.episode)
    accounts[channel].takings += won.takings
    if won.isDiscounted { accounts[channel].discounted += 1 }
    guard won.touch != nil else { return }
    let contribution = won.takings.contribution(margin: analysis.definitions.margin)
    accounts[channel].returns.append(contribution)
    worth.append(contribution)
    if won.channel != Channel.unattributed {
      creditedTakings += won.takings
      creditedCount += 1
    }
  }

  /// A row a channel, in the order of the names' bytes.
  func rows() -> [ChannelRow] {
    analysis.cohort.channels.words.sortedCodes.compactMap { channel in
      accounts[Int(channel)].isOpen ? row(channel, accounts[Int(channel)]) : nil
    }
  }

  private func row(_ channel: Int32, _ account: Account) -> ChannelRow {
    var row = ChannelRow(channel: channel, name: analysis.cohort.channels.words[channel])
    row.contacted = account.contacted
    row.reactivations = account.won.count
    row.discounted = account.discounted
    row.clicks = account.clicks
    row.replies = account.replies
    row.revenue = account.takings.revenue
    row.contribution = account.takings.contribution(margin: analysis.definitions.margin)
    row.cost = cost.map { $0[channel] ?? 0 }
    // What nobody sent has no rate and no cost.
    if row.isUnattributed { return row }
    row.paybackDays =
      row.cost.map { analysis.paybackDays(account.won, cost: $0).median }
      ?? .missing(.needs(.spend))
    let cost = ratio(over: row.cost)
    row.attributedReturn = cost.map { row.revenue / $0 }
    row.netROI = cost.map { (row.contribution - $0) / $0 }
    row.netROIInterval = cost.value.flatMap { interval(account, row, cost: $0) }
    guard isMature else {
      row.rate = .missing(matures)
      row.costPerReactivation = .missing(matures)
      return row
    }
    row.rate = .value(Proportion(row.reactivations, of: row.contacted))
    if let cost = row.cost, row.reactivations > 0 {
      row.costPerReactivation = .value(cost / Double(row.reactivations))
    } else if row.cost == nil {
      row.costPerReactivation = .missing(.needs(.spend))
    }
    return row
  }

  private var matures: Missing { .matures(span.to.last + analysis.definitions.window) }

  /// What a ratio divides by, or why there is no ratio.
  func ratio(over cost: Double?) -> Figure<Double> {
    if !isMature { return .missing(matures) }
    guard let cost else { return .missing(.needs(.spend)) }
    // Credit notes can leave a channel with less than no cost: nothing to divide by either.
    return cost > 0 ? .value(cost) : .missing(.noCost)
  }

  /// Bounds of the net ROI: 95 % of the contribution a contacted episode, zeros kept; without a return,
  /// at most the rate's upper bound at what a return is worth elsewhere.
  private func interval(_ account: Account, _ row: ChannelRow, cost: Double) -> Interval? {
    guard row.contacted > 1, !worth.isEmpty else { return nil }
    guard account.returns.isEmpty else {
      let variance = Moments(account.returns, count: row.contacted).variance ?? 0
      let half = normal95 * (variance * Double(row.contacted)).squareRoot()
      return Interval(
        low: (row.contribution - half - cost) / cost, high: (row.contribution + half - cost) / cost)
    }
    let rate = Proportion(row.reactivations, of: row.contacted).interval?.high ?? 0
    let mean = max(0, Moments(worth).mean ?? 0)
    return Interval(low: -1, high: (rate * Double(row.contacted) * mean - cost) / cost)
  }
}

extension Analysis {
  /// The channel that earned a return, or `Channel.unattributed`.
  func creditedChannel(_ episode: Int) -> Int32 {
    let touch = episodes.credited[episode]
    return touch == Episodes.none ? Channel.unattributed : cohort.touches.channel(Int(touch))
  }
}
