import Glibc

/// The names in a cohort folder, told apart by what they are for.
struct Folder {
  /// File names of a table, in the order of their bytes without `.csv`: `orders` comes before
  /// `orders-2026-10`, so that a later drop follows what it restates.
  private(set) var files: [Table: [String]] = [:]
  /// CSV files that belong to no table.
  private(set) var strangers: [String] = []

  init(path: String) throws(CohortProblem) {
    let entries = try Folder.entries(in: path).filter { !$0.name.hasPrefix(".") }
    for entry in entries.sorted(by: { Folder.stem($0.name).precedes(Folder.stem($1.name)) }) {
      if let table = Folder.table(of: entry.name), entry.canBeOpened {
        files[table, default: []].append(entry.name)
      } else if entry.name != Folder.configurationName {
        strangers.append(entry.name)
      }
    }
  }

  static let configurationName = "winback.toml"

  /// What a file of that name holds; nil where it is none of ours.
  private static func table(of name: String) -> Table? {
    name.hasSuffix(".csv") ? Table.allCases.first { name.hasPrefix($0.rawValue) } : nil
  }

  /// Whether a file is one that a cohort is read from: by its name, and those that stand beside it.
  static func isInput(_ name: String, in path: String) -> Bool {
    guard table(of: name) != nil || name == configurationName else { return false }
    return (try? Folder(path: path))?.files[.orders] != nil
  }

  private struct Entry {
    var name: String
    /// Not where the name is no UTF-8 and only its look is kept.
    var canBeOpened: Bool
  }

  private static func stem(_ name: String) -> [UInt8] {
    Array((name.hasSuffix(".csv") ? name.dropLast(4) : name[...]).utf8)
  }

  private static func entries(in path: String) throws(CohortProblem) -> [Entry] {
    guard let folder = unsafe opendir(path) else {
      throw errno == ENOTDIR
        ? .notAFolder(path: path) : .folder(path: path, FileProblem(errorNumber: errno))
    }
    defer { unsafe closedir(folder) }
    var entries: [Entry] = []
    while let entry = unsafe readdir(folder) {
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
      let isText = String(validating: bytes, as: UTF8.self) != nil
      entries.append(
        Entry(
          // A folder that is called as a file is not taken for one.
          name: String(decoding: bytes, as: UTF8.self) + (isFolder ? "/" : ""), canBeOpened: isText)
      )
    }
    return entries
  }
}

/// Whether the file at a path is one that a cohort is read from: what writes files must leave it alone.
package func isCohortInput(_ path: String) -> Bool {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  let folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/") + "/"
  return Folder.isInput(String(parts.last ?? ""), in: folder)
}

extension Array where Element == UInt8 {
  /// Order by bytes: what names sort by, whatever the locale.
  package func precedes(_ other: [UInt8]) -> Bool { lexicographicallyPrecedes(other) }
}
