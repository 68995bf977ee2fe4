/// A row that was refused: where it stands, what stood there and why it will not do.
package struct Finding: Equatable, Sendable {
  package var table: Table
  /// The file's name within the folder.
  package var file: String
  /// The line that the row starts on, from 1.
  package var line: Int
  /// The column as the file's header names it, where one column is at fault.
  package var column: String?
  /// The beginning of what stood there, as it is: clean it before it reaches a terminal.
  package var text: String
  /// Why it will not do.
  package var problem: RowProblem
}

/// All refused rows: counted for ever, kept only to the hundredth of a kind, so that a million bad
/// rows do not fill the memory.
package struct Findings: Sendable {
  /// What makes findings one of a kind.
  package struct Kind: Hashable, Sendable {
    /// The table of the rows.
    package var table: Table
    /// The column as the header names it, where one is at fault.
    package var column: String?
    /// Why the rows will not do.
    package var problem: RowProblem
  }

  /// How many findings of a kind are kept.
  package static let keptOfAKind = 100

  /// The kinds in the order in which they first occurred.
  package private(set) var kinds: [Kind] = []
  /// How many rows of each kind were refused.
  package private(set) var counts: [Kind: Int] = [:]
  /// The first of each kind.
  package private(set) var examples: [Kind: [Finding]] = [:]

  /// Nothing refused yet.
  package init() {}

  /// How many rows were refused.
  package var count: Int { counts.values.reduce(0, +) }

  /// How many rows of a table were refused.
  package func count(in table: Table) -> Int {
    counts.reduce(0) { $0 + ($1.key.table == table ? $1.value : 0) }
  }

  /// The first refused row of a table.
  package func first(in table: Table) -> Finding? {
    kinds.first { $0.table == table }.flatMap { examples[$0]?.first }
  }

  /// Counts a refused row, and keeps its finding if there is one.
  mutating func append(_ finding: Finding?, kind: Kind) {
    if counts[kind] == nil { kinds.append(kind) }
    counts[kind, default: 0] += 1
    if let finding { examples[kind, default: []].append(finding) }
  }

  /// Adds findings of what follows in the file; `lines` line breaks came before it.
  mutating func append(_ later: Findings, linesBefore lines: Int) {
    for kind in later.kinds {
      if counts[kind] == nil { kinds.append(kind) }
      counts[kind, default: 0] += later.counts[kind] ?? 0
      let kept = examples[kind] ?? []
      let missing = Findings.keptOfAKind - kept.count
      examples[kind] =
        kept
        + (later.examples[kind] ?? []).prefix(missing).map { finding in
          var finding = finding
          finding.line += lines
          return finding
        }
    }
  }
}
