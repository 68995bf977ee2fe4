import Tables

/// What the contacts of the treated episodes that one month enrolled come to.
///
/// Every figure about channels, campaigns, steps and variants of some months is a sum over them, so that each
/// contact is looked at once for a whole report.
struct MonthContacts: Sendable {
  /// What went through one channel.
  struct Channel: Sendable {
    /// Episodes with a contact.
    var contacted = 0
    /// Contacts that the sender's log has.
    var sent = 0
    var clicks = 0
    var replies = 0
    /// In millionths.
    var cost: Int64 = 0
  }

  /// What one campaign of a channel sent.
  struct Sender: Sendable {
    /// Episodes with a contact.
    var contacted = 0
    /// Contacts that the sender's log has.
    var sent = 0
    /// In millionths.
    var cost: Int64 = 0
  }

  /// By code.
  private(set) var channels: [Channel]
  /// Those with a contact, by code.
  private(set) var senders: [(code: Int32, sums: Sender)] = []
  /// By code of the message: who got a step, of the episodes whose windows have closed, and who of them came
  /// back before the next.
  private(set) var steps: [(message: Int32, rate: Proportion)] = []
  /// By code of the form: who got it as the first variant of its message, of the same episodes, and who of
  /// them came back.
  private(set) var variants: [(form: Int32, rate: Proportion)] = []

  init(_ analysis: Analysis, _ enrolments: [Int]) {
    channels = [Channel](repeating: Channel(), count: analysis.cohort.channels.words.count)
    var counter = Counter(analysis.history)
    for episode in enrolments { counter.add(episode, analysis, &channels) }
    senders = counter.senders.numbered { $0.contacted > 0 }.map { ($0, $1) }
    steps = counter.steps.numbered { $0.n > 0 }.map { ($0, $1) }
    variants = counter.variants.numbered { $0.n > 0 }.map { ($0, $1) }
  }

  /// Counts by code, with a place for every code that there is.
  private struct Counter {
    private let codes: TouchCodes
    // Held: whoever takes the touches anew for every episode counts references to all their columns.
    private let touches: Touches
    var senders: [Sender]
    var steps: [Proportion]
    var variants: [Proportion]
    /// The latest episode that a channel, a sender and so on was seen in.
    private var latest: (channel: [Int], sender: [Int], step: [Int], varied: [Int])
    /// By code of the sender: the latest step of an episode.
    private var lastStep: [Int]

    init(_ history: History) {
      codes = history.codes
      touches = history.cohort.touches
      let channelCount = history.cohort.channels.words.count
      let (senderCount, messageCount) = (codes.senders.count, codes.messages.count)
      senders = [Sender](repeating: Sender(), count: senderCount)
      steps = [Proportion](repeating: Proportion(0, of: 0), count: messageCount)
      variants = [Proportion](repeating: Proportion(0, of: 0), count: codes.forms.count)
      let unseen = [Int](repeating: -1, count: messageCount)
      lastStep = [Int](repeating: -1, count: senderCount)
      latest = ([Int](repeating: -1, count: channelCount), lastStep, unseen, unseen)
    }

    mutating func add(_ episode: Int, _ analysis: Analysis, _ channels: inout [Channel]) {
      let window = analysis.definitions.window
      let isMature = analysis.isMature(episode, window)
      let isBack = analysis.cameBack(episode, within: window)
      for row in analysis.episodes.contacts(episode) {
        let code = Int(touches.kind[row])
        let kind = touches.kinds[code]
        guard kind.event.isTouch else { continue }
        let (channel, sender) = (Int(kind.channel), Int(codes.senderOfKind[code]))
        if latest.channel[channel] != episode { channels[channel].contacted += 1 }
        latest.channel[channel] = episode
        if latest.sender[sender] != episode { senders[sender].contacted += 1 }
        latest.sender[sender] = episode
        channels[channel].cost += touches.cost[row]
        senders[sender].cost += touches.cost[row]
        switch kind.event {
        case .sent:
          channels[channel].sent += 1
          senders[sender].sent += 1
        case .clicked: channels[channel].clicks += 1
        case .replied: channels[channel].replies += 1
        default: break
        }
        if isMature { addMessage(kind, code, sender, of: episode, isBack: isBack) }
      }
      if isMature, isBack { addReturn(analysis.episodes.contacts(episode), of: episode) }
    }

    private mutating func addMessage(
      _ kind: TouchKind, _ code: Int, _ sender: Int, of episode: Int, isBack: Bool
    ) {
      let message = Int(codes.messageOfKind[code])
      // A step that is sent again is still the one step.
      if kind.step != absent, kind.event.isMessage, latest.step[message] != episode {
        latest.step[message] = episode
        steps[message].n += 1
        lastStep[sender] = message
      }
      if kind.variant != 0, latest.varied[message] != episode {
        latest.varied[message] = episode
        let form = Int(codes.formOfKind[code])
        variants[form].n += 1
        if isBack { variants[form].x += 1 }
      }
    }

    /// A return belongs to the last step of each sender.
    private mutating func addReturn(_ rows: Range<Int>, of episode: Int) {
      for row in rows {
        let sender = Int(codes.senderOfKind[Int(touches.kind[row])])
        // Each sender's once, and none of an episode before.
        guard lastStep[sender] >= 0, latest.step[lastStep[sender]] == episode else { continue }
        steps[lastStep[sender]].x += 1
        lastStep[sender] = -1
      }
    }
  }
}

extension Array {
  /// The elements that meet a condition, with their places.
  fileprivate func numbered(where isKept: (Element) -> Bool) -> [(Int32, Element)] {
    indices.filter { isKept(self[$0]) }.map { (Int32($0), self[$0]) }
  }
}

extension Analysis {
  /// The contacts of every month with a treated enrolment.
  var contacts: [Month: MonthContacts] {
    knownContacts.value {
      let months = Array(treatedByMonth)
      let contacts = parallelMap(months.count) { MonthContacts(self, months[$0].value) }
      return Dictionary(uniqueKeysWithValues: zip(months.map(\.key), contacts))
    }
  }

  /// The contacts of a span, month by month.
  func contacts(in span: MonthSpan) -> [MonthContacts] { span.months.compactMap { contacts[$0] } }
}
