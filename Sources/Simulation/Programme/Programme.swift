/// A win-back programme at work on one customer: who is written to, and who comes back for it.
struct Programme {
  let effects: PlantedEffects
  let model: SimulationPlan.Model
  let seasons: Seasons
  private var chance: RandomStream
  var messages: RandomStream

  init(customer: Int, world: World) {
    effects = world.effects
    model = world.plan.model
    seasons = world.seasons
    chance = world.plan.stream(customer, .programme)
    messages = world.plan.stream(customer, .messages)
  }

  /// What becomes of somebody who may be gone: assignment, messages, and the return, if any.
  mutating func run(_ lapse: Lapse, into life: inout Life) -> Comeback? {
    let own = lapse.ownReturn.map { Comeback(moment: $0) }
    // The backlog of the first day is worked off in five weeks.
    let backlog = History.programmeStart + chance.whole(0...34)
    let day = History.workday(max(lapse.due, lapse.due < backlog ? backlog : 0))
    let assigned = Moment(day: day, second: 5 * 3_600 + chance.whole(0...1_200))
    guard chance.happens(effects.reach), day <= History.lastDay,
      assigned < lapse.ownReturn ?? .end, assigned < life.unsubscribed ?? .end
    else { return own }
    let isHeldOut = chance.happens(effects.holdoutShare)
    life.assignments.append(
      AssignmentRow(
        customer: Int32(lapse.customer), moment: assigned, isHeldOut: isHeldOut,
        segment: lapse.segment))
    let steps = steps(for: lapse)
    if isHeldOut {
      if chance.happens(effects.contamination) {
        _ = send(steps[0], number: 1, on: day, to: lapse, &life)
      }
      return own
    }
    return send(steps, from: day, to: lapse, own, into: &life)
  }

  /// Sends until they come back or unsubscribe; a few more slip out afterwards.
  private mutating func send(
    _ steps: [Step], from day: Int, to lapse: Lapse, _ own: Comeback?, into life: inout Life
  ) -> Comeback? {
    var comeback = own
    var offer: (code: Offer, day: Int) = (.none, 0)
    for (index, step) in steps.enumerated() {
      let sendDay = step.channel == .call ? History.workday(day + step.day) : day + step.day
      if let back = comeback, back.moment.day <= sendDay {
        let late = max(sendDay, back.moment.day + 1)
        if late <= back.moment.day + 14, canSend(on: late, life), messages.happens(effects.leak) {
          _ = send(step, number: index + 1, on: late, to: lapse, &life)
        }
        break
      }
      guard canSend(on: sendDay, life) else { break }
      if step.offer != .none { offer = (step.offer, sendDay) }
      if let prompted = send(step, number: index + 1, on: sendDay, to: lapse, &life),
        prompted < comeback?.moment ?? .end
      {
        comeback = Comeback(moment: prompted)
      }
    }
    // Who would have come anyway takes the code along, while they still have it.
    if let back = comeback, offer.code != .none, back.moment.day <= offer.day + 30,
      messages.happens(effects.codeUse[lapse.segment, default: 0.5])
    {
      comeback?.offer = offer.code
    }
    return comeback
  }

  /// A message to somebody who should have got none.
  mutating func sendByMistake(to lapse: Lapse, on day: Int, into life: inout Life) {
    guard day >= History.programmeStart, canSend(on: day, life), chance.happens(effects.mistake)
    else { return }
    _ = send(steps(for: lapse)[0], number: 1, on: day, to: lapse, &life)
  }

  private func canSend(on day: Int, _ life: Life) -> Bool {
    day <= History.lastDay && day < life.unsubscribed?.day ?? .max
  }

  private mutating func steps(for lapse: Lapse) -> [Step] {
    switch model {
    case .shop where !effects.firstChannels.isEmpty:
      MessageSequence.trial(lapse, beginningWith: effects.firstChannels, &chance)
    case .shop: MessageSequence.shop(lapse, &chance)
    case .saas: MessageSequence.saas(lapse, &chance)
    }
  }
}
