/// Reads rows of `spend`.
struct SpendReader: RowReader {
  private let date, amount, channel, campaign: Column
  private var rows: [Row] = []
  private var channels = Spellings()
  private var campaigns = Spellings()

  private struct Row {
    var day: Int32
    var amount: Int64
    var channel: Int32
    var campaign: Int32
  }

  init(layout: Layout, today: Day?) {
    date = Column("date", in: layout)
    amount = Column("amount", in: layout)
    channel = Column("channel", in: layout)
    campaign = Column("campaign", in: layout)
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    let day = try day(of: record, clock: &clock)
    let paid = try record.amount(amount)
    let place = try record.word(channel, in: &channels)
    let sender = try record.word(campaign, in: &campaigns)
    rows.append(Row(day: day, amount: paid, channel: place, campaign: sender))
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    let channelCodes = context.cohort.channels.codes(of: channels)
    let campaignCodes = context.cohort.spend.campaigns.codes(of: campaigns)
    for row in rows {
      context.cohort.spend.day.append(row.day)
      context.cohort.spend.amount.append(row.amount)
      context.cohort.spend.channel.append(channelCodes[Int(row.channel)])
      context.cohort.spend.campaign.append(campaignCodes[Int(row.campaign)])
    }
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    channels.removeAll()
    campaigns.removeAll()
  }

  /// The day of a date, or the first of a month written as `2026-10`.
  private func day(of record: borrowing Record, clock: inout BusinessClock) throws(Refusal) -> Int32
  {
    if record.isBlank(date.position) { throw date.refusal(.blank) }
    let moment = record.with(date.position) { text -> Int64? in
      guard text.count == 7 else { return clock.moment(text, edge: .start) }
      return (text.array + Array("-01".utf8)).withSpan { clock.moment($0, edge: .start) }
    }
    guard let moment else { throw date.refusal(.notADateOrMonth) }
    return BusinessClock.dayNumber(of: moment)
  }
}
