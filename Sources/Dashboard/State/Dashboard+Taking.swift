import Glyphs
import Metrics
import Tables

/// Taking what is shown away: copies, files and addresses.
extension Dashboard {
  mutating func takeAway(_ command: Command) -> [Effect] {
    switch command {
    case .copyCell: return copyCell()
    case .copyTable:
      guard let table = wholeTable else { return [] }
      return [.copy(table.tabbed, what: "the table, \(Wording.counted(table.rows.count, "row"))")]
    case .export:
      prompt = Prompt(kind: .export, text: suggestedFile)
      return []
    default:
      open(.address)
      return []
    }
  }

  private mutating func copyCell() -> [Effect] {
    if layer == .address { return [.copy(address.text, what: "the address")] }
    if let cell = cellUnderCursor {
      let text = cell.text.isEmpty ? rowUnderCursor?.cells.first?.text ?? "" : cell.text
      return [.copy(text, what: "\"\(text.fitted(to: 30))\"")]
    }
    if let sentence = sentenceUnderCursor {
      return [.copy(sentence, what: "the sentence")]
    }
    message = "There is nothing to copy here."
    return []
  }

  /// The table that the cursor is in, with every row of a list.
  private var wholeTable: Table? {
    guard layer.isList else { return tableUnderCursor }
    return wholePage.flatMap {
      $0.sections.lazy.compactMap { section in
        if case .table(let table) = section.body { table } else { nil }
      }.first
    }
  }

  /// The page with all rows of a list, not only those that are seen.
  package var wholePage: Page? {
    guard layer.isList, let evidence else { return page }
    var copy = self
    let selection: Selection
    if case .people(let people) = layer { selection = people } else { selection = Selection() }
    guard let people = copy.detail(.people(selection, view.tables[layer]))?.people else {
      return page
    }
    return PeoplePage(
      selection: selection, people: people, evidence: evidence, contacts: contacts,
      view: view.tables[layer]
    ).page(from: 0, count: people.count)
  }

  /// `winback-channels-sms-2026-10-31.csv`.
  private var suggestedFile: String {
    let place = (page?.crumbs ?? []).joined(separator: "-").lowercased()
    let words = String(place.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
      .split(separator: "-").joined(separator: "-")
    let day = evidence.map { "-\($0.report.asOf)" } ?? ""
    return "winback-\(words)\(day).csv"
  }

  /// The screen as the file's name asks for it.
  mutating func write(to path: String, isReplacing: Bool) -> [Effect] {
    guard let evidence, let page = wholePage else { return [] }
    let text: String
    switch path.split(separator: ".").last.map({ $0.lowercased() }) {
    case "csv": text = page.commaSeparated(asOf: evidence.report.asOf, place: address.text)
    case "md": text = MarkdownOutput.text(evidence.document(of: page))
    case "svg":
      var picture = self
      picture.prompt = nil
      picture.message = nil
      text = picture.frame.svg(title: page.crumbs.joined(separator: " › "))
    default:
      message = "End the name in .csv, .md or .svg, so that it is clear what to write."
      prompt = Prompt(kind: .export, text: path)
      return []
    }
    return [.write(path: path, text: text, isReplacing: isReplacing)]
  }

  /// Whether e-mail addresses and names are seen.
  package var isRevealed: Bool { contacts != nil }

  /// Whether single people are on the screen.
  package var showsPeople: Bool {
    if case .person = layer { return true }
    return layer.isList
  }

  /// Shows e-mail addresses and names, or hides them again.
  mutating func reveal() -> [Effect] {
    if contacts != nil {
      contacts = nil
      trace = nil
      message = "E-mail addresses and names are hidden again."
      return []
    }
    message = "Reading names …"
    return [.introduce]
  }

  /// Shows the files and lines behind what the cursor is on.
  mutating func openOrigin() -> [Effect] {
    let id: String? =
      if case .person(let id) = subject {
        id
      } else if case .layer(.person(let id)) = rowUnderCursor?.link { id } else { nil }
    open(.origin)
    guard let id, layer == .origin, trace?.customer != id else { return [] }
    trace = nil
    return [.trace(id)]
  }
}
