import Glyphs
import Metrics
import Tables

/// What a file's name says is to be written.
enum FileKind: String {
  case csv, md, svg

  /// The kind that a name ends in; nil where it ends in none.
  init?(path: String) {
    guard let end = path.split(separator: ".").last.map({ $0.lowercased() }) else { return nil }
    self.init(rawValue: end)
  }
}

/// The screen as a file, or as it is read linearly.
extension Dashboard {
  /// `winback-channels-sms-2026-10-31.csv`.
  var suggestedFile: String {
    let place = (page?.crumbs ?? []).joined(separator: "-").lowercased()
    let words = String(place.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
      .split(separator: "-").joined(separator: "-")
    let day = evidence.map { "-\($0.report.asOf)" } ?? ""
    return "winback-\(words)\(day).csv"
  }

  /// Has the screen written to a file, as its name asks for.
  mutating func write(to path: String, isReplacing: Bool) -> [Effect] {
    guard FileKind(path: path) != nil else {
      message = "End the name in .csv, .md or .svg, so that it is clear what to write."
      prompt = Prompt(kind: .export, text: path)
      return []
    }
    if FileKind(path: path) == .csv, isWorkList, evidence?.hidesIds == true, !isRevealed {
      message = "The ids are e-mail addresses and hidden: x shows them, then e writes them."
      return []
    }
    message = "Writing \(SafeText(path, limit: 100)) …"
    return [.export(path: path, isReplacing: isReplacing)]
  }

  /// Whether a work list is open, or a tactic that has one.
  private var isWorkList: Bool {
    switch layer {
    case .tactic(let tactic): WorkList(tactic.rawValue) != nil
    case .roster(.list): true
    default: false
    }
  }

  /// The work list that is open, or that the open tactic is for.
  private var workList: Roster? {
    switch layer {
    case .tactic(let tactic): WorkList(tactic.rawValue).flatMap { evidence?.analysis.roster($0) }
    case .roster(.list): (list as? RosterPage)?.roster
    default: nil
    }
  }

  /// What a file of that name is to hold; worked out beside the loop, since a list may be long.
  package func text(forFile path: String) -> String {
    guard let evidence, let page else { return "" }
    switch FileKind(path: path) {
    case .csv:
      return workList?.commaSeparated(isRevealed: isRevealed, contacts: contacts) ?? commaSeparated
    case .md: return wholePage.map { MarkdownOutput.text(evidence.document(of: $0)) } ?? ""
    case .svg:
      var picture = self
      picture.prompt = nil
      picture.message = nil
      return picture.frame.svg(title: page.crumbs.joined(separator: " › "))
    case nil: return ""
    }
  }

  /// The page with all rows of a list, not only those that are seen.
  package var wholePage: Page? {
    list.map { $0.page(from: 0, count: $0.count) } ?? page
  }

  /// The screen as CSV; of a list some rows at a time, so that millions of them need no memory.
  package var commaSeparated: String {
    guard let evidence, let page else { return "" }
    let (asOf, place) = (evidence.report.asOf, shownAddress.text)
    guard let list else { return page.commaSeparated(asOf: asOf, place: place) }
    var text = ""
    for start in stride(from: 0, to: max(1, list.count), by: 10_000) {
      let part = list.page(from: start, count: 10_000)
      text += part.commaSeparated(asOf: asOf, place: place, hasTitles: start == 0)
    }
    return text
  }

  /// The list of people that is shown, as a whole.
  var list: (any ListPage)? {
    guard let evidence else { return nil }
    var copy = self
    return copy.list(of: layer, evidence)
  }
}
