/// The tickets of one customer whose life has been lived.
struct SupportDesk {
  private let customer: Int
  private let seasons: Seasons
  private var chance: RandomStream

  init(customer: Int, world: World) {
    self.customer = customer
    seasons = world.seasons
    chance = world.plan.stream(customer, .tickets)
  }

  /// Opens the tickets: a few people ask something at some time, and most of those who leave over
  /// the support had asked shortly before.
  mutating func work(on life: inout Life) {
    if chance.happens(0.055) {
      open(on: chance.whole(life.joined...History.lastDay), into: &life)
    }
    for end in life.cancellations where end.isVoluntary && end.reason == .supportFriction {
      guard chance.happens(0.8) else { continue }
      open(on: max(life.joined, end.moment.day - chance.whole(1...20)), into: &life)
    }
  }

  private mutating func open(on day: Int, into life: inout Life) {
    let moment = Moment(day: day, second: seasons.second(&chance))
    // What takes the desk longest takes it three weeks.
    let isSolved = day + chance.whole(0...21) <= History.lastDay
    let isAnswered = chance.happens(0.4)
    guard day <= History.lastDay else { return }
    life.tickets.append(
      TicketRow(
        customer: Int32(customer), moment: moment,
        status: isSolved ? .solved : isAnswered ? .pending : .open))
  }
}
