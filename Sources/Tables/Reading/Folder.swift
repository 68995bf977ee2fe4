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
      let table = Table.allCases.first { entry.name.hasPrefix($0.rawValue) }
      if let table, entry.name.hasSuffix(".csv"), entry.canBeOpened {
        files[table, default: []].append(entry.name)
      } else if entry.name != Folder.configurationName {
        strangers.append(entry.name)
      }
    }
  }

  static let configurationName = "winback.toml"

  private struct Entry {
    var name: String
    /// Not for a folder, nor where the name is no UTF-8 and only its look is kept.
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
          name: String(decoding: bytes, as: UTF8.self), canBeOpened: isText && !isFolder))
    }
    return entries
  }
}

extension Array where Element == UInt8 {
  /// Order by bytes: what names sort by, whatever the locale.
  package func precedes(_ other: [UInt8]) -> Bool { lexicographicallyPrecedes(other) }
}
