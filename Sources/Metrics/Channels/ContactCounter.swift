import Tables

/// Counts the contacts of one month after another.
struct ContactCounter {
  private let analysis: Analysis
  // Held: whoever takes the touches anew for every episode counts references to all their columns.
  private let touches: Touches
  /// By code of the kind.
  private let parts: [Part]
  private var sums: MonthContacts
  // By code, of the month that is being counted.
  private var kinds: CodeCounts<KindSums>
  private var senders: CodeCounts<MonthContacts.SenderSums>
  private var steps: CodeCounts<Proportion>
  private var variants: CodeCounts<Proportion>
  // By code, the latest episode that it was seen in.
  private var latestOfKind: [Int]
  private var latestOfChannel: [Int]
  private var latestOfSender: [Int]
  private var latestOfStep: [Int]
  private var latestOfVaried: [Int]
  /// By code of the sender: the latest step of an episode.
  private var lastStep: [Int]

  /// What a kind of contact is counted for.
  private struct Part {
    var event: TouchEvent
    var channel: Int
    var sender: Int
    var message: Int
    var form: Int
    var isStep: Bool
    var isVaried: Bool
  }

  /// How many contacts of a kind there were, and what they cost, in millionths.
  private struct KindSums {
    var count = 0
    var cost: Int64 = 0
  }

  init(_ analysis: Analysis) {
    self.analysis = analysis
    let codes = analysis.history.codes
    touches = analysis.cohort.touches
    parts = touches.kinds.enumerated().map { code, kind in
      Part(
        event: kind.event, channel: Int(kind.channel), sender: Int(codes.senderOfKind[code]),
        message: Int(codes.messageOfKind[code]), form: Int(codes.formOfKind[code]),
        isStep: kind.step != absent && kind.event.isMessage, isVaried: kind.variant != 0)
    }
    sums = MonthContacts(channels: analysis.cohort.channels.words.count)
    kinds = CodeCounts(KindSums(), count: parts.count)
    senders = CodeCounts(MonthContacts.SenderSums(), count: codes.senders.count)
    steps = CodeCounts(Proportion(0, of: 0), count: codes.messages.count)
    variants = CodeCounts(Proportion(0, of: 0), count: codes.forms.count)
    func unseen(_ count: Int) -> [Int] { [Int](repeating: -1, count: count) }
    latestOfKind = unseen(parts.count)
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
    for (code, own) in kinds.drain() { add(own, of: parts[Int(code)]) }
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
      kinds.see(code)
      kinds[code].count += 1
      kinds[code].cost += touches.cost(row)
      // What more of a kind follows in an episode changes sums only.
      guard latestOfKind[code] != episode else { continue }
      latestOfKind[code] = episode
      let part = parts[code]
      guard part.event.isTouch else { continue }
      if latestOfChannel[part.channel] != episode { sums.channels[part.channel].contacted += 1 }
      latestOfChannel[part.channel] = episode
      senders.see(part.sender)
      if latestOfSender[part.sender] != episode { senders[part.sender].contacted += 1 }
      latestOfSender[part.sender] = episode
      if isMature { addMessage(part, of: episode, isBack: isBack) }
    }
    if isMature, isBack { addReturn(of: episode) }
  }

  /// Adds all contacts of a kind.
  private mutating func add(_ own: KindSums, of part: Part) {
    guard part.event.isTouch else { return }
    sums.channels[part.channel].cost += own.cost
    senders[part.sender].cost += own.cost
    switch part.event {
    case .sent:
      sums.channels[part.channel].sent += own.count
      senders[part.sender].sent += own.count
    case .clicked: sums.channels[part.channel].clicks += own.count
    case .replied: sums.channels[part.channel].replies += own.count
    default: break
    }
  }

  private mutating func addMessage(_ part: Part, of episode: Int, isBack: Bool) {
    // A step that is sent again is still the one step.
    if part.isStep, latestOfStep[part.message] != episode {
      latestOfStep[part.message] = episode
      steps.see(part.message)
      steps[part.message].n += 1
      lastStep[part.sender] = part.message
    }
    if part.isVaried, latestOfVaried[part.message] != episode {
      latestOfVaried[part.message] = episode
      variants.see(part.form)
      variants[part.form].n += 1
      if isBack { variants[part.form].x += 1 }
    }
  }

  /// A return belongs to the last step of each sender.
  private mutating func addReturn(of episode: Int) {
    for row in analysis.episodes.contacts(episode) {
      let sender = parts[Int(touches.kind[row])].sender
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
