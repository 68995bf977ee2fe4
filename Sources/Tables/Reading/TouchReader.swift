/// Reads rows of `touches`.
struct TouchReader: RowReader {
  private let customer, touchedAt, channel: Column
  private let campaign, step, variant, event, offer, cost, segment: Column
  private static let events = TouchEvent.allCases.map(\.word)

  init(layout: Layout) {
    customer = Column("customer_id", in: layout)
    touchedAt = Column("touched_at", in: layout)
    channel = Column("channel", in: layout)
    campaign = Column("campaign", in: layout)
    step = Column("step", in: layout)
    variant = Column("variant", in: layout)
    event = Column("event", in: layout)
    offer = Column("offer", in: layout)
    cost = Column("cost", in: layout)
    segment = Column("segment", in: layout)
  }

  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal) {
    let moment = try record.moment(touchedAt, edge: .start, clock: &context.clock)
    if record.isBlank(channel.position) { throw channel.refusal(.blank) }
    let place = try record.word(channel, in: &context.cohort.channels)
    let paid = try record.optionalAmount(cost)
    let number = try record.step(step)
    let kind = try record.choice(event, of: TouchReader.events) ?? 0
    let sender = try record.word(campaign, in: &context.cohort.touches.campaigns)
    let form = try record.word(variant, in: &context.cohort.touches.variants)
    let code = try record.word(offer, in: &context.cohort.touches.offers)
    let group = try record.word(segment, in: &context.cohort.segments)
    let person = try record.key(customer, in: &context.cohort.customers)

    context.cohort.touches.customer.append(person)
    context.cohort.touches.moment.append(moment)
    context.cohort.touches.channel.append(place)
    context.cohort.touches.campaign.append(sender)
    context.cohort.touches.step.append(number)
    context.cohort.touches.variant.append(form)
    context.cohort.touches.event.append(TouchEvent.allCases[kind])
    context.cohort.touches.offer.append(code)
    context.cohort.touches.cost.append(paid)
    context.cohort.touches.segment.append(group)
  }
}

extension Record {
  /// The number of a step, a whole number of up to nine digits, or `absent`.
  fileprivate func step(_ column: Column) throws(Refusal) -> Int32 {
    if isBlank(column.position) { return absent }
    let step = with(column.position) { text -> Int32? in
      var value: Int32 = 0
      guard text.count <= 9 else { return nil }
      for index in 0..<text.count {
        guard (48...57).contains(text[index]) else { return nil }
        value = value * 10 + Int32(text[index] - 48)
      }
      return value
    }
    guard let step else { throw column.refusal(.notAStep) }
    return step
  }
}
