import Tables

extension Analysis {
  /// Who meets every condition, by month of enrolment.
  func members(of selection: Selection, in span: MonthSpan) -> [Int] {
    Membership(self, selection, in: span).members
  }

  /// How many meet every condition.
  package func count(of selection: Selection, in span: MonthSpan) -> Int {
    members(of: selection, in: span).count
  }

  /// Whether an episode meets a condition.
  func test(_ condition: Selection.Condition, in span: MonthSpan) -> (Int) -> Bool {
    switch condition {
    case .row(let dimension, let name): isIn(name, of: dimension, span)
    case .month(let month):
      { [days = month.span.days] in days.contains(self.enrolled($0)) }
    case .credited(let word): isCredited(word)
    case .campaign(let channel, let campaign): hasContact(channel, campaign)
    case .step(let channel, let campaign, let step): wasSent(channel, campaign, step)
    }
  }

  private func isIn(_ name: String, of dimension: Dimension, _ span: MonthSpan) -> (Int) -> Bool {
    let key = BreakdownKey(self, treated(in: span), dimension)
    let group = key.names.firstIndex { $0.utf8.elementsEqual(name.utf8) }
    return { key.group($0) == group }
  }

  private func isCredited(_ word: String) -> (Int) -> Bool {
    let channel = cohort.channels.words.existingCode(of: word)
    return { episode in
      self.cameBack(episode, within: self.definitions.window)
        && self.creditedChannel(episode) == channel
    }
  }

  private func hasContact(_ channel: String, _ campaign: String) -> (Int) -> Bool {
    guard let sender = Sender(cohort, channel, campaign) else { return { _ in false } }
    return hasContact { Sender($0) == sender }
  }

  private func wasSent(_ channel: String, _ campaign: String, _ step: Int) -> (Int) -> Bool {
    guard let sender = Sender(cohort, channel, campaign) else { return { _ in false } }
    let message = Message(sender, step: Int32(clamping: step))
    let wasSent = hasContact { $0.event.isMessage && Message($0) == message }
    return { self.isMature($0, self.definitions.window) && wasSent($0) }
  }

  /// Whether an episode has a contact of some kinds: each kind is asked once.
  func hasContact(where isWanted: (TouchKind) -> Bool) -> (Int) -> Bool {
    let (kind, episodes) = (cohort.touches.kind, episodes)
    let isContact = cohort.touches.kinds.map { $0.event.isTouch && isWanted($0) }
    return { episode in
      episodes.contacts(episode).contains { isContact[Int(kind[$0])] }
    }
  }
}

extension Sender {
  /// A campaign by its words; nil where no file has them.
  fileprivate init?(_ cohort: Cohort, _ channel: String, _ campaign: String) {
    guard let channel = cohort.channels.words.existingCode(of: channel),
      let campaign = cohort.touches.campaigns.words.existingCode(of: campaign)
    else { return nil }
    self.init(channel: channel, campaign: campaign)
  }
}

extension Message {
  fileprivate init(_ sender: Sender, step: Int32) {
    channel = sender.channel
    campaign = sender.campaign
    self.step = step
  }
}
