import Metrics
import Terminal

/// What the keys do where the help was opened.
enum HelpPage {
  static func page(_ dashboard: Dashboard) -> Page {
    var below = dashboard
    if below.layer == .help {
      below.view.stack.removeLast()
      below.refresh()
    }
    let rows = Command.allCases.map { command in
      let reason = below.reason(against: command)
      return Table.Row(
        [
          .init(command.entry.keys.map(\.description).joined(separator: ", "), Style(.accent)),
          .init(command.entry.help, reason == nil ? .plain : .muted),
          .init(reason ?? "", .muted),
        ],
        detail: reason.map { "\(command.entry.help). Not here: \($0)" } ?? command.entry.help + ".",
        link: .command(command))
    }
    return Page(
      ["Help"],
      [
        Section(
          nil,
          .table(
            Table(
              [
                .init("key", .left), .init("does", .left, minimum: 20),
                .init("not here, because", .left, dropped: 1, minimum: 18),
              ], rows))),
        Section(
          nil,
          .sentences([
            Sentence(
              "Enter runs the line under the cursor, / looks for words; Esc closes the help.",
              .muted)
          ])),
      ])
  }
}
