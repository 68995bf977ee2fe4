import Tables

/// The messages that went out.
struct Outbox: Sendable {
  /// A message of the last days, and what was known when it went out.
  struct Send: Sendable {
    /// In the touches.
    var row: Int32
    var customer: Int32
    /// The lapse that it lies in, or `Episodes.none`.
    var episode: Int32
    /// The purchase before it, or `Episodes.none`.
    var last: Int32
  }

  /// When each sender last sent anything to anyone, by its code; `Int64.min` where it never did.
  let lastSent: [Int64]
  /// Whether rows of a kind of touch are messages that went out: `sent`, and of a sender whose log has no
  /// such rows what was delivered.
  private let isSendOfKind: [Bool]
  /// The kind by row of the touches.
  private let kind: [Int32]

  init(_ history: History, asOf: Day) {
    let touches = history.cohort.touches
    kind = touches.kind
    let lastSent = Outbox.lastSent(touches, history.codes, through: asOf)
    self.lastSent = lastSent
    isSendOfKind = touches.kinds.indices.map { kind in
      switch touches.kinds[kind].event {
      case .sent: true
      case .delivered: lastSent[Int(history.codes.senderOfKind[kind])] == .min
      default: false
      }
    }
  }

  private static func lastSent(
    _ touches: Touches, _ codes: TouchCodes, through asOf: Day
  ) -> [Int64] {
    var latest = [Int64](repeating: .min, count: codes.senders.count)
    for row in 0..<touches.count
    where touches.event(row).isSent && touches.moment[row] <= asOf.end {
      let sender = Int(codes.sender(row))
      latest[sender] = max(latest[sender], touches.moment[row])
    }
    return latest
  }

  /// Whether a row is a message that went out.
  @inline(__always)
  func isSend(_ row: Int) -> Bool { isSendOfKind[Int(kind[row])] }
}

extension Analysis {
  /// The messages of the last ninety days, customer by customer and in the order of time.
  var recentSends: [Outbox.Send] { known.recentSends.value { workedOutRecentSends() } }

  private func workedOutRecentSends() -> [Outbox.Send] {
    let first = (asOf - (Guardrail.processDays - 1)).start
    let (outbox, log, moments) = (outbox, log, cohort.touches.moment)
    let (purchases, episodes, episodesByCustomer) = (purchases, episodes, episodesByCustomer)
    let stretches = (0..<cohort.customers.count).stretches
    return parallelMap(stretches.count) { index in
      var sends: [Outbox.Send] = []
      for customer in stretches[index] {
        for row in log.range(customer) where moments[row] >= first && outbox.isSend(row) {
          let inside = episodesByCustomer.range(customer).first {
            episodes.touches($0).contains(row)
          }
          // A message of the moment of an order came before it.
          let own = purchases.range(customer)
          let before = purchases.count(of: own, through: moments[row] - 1)
          sends.append(
            Outbox.Send(
              row: Int32(row), customer: Int32(customer),
              episode: inside.map { Int32($0) } ?? Episodes.none,
              last: before > 0 ? Int32(own.lowerBound + before - 1) : Episodes.none))
        }
      }
      return sends
    }.flatMap(\.self)
  }

  /// The rows of the sends of an episode, in the order of time.
  func sendRows(_ episode: Int) -> [Int] {
    episodes.touches(episode).filter(outbox.isSend)
  }

  /// The day of a row of the touches.
  func touchDay(_ row: Int) -> Int { dayNumber(cohort.touches.moment[row]) }

  /// Whether a cancellation began a lapse, and not silence.
  func isCancelled(_ episode: Int) -> Bool {
    guard let first = cancels(episode).first else { return false }
    return cancelled.day[first] == episodes.start[episode]
      && silenceStart(episode).map { Int(episodes.start[episode]) < $0 } ?? true
  }

  /// The day on which silence alone would have begun a lapse; nil where silence is none.
  private func silenceStart(_ episode: Int) -> Int? {
    Lapse.silence(lapse.lapsedAfter).map {
      Int(purchases[Int(episodes.last[episode])].day) + $0
    }
  }

  /// The day from which somebody who lapsed may be written to: the first, thirty days after a
  /// cancellation.
  func dueDay(_ episode: Int) -> Int {
    Int(episodes.start[episode]) + (isCancelled(episode) ? Analysis.quietDays : 0)
  }

  /// Days after a cancellation in which nobody should be written to.
  static let quietDays = 30

  /// The codes of the campaigns that are configured to be for something, in whatever case.
  func campaigns(_ kind: CampaignKind) -> CodeSet {
    let names = Set((definitions.campaignKinds[kind] ?? []).map { $0.lowercased() })
    if names.isEmpty { return CodeSet([]) }
    let words = cohort.touches.campaigns.words
    return CodeSet((0..<Int32(words.count)).filter { names.contains(words[$0].lowercased()) })
  }

  /// Campaigns that are no win-back though people in a lapse get them, too: newsletters and messages
  /// about a cart, where they are configured.
  func otherCampaigns() -> CodeSet { campaigns(.newsletter).union(campaigns(.cart)) }

  /// Whether an order of a row was known on the day of the report and counts as one: not cancelled,
  /// failed, pending or a test.
  func isOrder(_ row: Int) -> Bool {
    cohort.orders.moment[row] <= asOf.end
      && !Purchases.isDead(cohort.orders.statuses.words[cohort.orders.status(row)])
  }
}
