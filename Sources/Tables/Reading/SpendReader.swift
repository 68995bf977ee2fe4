/// Reads rows of `spend`.
struct SpendReader: RowReader {
  private let date, amount, channel, campaign: Column

  init(layout: Layout) {
    date = Column("date", in: layout)
    amount = Column("amount", in: layout)
    channel = Column("channel", in: layout)
    campaign = Column("campaign", in: layout)
  }

  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal) {
    let day = try day(of: record, clock: &context.clock)
    let paid = try record.amount(amount)
    let place = try record.word(channel, in: &context.cohort.channels)
    let sender = try record.word(campaign, in: &context.cohort.spend.campaigns)

    context.cohort.spend.day.append(day)
    context.cohort.spend.amount.append(paid)
    context.cohort.spend.channel.append(place)
    context.cohort.spend.campaign.append(sender)
  }

  /// The day of a date, or the first of a month written as `2026-10`.
  private func day(of record: Record, clock: inout BusinessClock) throws(Refusal) -> Int32 {
    if record.isBlank(date.position) { throw date.refusal(.blank) }
    let moment = record.with(date.position) { text -> Int64? in
      guard text.count == 7 else { return clock.moment(text, edge: .start) }
      return (text.array + Array("-01".utf8)).withSpan { clock.moment($0, edge: .start) }
    }
    guard let moment else { throw date.refusal(.notADateOrMonth) }
    return BusinessClock.dayNumber(of: moment)
  }
}
