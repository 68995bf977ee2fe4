import Dashboard
import Foundation
import Terminal
import Testing

@testable import Dashboard

/// What the README shows is what the program does.
struct ReadmeTests {
  private func readme() throws -> String {
    let folder = URL(fileURLWithPath: sampleFolder).deletingLastPathComponent()
    return try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
  }

  @Test func `its screen is the first that the sample opens on`() throws {
    let frame = Dashboard(sample).frame
    let lines = (0..<frame.size.rows).map { row in
      frame.text(row: row) == "" ? "" : "    " + frame.text(row: row)
    }
    #expect(try readme().contains(lines.joined(separator: "\n")))
  }

  @Test func `its keys are those of the table of commands`() throws {
    #expect(try readme().contains(Command.markdown))
  }

  @Test(
    arguments: [
      ([], "9.1 % (6.5 to 12.5)"), ([], "33 of 364"), ([], "Target 10.0 %: not reached"),
      ([], "+5.8 points (+3.1 to +7.7)"), ([], "about 225 of the"),
      ([], "66 % of the returns used"),
      (["j", "j", "j", "j", "j", "j", "j", "j", "j", "j"], "67 of 101"),
      (["3"], "more"), (["3", "j"], "15.5 % of 238"), (["3", "j"], ": clear."),
      (["3"], "double sms (+1,116 %, at least +807 %)"),
      (["3"], "drop retargeting (-45 %, at best -4 %)"),
      (["3", "j", "j", "j", "j"], "3.5 % of 141"),
      (["3", "j", "j", "j", "j"], ": clear."), (["3", "j", "j"], "too close to call"),
      (["3", "j", .enter, .tab, .tab], "29 Jun 2026"), (["3", "j", .enter, .tab, .tab], "40 %"),
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
        "| \(command.entry.keys.map(\.description).joined(separator: ", ")) | \(command.entry.help) |"
      }).joined(separator: "\n")
  }
}
