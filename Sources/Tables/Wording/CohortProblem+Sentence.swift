import Glibc
import Glyphs

extension CohortProblem {
  /// What is wrong, where, and what would do, in one sentence.
  package var sentence: String {
    switch self {
    case .folder(let path, let problem): "\(SafeText(path)): \(problem.complaint)"
    case .notAFolder(let path):
      "\(SafeText(path)): is not a folder; name the folder that holds orders.csv"
    case .noOrderFile(let path, let others):
      "\(SafeText(path)): has no orders file; put one named orders.csv there"
        + (others.isEmpty ? "" : " (found \(listed(others)))")
    case .noOrder(let path, let refused, let first):
      "\(SafeText(path)): has no order that can be read"
        + (first.map { "; \(refused) refused, the first \($0.sentence)" } ?? "")
    // It was there when the folder was listed.
    case .file(let name, .missing): "\(SafeText(name)): is gone, or a link that leads nowhere"
    case .file(let name, let problem): "\(SafeText(name)): \(problem.complaint)"
    case .emptyFile(let name): "\(SafeText(name)): is empty; it needs a header line"
    case .format(let name, let format):
      "\(SafeText(name)): is \(format.rawValue); save it as CSV in UTF-8"
    case .header(let name, let problem): "\(SafeText(name)):1: \(problem.complaint)"
    case .missingColumns(let name, let table, let missing, let found):
      missingColumns(name, table, missing, found)
    case .repeatedColumn(let name, let column):
      "\(SafeText(name)):1: has the column \"\(SafeText(column))\" twice"
    case .noRate(let currencies, let reported): noRate(currencies, reported)
    case .amountsTooLarge(let table):
      "\(table): the amounts add up to more than 4 million million; are they in the currency's "
        + "main unit?"
    case .stopped: "the reading was stopped"
    }
  }

  private func missingColumns(
    _ name: String, _ table: Table, _ missing: [String], _ found: [String]
  ) -> String {
    let place = "\(SafeText(name)):1: "
    let columns = missing.count == 1 ? "column" : "columns"
    if found.count == 1, let separator = [";", "\t", "|"].first(where: found[0].contains) {
      let shown = separator == "\t" ? "tabs" : "\"\(separator)\""
      return place + "is separated by \(shown); save it separated by commas"
    }
    return place + "lacks the required \(columns) \(listed(missing)); it has \(listed(found)); "
      + "give their names under [columns.\(table.rawValue)] in winback.toml"
  }

  private func noRate(_ currencies: [String], _ reported: String?) -> String {
    let rates = currencies.map { "\(SafeText($0)) = ..." }.joined(separator: ", ")
    guard let reported else {
      return "orders are in \(listed(currencies)); give currency and [rates] in winback.toml"
    }
    return "orders are in \(listed(currencies)) and the report in \(SafeText(reported)); "
      + "give [rates] \(rates) in winback.toml"
  }

  /// Up to eight names.
  private func listed(_ names: [String]) -> String {
    let shown = names.prefix(8).map { SafeText($0, limit: 40).description }
    return shown.joined(separator: ", ")
      + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }
}

/// What the system calls one of its errors.
package func systemWords(_ number: Int32) -> String {
  unsafe String(cString: strerror(number))
}

extension FileProblem {
  /// Why a file or folder cannot be read.
  package var complaint: String {
    switch self {
    case .missing: "does not exist"
    case .forbidden: "may not be read; check its permissions"
    case .notAFile: "is a folder, a pipe or a device, not a file"
    case .tooLarge(let limit): "is larger than \(limit) bytes"
    case .changed: "changed while it was being read; read it again once it is whole"
    case .beingWritten: "is being written to; read it again once it is whole"
    case .system(let number): "cannot be read: \(systemWords(number))"
    }
  }
}
