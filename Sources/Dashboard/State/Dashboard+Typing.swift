import Glyphs
import Terminal

/// What keys do while a line is typed.
extension Dashboard {
  mutating func type(_ key: Key) -> [Effect] {
    message = nil
    guard let prompt else { return [] }
    // What leaves the program, or draws it anew, does so whatever is being typed.
    if key == .control("c") { return [.quit] }
    if key == .control("z") { return [.suspend] }
    if key == .control("l") { return [.repaint] }
    if case .replace(let path) = prompt.kind {
      self.prompt = nil
      return key == "y" ? write(to: path, isReplacing: true) : keepFile(path)
    }
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: deleteBackward()
    case .control("u"): replaceText("")
    case .control("w"): deleteWord()
    case .escape: return closePrompt()
    case .enter: return finish()
    case .up, .down, .pageUp, .pageDown:
      if prompt.kind == .palette { move(key == .up || key == .pageUp ? .up : .down) }
      keepCursorInSight()
    default: break
    }
    return []
  }

  /// Puts a text at the end of the line.
  mutating func insert(_ text: String) {
    guard let prompt, prompt.text.count + text.count <= 200 else { return }
    replaceText(prompt.text + text)
  }

  private mutating func deleteBackward() {
    guard let prompt else { return }
    // What is empty already has nothing to delete: it closes, as in an editor.
    if prompt.text.isEmpty {
      _ = closePrompt()
    } else {
      replaceText(String(prompt.text.dropLast()))
    }
  }

  private mutating func deleteWord() {
    guard let prompt else { return }
    let trimmed = prompt.text.reversed().drop { $0 == " " }.drop { $0 != " " }
    replaceText(String(trimmed.reversed()))
  }

  private mutating func replaceText(_ text: String) {
    prompt?.text = text
    switch prompt?.kind {
    case .filter: filter(text)
    case .palette: places[.palette] = nil
    default: break
    }
    keepCursorInSight()
  }

  /// Leaves the line as if it had not been typed.
  private mutating func closePrompt() -> [Effect] {
    defer { keepCursorInSight() }
    switch prompt?.kind {
    case .filter(let before):
      view.tables[layer] = before
      places[layer] = prompt?.place
    case .palette: view.stack.removeLast()
    default: break
    }
    prompt = nil
    return []
  }

  private mutating func finish() -> [Effect] {
    guard let prompt else { return [] }
    switch prompt.kind {
    case .filter(let before): return finishFilter(before)
    case .palette: return finishPalette(prompt.text)
    case .export:
      self.prompt = nil
      return write(to: prompt.text, isReplacing: false)
    case .replace: return []
    }
  }

  private mutating func finishFilter(_ before: TableView?) -> [Effect] {
    let filter = Filter(prompt?.text ?? "")
    if let problem = problem(with: filter) {
      message = problem
      return []
    }
    prompt = nil
    if !filter.isEmpty { lastFilters[layer] = filter }
    let after = view
    var old = view
    old.tables[layer] = before
    view = after
    remember(old)
    return []
  }

  /// Why a filter cannot be meant so.
  private mutating func problem(with filter: Filter) -> String? {
    if let piece = filter.unreadable {
      return "\(SafeText(piece, limit: 30)) compares with no number: write rate>5 or day<=7."
    }
    guard let table = unfilteredTable, let column = table.missingColumn(filter) else { return nil }
    let titles =
      layer.isList
      ? layer.listColumns.filter(\.isNumber).map(\.title) : table.numberNames
    return
      "\(SafeText(column, limit: 20)) names no one column with numbers: these do: "
      + titles.joined(separator: ", ") + "."
  }

  /// The table that is filtered, with all its rows.
  private var unfilteredTable: Table? {
    mutating get {
      guard let section = view.tables[layer]?.section else { return nil }
      let page =
        layer == .help ? HelpPage.page(self) : evidence.flatMap { self.page(of: layer, $0) }
      return page?.table(at: section)
    }
  }

  private mutating func finishPalette(_ text: String) -> [Effect] {
    defer { keepCursorInSight() }
    let link = rowUnderCursor?.link
    prompt = nil
    view.stack.removeLast()
    refresh()
    if case .command(let command) = link { return run(command) }
    // What is no command may be an address.
    do throws(AddressProblem) {
      return go(to: try Address(parsing: text))
    } catch {
      message = error.sentence
      return []
    }
  }

  private mutating func keepFile(_ path: String) -> [Effect] {
    message = "\(SafeText(path, limit: 100)) was left as it is."
    return []
  }
}
