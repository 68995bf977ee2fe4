import Terminal

/// Every command by its name, as far as it matches what is typed.
enum PalettePage {
  static func page(_ dashboard: Dashboard) -> Page {
    var below = dashboard
    below.view.stack.removeLast()
    below.refresh()
    let words = (dashboard.prompt?.text ?? "").lowercased().split(separator: " ")
    let found = Command.allCases.filter { command in
      let text = "\(command.rawValue) \(command.entry.title) \(command.entry.help)".lowercased()
      return command != .palette && words.allSatisfy { text.contains($0) }
    }
    // What is called so comes before what only speaks of it.
    func isCalled(_ command: Command) -> Bool {
      words.first.map { command.entry.title.lowercased().hasPrefix($0) } ?? false
    }
    let rows = (found.filter(isCalled) + found.filter { !isCalled($0) }).map { command in
      let reason = below.reason(against: command)
      return Table.Row(
        [
          .init(command.entry.title, reason == nil ? Style(.plain, .bold) : .muted),
          .init(command.entry.keys.map(\.description).joined(separator: ", "), Style(.accent)),
          .init(command.entry.help, reason == nil ? .plain : .muted), .init(reason ?? "", .muted),
        ], link: .command(command))
    }
    return Page(
      ["Commands"],
      [
        Section(
          nil,
          .table(
            Table(
              [
                .init("command", .left), .init("key", .left, dropped: 2),
                .init("does", .left, dropped: 3, minimum: 20),
                .init("not here, because", .left, dropped: 1, minimum: 18),
              ], rows, emptyText: "No command has these words: Enter takes them for an address.")))
      ])
  }
}
