import Glyphs
import Terminal

/// The last line: what is being typed, what is to be said, or the keys that work here.
extension Dashboard {
  func footer(_ frame: inout Frame) {
    let row = size.rows - 1
    if let prompt {
      type(prompt, row, &frame)
    } else if !messageLines.isEmpty {
      say(&frame)
    } else {
      keys(row, &frame)
    }
  }

  /// The line that is typed, its end seen where it is too long; a problem stands above it.
  private func type(_ prompt: Prompt, _ row: Int, _ frame: inout Frame) {
    if let message, row > 0 {
      write(
        message.fitted(to: size.columns).padded(to: size.columns, .left), row: row - 1, column: 0,
        style: Style(.bad, .bold), &frame)
    }
    let label = SafeText(prompt.label, limit: 300).description.fitted(
      to: max(1, size.columns - (prompt.isTyped ? 10 : 0)))
    write(label, row: row, column: 0, style: Style(.accent, .bold), &frame)
    guard prompt.isTyped else { return }
    let room = max(1, size.columns - label.cells - 1)
    var text = SafeText(prompt.text, limit: 300).description
    while text.cells > room { text.removeFirst() }
    write(text + " ", row: row, column: label.cells, style: .plain, &frame)
    let caret = label.cells + text.cells
    frame.emphasize(caret..<caret + 1, row: row, .reversed)
    frame.cursor = (row, min(caret, size.columns - 1))
  }

  /// What is to be said, whole as far as half the screen allows; nothing where a line is typed.
  var messageLines: [String] {
    guard hasFooter, prompt == nil, let message else { return [] }
    return Array(message.wrapped(width: size.columns).prefix(max(1, size.rows / 2)))
  }

  private func say(_ frame: inout Frame) {
    let lines = messageLines
    for (index, line) in lines.enumerated() {
      write(
        line.padded(to: size.columns, .left), row: size.rows - lines.count + index, column: 0,
        style: Style(.accent, .bold), &frame)
    }
  }

  private func keys(_ row: Int, _ frame: inout Frame) {
    for label in footerKeys {
      let (key, start) = (label.command.entry.keys[0].description, label.columns.lowerBound)
      frame.write(SafeText(key), row: row, column: start, style: Style(.accent, .bold))
      frame.write(SafeText(label.text), row: row, column: start + key.cells + 1, style: .muted)
    }
  }

  /// What the footer says of keys, and where each stands; nothing while it says something else.
  var footerKeys: [Label] {
    if prompt != nil || message != nil { return [] }
    var column = 0
    return footerCommands.map { command in
      let width = Dashboard.footerWidth(command)
      defer { column += width }
      return Label(
        command: command, text: command.entry.title, columns: column..<column + width - 2)
    }
  }

  /// The commands that work here and that there is room for: those that give way last are picked
  /// first, and all stand in the order of the table.
  private var footerCommands: [Command] {
    let works = Command.allCases.filter {
      $0.entry.footer != .never && !$0.entry.keys.isEmpty && isNamed($0)
        // What is open already needs no way in.
        && !($0 == .review && layer == .review) && !($0 == .help && layer == .help)
    }
    var room = size.columns
    let picked = works.sorted { $0.entry.footer > $1.entry.footer }.filter { command in
      let width = Dashboard.footerWidth(command)
      // Nothing stands after the last, so it needs no gap.
      guard width - 2 <= room else { return false }
      room -= width
      return true
    }
    return works.filter(picked.contains)
  }

  /// Whether a command does something here: one that is about a row, on any row of the page. Keys that come
  /// and go with every row and column would be sent, and seen to jump, at each move.
  private func isNamed(_ command: Command) -> Bool {
    guard let page else { return reason(against: command) == nil }
    let tables = page.sections.indices.compactMap { page.table(at: $0) }
    switch command {
    case .open: return tables.contains { $0.rows.contains { $0.link != nil } }
    case .mark: return tables.contains { $0.rows.contains { $0.mark != nil } }
    case .explain:
      return tables.contains { table in
        table.columns.contains { $0.term != nil } || table.rows.contains { $0.term != nil }
      }
    case .sort: return !tables.isEmpty && !layer.isOverlay
    default: return reason(against: command) == nil
    }
  }

  /// A command in the footer, with the gap after it.
  private static func footerWidth(_ command: Command) -> Int {
    command.entry.keys[0].description.cells + 1 + command.entry.title.cells + 2
  }
}
