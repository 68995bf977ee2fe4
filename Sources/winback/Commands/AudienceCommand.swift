import ArgumentParser
import Dashboard
import Glibc
import Glyphs
import Metrics

/// Prints a work list of the playbook: whom to do something about, and why.
struct AudienceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audience",
    abstract:
      "Print a work list of the playbook as CSV: customer_id first, then why each is on it.",
    discussion: """
      Nobody is on a list who unsubscribed, asked to be forgotten, was held out or has come back; how \
      many were left out is said on standard error. The lists: \
      \(WorkList.all.map(\.name).joined(separator: ", ")).
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv
  }

  @OptionGroup var input: FolderArguments
  @Argument(
    help: "The list, such as personal-outreach.",
    completion: .list(WorkList.all.map(\.name)))
  var name: String?
  @Option(help: "How to write it.")
  var format = Format.csv
  @Option(
    help: ArgumentHelp(
      "The file to write, instead of standard output, which is -.", valueName: "file"),
    completion: .file())
  var output: String?

  mutating func validate() throws {
    // With one argument it is the list that is named, of the folder that one is in.
    if name == nil, input.folder != "." {
      name = input.folder
      input.folder = "."
    }
    _ = try workList()
  }

  func run() throws {
    let list = try workList()
    let roster = try input.evidence().analysis.roster(list)
    let text = roster.commaSeparated(isRevealed: true)
    if let output, output != "-" {
      try OutputFile.write(text, to: output, isPrivate: true)
    } else if isatty(STDOUT_FILENO) == 1 {
      // Ids go on as they are to files and pipes; a terminal would obey what stands in them.
      let lines = text.split(separator: "\r\n").map { SafeText(String($0)).description + "\n" }
      try OutputFile.print(lines.joined())
    } else {
      try OutputFile.print(text)
    }
    let left = roster.leftOutSentence.map { " " + $0 } ?? " Nobody is left out."
    StandardError.print("winback: \(list.name): \(Wording.people(roster.count)).\(left)")
  }

  private func workList() throws -> WorkList {
    let names = WorkList.all.map(\.name).joined(separator: ", ")
    guard let name else { throw ValidationError("Name a list; there are \(names).") }
    if let list = WorkList(name) { return list }
    throw ValidationError("\(SafeText(name, limit: 60)) is no list; the lists are \(names).")
  }
}
