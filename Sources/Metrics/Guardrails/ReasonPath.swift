import Tables

/// What should be done about a reason to leave.
struct ReasonPath {
  /// What a reason calls for.
  enum Answer: Sendable {
    /// A kept price or a cheaper plan: an offer.
    case offer
    /// News of what was missing: a campaign of product news.
    case news
    /// A person: a call or a social touch.
    case person
  }

  let answer: Answer
  /// Whether an episode got it.
  let isFollowed: (Int) -> Bool
}

extension Analysis {
  /// The reasons that call for an answer which these files could show, by their codes, in the order of
  /// the answers.
  func reasonPaths() -> [(reason: Int32, path: ReasonPath)] {
    var paths: [(Int32, ReasonPath)] = []
    func add(_ reason: String, _ answer: ReasonPath.Answer, _ isFollowed: @escaping (Int) -> Bool) {
      guard let code = cohort.cancellations.reasons.words.existingCode(of: reason) else { return }
      paths.append((code, ReasonPath(answer: answer, isFollowed: isFollowed)))
    }
    if cohort.has("offer", in: .touches) {
      add("price", .offer) { self.sendRows($0).contains { self.cohort.touches.offer[$0] != 0 } }
    }
    let news = campaigns("product_news")
    if !(definitions.campaignKinds["product_news"] ?? []).isEmpty {
      add("product fit", .news) {
        self.sendRows($0).contains { news.contains(self.cohort.touches.campaign[$0]) }
      }
    }
    let people = channels("call", "social")
    add("support friction", .person) { self.isTouched($0, by: people) }
    return paths
  }

  /// The codes of some channels.
  func channels(_ words: String...) -> Set<Int32> {
    Set(words.compactMap { cohort.channels.words.existingCode(of: $0) })
  }

  /// Whether a touch of an episode went by one of some channels.
  func isTouched(_ episode: Int, by channels: Set<Int32>) -> Bool {
    (Int(episodes.touchStart[episode])..<Int(episodes.touchEnd[episode])).contains { place in
      let row = Int(log.rows[place])
      return cohort.touches.event[row].isTouch && channels.contains(cohort.touches.channel[row])
    }
  }

  /// The segment of a lapse, enrolled or not: frozen at enrolment, else the customer file's, else that
  /// of the customer's last enrolment before it.
  func segment(ofLapse episode: Int) -> Int32 {
    if episodes.isEnrolled(episode) { return episodes.segment[episode] }
    let customer = episodes.customer[episode]
    if let row = listedRow(Int(customer)), cohort.customerList.segment[row] != 0 {
      return cohort.customerList.segment[row]
    }
    var earlier = episode - 1
    while earlier >= 0, episodes.customer[earlier] == customer {
      if episodes.isEnrolled(earlier) { return episodes.segment[earlier] }
      earlier -= 1
    }
    return Segment.none
  }

  /// The row of a customer in the customer file; nil for who does not stand there.
  func listedRow(_ customer: Int) -> Int? {
    let row = history.listedRow[customer]
    return row == absent ? nil : Int(row)
  }
}
