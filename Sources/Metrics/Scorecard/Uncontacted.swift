import Tables

/// What comes back by itself, on the lapse's clock: shown as "not a control".
package struct Uncontacted: Equatable, Sendable {
  package var windowDays: Int
  package var episodes: Int
  /// The share back within the window.
  package var incidence: Figure<Incidence>
  /// Whether so many return by themselves that the threshold must be too short.
  package var isImplausible: Bool
}

extension Analysis {
  /// Return within the window of a lapse, censored at enrolment; a held-out episode only at a contact.
  func uncontacted() -> Uncontacted {
    var survival = Survival()
    for episode in 0..<episodes.count {
      let start = Int(episodes.start[episode])
      if let stop = firstInfluence(episode) {
        survival.add(day: stop - start, isEvent: false)
      } else if episodes.isOpen(episode) {
        survival.add(day: asOf.number - start, isEvent: false)
      } else {
        let back = Int(episodes.backDay[episode])
        survival.add(day: back - start, isEvent: true)
      }
    }
    let incidence = survival.incidence(by: definitions.window)
    let low = incidence?.interval?.low ?? 0
    return Uncontacted(
      windowDays: definitions.window, episodes: survival.count,
      incidence: incidence.map { .value($0) } ?? .missing(.fewAtRisk),
      isImplausible: low > definitions.lapse.implausible)
  }

  /// The day from which an episode is no longer left to itself.
  private func firstInfluence(_ episode: Int) -> Int? {
    guard episodes.isEnrolled(episode) else { return nil }
    if !episodes.isHoldout[episode] { return enrolled(episode) }
    return contactRows(episode).first.map { dayNumber(cohort.touches.moment[$0]) }
  }
}
