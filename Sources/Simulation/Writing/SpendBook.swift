/// What win-back costs beside its messages: counted from the messages, written to spend.csv.
struct SpendBook {
  /// Messages of the channels that are paid by the day or the month, by day of the history.
  private var sent: [Channel: [Int]] = [:]
  private let model: SimulationPlan.Model
  private let customers: Int

  init(_ plan: SimulationPlan) {
    model = plan.model
    customers = plan.customers
    for channel in Channel.allCases {
      sent[channel] = Array(repeating: 0, count: History.dayCount)
    }
  }

  mutating func count(_ touches: [TouchRow]) {
    for touch in touches where touch.event == .sent {
      sent[touch.channel]?[touch.moment.day - History.firstDay] += 1
    }
  }

  /// For each person who is shown advertisements, in cents.
  private var advertisingPrice: Int { model == .shop ? 75 : 190 }
  /// For each message on a social network, in cents.
  private static let socialPrice = 40
  /// For the production of each letter, in cents.
  private static let letterPrice = 6
  /// For the month's tools, in cents: a fee, and a price for each customer in them.
  private var toolPrice: Int { 900 + customers * (model == .shop ? 12 : 30) / 10 }

  func write(to destination: inout some Destination & ~Copyable) throws(SimulationError) {
    var text = Text()
    text.append("date,amount,channel,campaign,kind\n")
    let start = CivilDate(daysSince1970: History.programmeStart)
    var day = History.programmeStart
    for month in 0..<History.monthCount {
      let first = CivilDate(year: start.year, month: start.month, day: 1).adding(months: month)
      let next = first.adding(months: 1).daysSince1970
      guard first.daysSince1970 <= History.lastDay else { break }
      writeMonth(first, to: &text)
      while day < next, day <= History.lastDay {
        writeDay(day, to: &text)
        day += 1
      }
    }
    try destination.append(text.bytes, to: SimulationPlan.Table.spend.file)
  }

  /// The tools and, in a shop, the printer's work; the tools belong to no channel.
  private func writeMonth(_ month: CivilDate, to text: inout Text) {
    text.append(year: month.year, month: month.month)
    text.comma()
    text.append(cents: Int32(toolPrice))
    text.append(",,,tools\n")
    let first = month.daysSince1970 - History.firstDay
    let last = min(month.adding(months: 1).daysSince1970, History.lastDay + 1) - History.firstDay
    let letters = sent[.directMail, default: []][first..<last].reduce(0, +)
    guard letters > 0 else { return }
    text.append(year: month.year, month: month.month)
    text.comma()
    text.append(cents: Int32(letters * Self.letterPrice))
    text.append(",direct_mail,Postcard,production\n")
  }

  private func writeDay(_ day: Int, to text: inout Text) {
    let campaign = model == .shop ? Campaign.cups : .winAds
    let shown = sent[.retargeting, default: []][day - History.firstDay]
    if shown > 0 { writeMedia(day, shown * advertisingPrice, .retargeting, campaign.label, &text) }
    let social = sent[.social, default: []][day - History.firstDay]
    if social > 0 { writeMedia(day, social * Self.socialPrice, .social, "", &text) }
  }

  private func writeMedia(
    _ day: Int, _ cents: Int, _ channel: Channel, _ campaign: StaticString, _ text: inout Text
  ) {
    text.append(day: day)
    text.comma()
    text.append(cents: Int32(cents))
    text.comma()
    text.append(channel.label)
    text.comma()
    text.append(field: campaign)
    text.append(",media\n")
  }
}
