/// One message of a sequence, before it is sent.
struct Step {
  let channel: Channel
  var campaign: Campaign
  /// Days after the sequence begins.
  let day: Int
  var offer = Offer.none
  /// Whether half of the recipients get another version.
  var isTested = false
}
