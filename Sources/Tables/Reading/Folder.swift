import Glibc

/// The names in a cohort folder, told apart by what they are for.
struct Folder {
  /// File names of a table, in the order of their bytes without `.csv`: `orders` comes before
  /// `orders-2026-10`, so that a later drop follows what it restates.
  private(set) var files: [Table: [String]] = [:]
  /// CSV files that belong to no table.
  private(set) var strangers: [String] = []

  init(path: String) throws(CohortProblem) {
    for name in try Folder.names(in: path).sorted(by: { Folder.stem($0).precedes(Folder.stem($1)) })
    {
      if name.hasPrefix(".") { continue }
      if let table = Table.allCases.first(where: { name.hasPrefix($0.rawValue) }),
        name.hasSuffix(".csv")
      {
        files[table, default: []].append(name)
      } else if name != Folder.configurationName {
        strangers.append(name)
      }
    }
  }

  static let configurationName = "winback.toml"

  private static func stem(_ name: String) -> [UInt8] {
    Array((name.hasSuffix(".csv") ? name.dropLast(4) : name[...]).utf8)
  }

  private static func names(in path: String) throws(CohortProblem) -> [String] {
    guard let folder = unsafe opendir(path) else {
      throw errno == ENOTDIR
        ? .notAFolder(path: path) : .folder(path: path, FileProblem(errorNumber: errno))
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }
}

extension Array where Element == UInt8 {
  /// Order by bytes: what names sort by, whatever the locale.
  package func precedes(_ other: [UInt8]) -> Bool { lexicographicallyPrecedes(other) }
}
