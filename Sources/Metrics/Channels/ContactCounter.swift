import Tables

/// Counts the contacts of one month after another.
struct ContactCounter {
  private let analysis: Analysis
  private let codes: TouchCodes
  // Held: whoever takes the touches anew for every episode counts references to all their columns.
  private let touches: Touches
  private var sums: MonthContacts
  // By code, of the month that is being counted.
  private var senders: CodeCounts<MonthContacts.SenderSums>
  private var steps: CodeCounts<Proportion>
  private var variants: CodeCounts<Proportion>
  // By code, the latest episode that it was seen in.
  private var latestOfChannel: [Int]
  private var latestOfSender: [Int]
  private var latestOfStep: [Int]
  private var latestOfVaried: [Int]
  /// By code of the sender: the latest step of an episode.
  private var lastStep: [Int]

  init(_ analysis: Analysis) {
    self.analysis = analysis
    codes = analysis.history.codes
    touches = analysis.cohort.touches
    sums = MonthContacts(channels: analysis.cohort.channels.words.count)
    senders = CodeCounts(MonthContacts.SenderSums(), count: codes.senders.count)
    steps = CodeCounts(Proportion(0, of: 0), count: codes.messages.count)
    variants = CodeCounts(Proportion(0, of: 0), count: codes.forms.count)
    func unseen(_ count: Int) -> [Int] { [Int](repeating: -1, count: count) }
    latestOfChannel = unseen(sums.channels.count)
    latestOfSender = unseen(codes.senders.count)
    latestOfStep = unseen(codes.messages.count)
    latestOfVaried = unseen(codes.messages.count)
    lastStep = unseen(codes.senders.count)
  }

  /// What the contacts of the episodes that a month enrolled come to.
  mutating func count(_ enrolments: [Int]) -> MonthContacts {
    sums = MonthContacts(channels: sums.channels.count)
    for episode in enrolments { add(episode) }
    sums.senders = senders.drain().map { (code: $0, sums: $1) }
    sums.steps = steps.drain().map { (code: $0, rate: $1) }
    sums.variants = variants.drain().map { (code: $0, rate: $1) }
    return sums
  }

  private mutating func add(_ episode: Int) {
    let window = analysis.definitions.window
    let isMature = analysis.isMature(episode, window)
    let isBack = analysis.cameBack(episode, within: window)
    for row in analysis.episodes.contacts(episode) {
      let code = Int(touches.kind[row])
      let kind = touches.kinds[code]
      guard kind.event.isTouch else { continue }
      let (channel, sender) = (Int(kind.channel), Int(codes.senderOfKind[code]))
      senders.see(sender)
      if latestOfChannel[channel] != episode { sums.channels[channel].contacted += 1 }
      latestOfChannel[channel] = episode
      if latestOfSender[sender] != episode { senders[sender].contacted += 1 }
      latestOfSender[sender] = episode
      sums.channels[channel].cost += touches.cost[row]
      senders[sender].cost += touches.cost[row]
      switch kind.event {
      case .sent:
        sums.channels[channel].sent += 1
        senders[sender].sent += 1
      case .clicked: sums.channels[channel].clicks += 1
      case .replied: sums.channels[channel].replies += 1
      default: break
      }
      if isMature { addMessage(kind, code, sender, of: episode, isBack: isBack) }
    }
    if isMature, isBack { addReturn(of: episode) }
  }

  private mutating func addMessage(
    _ kind: TouchKind, _ code: Int, _ sender: Int, of episode: Int, isBack: Bool
  ) {
    let message = Int(codes.messageOfKind[code])
    // A step that is sent again is still the one step.
    if kind.step != absent, kind.event.isMessage, latestOfStep[message] != episode {
      latestOfStep[message] = episode
      steps.see(message)
      steps[message].n += 1
      lastStep[sender] = message
    }
    if kind.variant != 0, latestOfVaried[message] != episode {
      latestOfVaried[message] = episode
      let form = Int(codes.formOfKind[code])
      variants.see(form)
      variants[form].n += 1
      if isBack { variants[form].x += 1 }
    }
  }

  /// A return belongs to the last step of each sender.
  private mutating func addReturn(of episode: Int) {
    for row in analysis.episodes.contacts(episode) {
      let sender = Int(codes.senderOfKind[Int(touches.kind[row])])
      // Each sender's once, and none of an episode before.
      guard lastStep[sender] >= 0, latestOfStep[lastStep[sender]] == episode else { continue }
      steps[lastStep[sender]].x += 1
      lastStep[sender] = -1
    }
  }
}

/// Something by code, of which only the codes that were seen are looked at again.
private struct CodeCounts<Count> {
  private let nothing: Count
  private var counts: [Count]
  private var isSeen: [Bool]
  private var seen: [Int32] = []

  init(_ nothing: Count, count: Int) {
    self.nothing = nothing
    counts = [Count](repeating: nothing, count: count)
    isSeen = [Bool](repeating: false, count: count)
  }

  subscript(code: Int) -> Count {
    get { counts[code] }
    set { counts[code] = newValue }
  }

  /// Notes that a code is counted.
  mutating func see(_ code: Int) {
    if isSeen[code] { return }
    isSeen[code] = true
    seen.append(Int32(code))
  }

  /// What was counted, by code, in the order in which codes were seen; there is nothing afterwards.
  mutating func drain() -> [(Int32, Count)] {
    defer {
      for code in seen { (counts[Int(code)], isSeen[Int(code)]) = (nothing, false) }
      seen.removeAll(keepingCapacity: true)
    }
    return seen.map { ($0, counts[Int($0)]) }
  }
}
