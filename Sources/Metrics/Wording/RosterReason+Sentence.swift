import Glyphs
import Tables

extension RosterPerson.Reason {
  /// Why somebody is on a list, in a few words.
  package func words(_ currency: String?) -> String {
    switch self {
    case .touch(let campaign, let channel, let day, let silent):
      let name = SafeText(campaign, limit: 40).description
      let way = "\(SafeText(channel, limit: 20)) on \(Wording.day(day))"
      let since =
        silent.map { ", \(Wording.counted($0, "day")) after the last purchase" } ?? ", never bought"
      return (campaign.isEmpty ? "by \(way)" : "\(name) by \(way)") + since
    case .lapse(let since, let enrolled, let reason):
      let cause =
        ["silent", "", "unknown"].contains(reason) ? "" : " over \(SafeText(reason, limit: 40))"
      let written = enrolled.map { ", enrolled \(Wording.day($0))" } ?? ", nobody wrote yet"
      return "lapsed \(Wording.day(since))\(cause)\(written)"
    case .cancellation(let day, let reason):
      let cause = reason == "unknown" ? "no reason given" : "over \(SafeText(reason, limit: 40))"
      return "cancelled \(Wording.day(day)), \(cause)"
    case .order(let day, let code):
      return "ordered \(Wording.day(day)) with \(SafeText(code, limit: 40))"
    case .cart(let day, let value):
      return
        "left a cart\(value > 0 ? " of \(Wording.money(value, currency))" : "") on \(Wording.day(day))"
    case .points(let points, let day):
      let end = day.map { ", expire \(Wording.day($0))" } ?? ""
      return "\(Wording.setting(points)) points\(end)"
    case .trial(let ended): return "trial ended \(Wording.day(ended)), never bought"
    case .neverPaid: return "never bought"
    }
  }
}
