import Metrics

/// When people came back whom a channel wrote to first, and those whom others wrote to first.
struct ChannelCurves: Equatable, Sendable {
  var own: ReturnCurve
  var others: ReturnCurve

  /// The last day of the axis, beyond the window by half.
  static func days(window: Int) -> Int { max(90, window * 3 / 2) }

  /// The curves of a channel, or nil where the report knows none of that word.
  init?(_ evidence: Evidence, _ name: String) {
    guard let row = evidence.report.quarter.channels.first(where: { $0.name == name }) else {
      return nil
    }
    (own, others) = evidence.analysis.curves(
      evidence.report.quarter.span, firstChannel: row.channel,
      days: ChannelCurves.days(window: evidence.report.definitions.window))
  }
}
