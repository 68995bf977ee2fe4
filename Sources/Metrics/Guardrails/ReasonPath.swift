import Tables

/// What should be done about a reason to leave.
struct ReasonPath {
  /// Whether a row of the touches is it.
  let isAnswer: (Int) -> Bool

  /// Whether one of some rows is it.
  func isFollowed(_ rows: some Sequence<Int>) -> Bool { rows.contains(where: isAnswer) }
}

extension Analysis {
  /// The reasons that call for an answer which these files could show, by their codes: price for an
  /// offer, product fit for news, support friction for a person.
  func reasonPaths() -> [(reason: Int32, path: ReasonPath)] {
    var paths: [(Int32, ReasonPath)] = []
    func add(_ reason: String, _ isAnswer: @escaping (Int) -> Bool) {
      guard let code = cohort.cancellations.reasons.words.existingCode(of: reason) else { return }
      paths.append((code, ReasonPath(isAnswer: isAnswer)))
    }
    let touches = cohort.touches
    if cohort.has("offer", in: .touches) {
      add("price") { touches.offer($0) != 0 && self.outbox.isSend($0) }
    }
    if !(definitions.campaignKinds[.productNews] ?? []).isEmpty {
      let news = campaigns(.productNews)
      add("product fit") { news.contains(touches.campaign($0)) && self.outbox.isSend($0) }
    }
    let people = channels("call", "social")
    add("support friction") { people.contains(touches.channel($0)) && touches.event($0).isTouch }
    return paths
  }

  /// The codes of some channels.
  func channels(_ words: String...) -> CodeSet {
    CodeSet(words.compactMap { cohort.channels.words.existingCode(of: $0) })
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
