import Dashboard
import Foundation
import Terminal
import Testing

@testable import Dashboard

/// What the README shows is what the program does.
struct ReadmeTests {
  private static let file = projectFolder.appendingPathComponent("README.md")

  private func readme() throws -> String {
    try String(contentsOf: ReadmeTests.file, encoding: .utf8)
  }

  /// Compares a block of the README, from a line that it begins with to the next empty line that the
  /// text itself has not; where that is asked for it is written anew.
  private func expect(_ block: String, from start: String, until end: String) throws {
    var text = try readme()
    let first = try #require(text.range(of: start)?.lowerBound)
    let last = try #require(text.range(of: end, range: first..<text.endIndex)?.lowerBound)
    if isRecording {
      text.replaceSubrange(first..<last, with: block)
      try text.write(to: ReadmeTests.file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[first..<last] == block)
    }
  }

  @Test func `its screen is the first that the sample opens on, and its keys those of the table`()
    throws
  {
    let frame = Dashboard(sample).frame
    let lines = (0..<frame.size.rows).map { row in
      frame.text(row: row) == "" ? "" : "    " + frame.text(row: row)
    }
    try expect(
      lines.joined(separator: "\n"), from: "    winback › Northwind Coffee", until: "\n\n## ")
    try expect(Command.markdown, from: "| key | does |", until: "\n\n## ")
  }

  @Test(
    arguments: [
      ([], "9.1 % (6.5 to 12.5)"), ([], "33 of 364"), ([], "Target 10.0 %: not reached"),
      ([], "+5.8 points (+3.1 to +7.7)"), ([], "about 225 of the"),
      ([], "66 % of the returns used"),
      (["j", "j", "j", "j", "j", "j", "j", "j", "j", "j"], "67 of 101"),
      (["3"], "more"), (["3", "j"], "15.5 % of 238"), (["3", "j"], ": clear ("),
      (["3"], "double sms (+1,116 %, at least +807 %)"),
      (["3"], "drop retargeting (-45 %, at best -4 %)"),
      (["3", "j", "j", "j", "j"], "3.5 % of 141"),
      (["3", "j", "j", "j", "j"], ": clear ("), (["3", "j", "j"], "too close to call"),
      (["3", "j", .enter, .tab, .tab], "29 Jun 2026"), (["3", "j", .enter, .tab, .tab], "40 %"),
      (["7"], "5 of 27 guardrails are tripped"), (["7"], "1,028 of 1,028 lapses got an offer"),
      (["7"], "Your usual"), (["7"], "67 of 101"), (["7"], "7 of 8"), (["7"], "2 of 158"),
      (
        ["8"], "Pick three: Path by reason (203 people), Personal outreach (157 people) and Service"
      ),
      (["8"], "Mail goes on after the return"), (["8"], "Retargeting surely loses money"),
    ] as [([Key], String)])
  func `its two minutes with the sample are on the screens it names`(keys: [Key], words: String) {
    let frame = Dashboard(sample, Size(columns: 160, rows: 40), keys: keys).frame
    #expect(frame.text.contains(words))
  }
}

extension Command {
  /// The table of commands as the README has it.
  fileprivate static var markdown: String {
    (["| key | does |", "| --- | --- |"]
      + allCases.map { command in
        let keys = command.entry.keys.map(\.description).joined(separator: ", ")
        return "| \(keys.isEmpty ? ": " + command.entry.title : keys) | \(command.entry.help) |"
      }).joined(separator: "\n")
  }
}
