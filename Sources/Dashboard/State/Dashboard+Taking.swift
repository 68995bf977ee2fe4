import Glyphs
import Metrics
package import Tables

/// Taking what is shown away: copies, files and addresses.
extension Dashboard {
  mutating func takeAway(_ command: Command) -> [Effect] {
    switch command {
    case .copyCell: return copyCell()
    case .copyTable:
      guard let table = wholeTable else { return copyPage() }
      return [.copy(table.tabbed, what: "the table, \(Wording.counted(table.rows.count, "row"))")]
    case .export:
      prompt = Prompt(kind: .export, text: suggestedFile)
    default: open(.address)
    }
    return []
  }

  /// What has no table is copied as it is read, for a mail.
  private func copyPage() -> [Effect] {
    guard let evidence, let page else { return [] }
    return [.copy(TextOutput.text(evidence.document(of: page)), what: "the screen")]
  }

  private mutating func copyCell() -> [Effect] {
    if layer == .address { return [.copy(shownAddress.text, what: "the address")] }
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
    return list.map { $0.table(of: 0..<$0.count) }
  }

  /// Whether e-mail addresses and names are seen.
  package var isRevealed: Bool { contacts != nil }

  /// Whether single people are on the screen.
  package var showsPeople: Bool {
    switch subject {
    case .person, .tactic: true
    default: subject.isList
    }
  }

  /// Shows e-mail addresses and names that were read.
  package mutating func reveal(_ contacts: [String: Contact]) {
    wantsNames = true
    self.contacts = contacts
    keepCursorInSight()
  }

  /// Shows e-mail addresses and names, or hides them again.
  mutating func reveal() -> [Effect] {
    wantsNames.toggle()
    if !wantsNames {
      contacts = nil
      message = "E-mail addresses and names are hidden again."
    } else {
      message = "Reading names …"
    }
    // Lines of the files are looked up anew, with names or without.
    let effects: [Effect] = wantsNames ? [.introduce] : []
    guard let customer = trace?.customer, layer == .origin else {
      trace = nil
      return effects
    }
    trace = nil
    return effects + [.trace(customer)]
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
