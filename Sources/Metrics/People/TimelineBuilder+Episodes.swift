import Tables

extension TimelineBuilder {
  private var all: Episodes { analysis.episodes }
  private var purchases: Purchases { analysis.purchases }

  /// What follows of a lapse: its start, its enrolment and its end.
  mutating func addEpisode(_ episode: Int) {
    let day = Day(all.start[episode])
    let cause = cause(episode)
    if case .cancellation = cause, let purchase = purchase(on: day) {
      add(.lapsed(cause), at: day.start, .lapseAfterPurchase, sorted: purchase)
    } else {
      add(.lapsed(cause), at: day.start, .lapse)
    }
    if all.isEnrolled(episode) {
      let enrolment = Timeline.Enrolment(
        isHoldout: all.isHoldout[episode], isByAssignment: all.isAssigned[episode],
        segment: analysis.cohort.segments.words[all.segment[episode]])
      add(.enrolled(enrolment), at: enrolmentMoment(episode), .enrolment)
    }
    if !all.isOpen(episode) {
      let moment = purchases[all.back(episode)].moment
      add(.returned(reactivation(episode)), at: moment, .reactivation)
    }
  }

  /// A cancellation begins a lapse only where silence had not by then.
  private func cause(_ episode: Int) -> Timeline.LapseCause {
    let last = purchases[Int(all.last[episode])].day
    let days = Int(all.start[episode] - last)
    let silence = Lapse.silence(analysis.lapse.lapsedAfter)
    if days == silence { return .silence(days: days) }
    let reason = analysis.cancelled.reason[analysis.cancels(episode).lowerBound]
    return .cancellation(reason: analysis.cohort.cancellations.reasons.words[reason])
  }

  /// The moment of the row that enrolled the episode.
  private func enrolmentMoment(_ episode: Int) -> Int64 {
    let day = Day(all.enrolled[episode])
    let touches = analysis.cohort.touches
    if all.isAssigned[episode] {
      let from = max(
        Day(all.start[episode]).start, purchases[Int(all.last[episode])].moment + 1)
      let moments = analysis.cohort.assignments.moment
      return analysis.history.assignments.range(customer).first { moments[$0] >= from }
        .map { moments[$0] } ?? day.start
    }
    return all.touches(episode).first {
      touches.event($0).isTouch && !analysis.log.isEcho[$0]
    }.map { touches.moment[$0] } ?? day.start
  }

  private func reactivation(_ episode: Int) -> Timeline.Reactivation {
    let isEnrolled = all.isEnrolled(episode)
    let isWithin = isEnrolled && analysis.cameBack(episode, within: analysis.definitions.window)
    let back = all.back(episode)
    return Timeline.Reactivation(
      purchase: back - purchases.range(customer).lowerBound + 1,
      daysAfterEnrolment: isEnrolled ? analysis.daysToReturn(episode) : nil,
      isWithinWindow: isWithin,
      revenue: isWithin ? analysis.takings(ofReturn: episode).revenue : nil,
      credit: credit(episode))
  }

  private func credit(_ episode: Int) -> Timeline.ReturnCredit {
    let touches = analysis.cohort.touches
    if all.credited[episode] != Episodes.none {
      let row = Int(all.credited[episode])
      return .touch(
        channel: analysis.cohort.channels.words[touches.channel(row)],
        campaign: text(touches.campaigns, touches.campaign(row)))
    }
    guard all.isEnrolled(episode) else { return .notEnrolled }
    let isReached = all.touches(episode).contains { touches.event($0).isTouch }
    return isReached ? .outsideWindows : .noTouch
  }

  /// Every row of the touches; after the episodes that they lie in.
  mutating func addTouches() {
    let touches = analysis.cohort.touches
    let credits = touchCredits()
    for row in analysis.log.range(customer) {
      let touch = Timeline.Touch(
        channel: analysis.cohort.channels.words[touches.channel(row)],
        campaign: text(touches.campaigns, touches.campaign(row)),
        step: touches.step(row) == absent ? nil : Int(touches.step(row)),
        variant: text(touches.variants, touches.variant(row)), event: touches.event(row),
        offer: text(touches.offers, touches.offer(row)),
        cost: Amount.units(touches.cost(row)), isEcho: analysis.log.isEcho[row],
        credit: credits[row])
      add(.touch(touch), at: touches.moment[row], .touch)
    }
  }

  /// Why each touch of a return did or did not earn it, by row.
  private func touchCredits() -> [Int: Timeline.TouchCredit] {
    let rule = CreditRule(analysis.cohort, analysis.definitions)
    var credits: [Int: Timeline.TouchCredit] = [:]
    for episode in analysis.episodes(of: customer)
    where all.isEnrolled(episode) && !all.isOpen(episode) {
      let day = Int(all.backDay[episode])
      for row in all.touches(episode) {
        credits[row] =
          if row == Int(all.credited[episode]) {
            .earned
          } else if !analysis.cohort.touches.event(row).isTouch {
            .notATouch
          } else if rule.isEligible(row, return: day) {
            .notLast
          } else {
            .outsideWindow(
              days: day - dayNumber(analysis.cohort.touches.moment[row]),
              window: rule.window(of: row))
          }
      }
    }
    return credits
  }
}
