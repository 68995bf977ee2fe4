/// Reads rows of `touches`.
struct TouchReader: RowReader {
  private let customer, touchedAt, channel: Column
  private let campaign, step, variant, event, offer, cost, segment: Column
  private var rows: [TouchRow] = []
  private var customers: [KeyedText] = []
  private var channels = Spellings()
  private var campaigns = Spellings()
  private var variants = Spellings()
  private var offers = Spellings()
  private var segments = Spellings()
  private var kinds = Kinds<TouchKind>()
  private var deals = Kinds<TouchDeal>()
  /// All but the customer and the moment, by the fields that say it.
  private var rests: FieldRun<TouchRow>
  /// Kinds without the segment, by the other fields that make them: where offers or costs differ from row to
  /// row, they still come again.
  private var messages: FieldRun<TouchKind>
  private static let allEvents = TouchEvent.allCases
  // Found once: the word of a case is its name, which takes long to ask for.
  private static let eventWords = allEvents.map(\.word)
  private var events = Choice(eventWords)

  init(layout: Layout, today: Day?) {
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
    let message = [channel, campaign, step, variant, event]
    messages = FieldRun(message)
    rests = FieldRun(message + [offer, cost, segment])
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    let moment = try record.moment(touchedAt, edge: .start, clock: &clock)
    let text = rests.text(in: record, rows: rows.count)
    let known = text.flatMap { rests.meaning(of: $0, in: record) }
    var row: TouchRow
    if let known {
      row = known
    } else {
      row = try rest(of: record)
      if let text { rests.note(row, of: text, in: record) }
    }
    row.moment = moment
    customers.append(try record.key(customer))
    rows.append(row)
  }

  /// Reads all but the customer and the moment.
  private mutating func rest(of record: borrowing Record) throws(Refusal) -> TouchRow {
    let text = messages.text(in: record, rows: rows.count)
    let known = text.flatMap { messages.meaning(of: $0, in: record) }
    var kind: TouchKind
    if let known { kind = known } else { kind = try kindOfChannel(record) }
    let paid = try record.optionalAmount(cost)
    if known == nil {
      try readMessage(record, into: &kind)
      if let text { messages.note(kind, of: text, in: record) }
    }
    let deal = TouchDeal(offer: try record.word(offer, in: &offers), cost: paid)
    kind.segment = try record.word(segment, in: &segments)
    return TouchRow(moment: 0, kind: kinds.code(of: kind), deal: deals.code(of: deal))
  }

  private mutating func kindOfChannel(_ record: borrowing Record) throws(Refusal) -> TouchKind {
    if record.isBlank(channel.position) { throw channel.refusal(.blank) }
    return TouchKind(
      channel: try record.word(channel, in: &channels), campaign: 0, step: absent, variant: 0,
      segment: 0, event: .sent)
  }

  /// Reads what beside the channel makes a kind, but for the segment.
  private mutating func readMessage(
    _ record: borrowing Record, into kind: inout TouchKind
  ) throws(Refusal) {
    kind.step = try record.step(step)
    kind.event = TouchReader.allEvents[try record.choice(event, of: &events) ?? 0]
    kind.campaign = try record.word(campaign, in: &campaigns)
    kind.variant = try record.word(variant, in: &variants)
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    context.customers(customers, in: bytes)
    let channelCodes = context.cohort.channels.codes(of: channels)
    let campaignCodes = context.cohort.touches.campaigns.codes(of: campaigns)
    let variantCodes = context.cohort.touches.variants.codes(of: variants)
    let offerCodes = context.cohort.touches.offers.codes(of: offers)
    let segmentCodes = context.cohort.segments.codes(of: segments)
    let kindCodes = kinds.kinds.map { kind in
      var kind = kind
      kind.channel = channelCodes[Int(kind.channel)]
      kind.campaign = campaignCodes[Int(kind.campaign)]
      kind.variant = variantCodes[Int(kind.variant)]
      kind.segment = segmentCodes[Int(kind.segment)]
      return context.touchKinds.code(of: kind)
    }
    let dealCodes = deals.kinds.map { deal in
      context.touchDeals.code(of: TouchDeal(offer: offerCodes[Int(deal.offer)], cost: deal.cost))
    }
    context.touches.append(&rows, of: context.codes) { touch in
      touch.kind = kindCodes[Int(touch.kind)]
      touch.deal = dealCodes[Int(touch.deal)]
    }
  }

  mutating func removeAll() {
    customers.removeAll(keepingCapacity: true)
    channels.removeAll()
    campaigns.removeAll()
    variants.removeAll()
    offers.removeAll()
    segments.removeAll()
    kinds.removeAll()
    deals.removeAll()
    rests.removeAll()
    messages.removeAll()
    rows.removeAll(keepingCapacity: true)
  }

  static func reserve(_ count: Int, in context: inout ReadingContext) {
    context.touches.reserve(count)
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
