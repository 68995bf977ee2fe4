/// Somebody who may be gone: what the programme knows, and what would happen without it.
struct Lapse {
  let customer: Int
  let segment: Segment
  /// Why they cancelled; nil is silence.
  var reason: Reason? = nil
  /// The first day on which the programme may write.
  let due: Int
  /// When they would come back by themselves; nil is never.
  let ownReturn: Moment?
  let acceptsSMS: Bool
}

/// How somebody came back.
struct Comeback {
  let moment: Moment
  /// The win-back code they used, if any.
  var offer = Offer.none
}
