extension Cohort {
  /// Finds files of a table that hold the same bytes; orders are told apart by their ids anyway. Every
  /// file that is as long as another is read once more, so that ten thousand are no trouble.
  static func twins(_ files: [InputFile], in folder: String) -> [TwinFiles] {
    let candidates = files.filter { $0.table != .orders && $0.rowCount > 0 }
    let lengths = Dictionary(grouping: candidates) { Length(table: $0.table, bytes: $0.byteCount) }
    var earlier: [Content: InputFile] = [:]
    var twins: [TwinFiles] = []
    for file in candidates {
      let length = Length(table: file.table, bytes: file.byteCount)
      guard lengths[length, default: []].count > 1,
        let digest = digest(of: "\(folder)/\(file.name)")
      else { continue }
      let content = Content(length: length, digest: digest)
      guard let first = earlier[content] else {
        earlier[content] = file
        continue
      }
      if hasSameBytes("\(folder)/\(first.name)", "\(folder)/\(file.name)") {
        twins.append(TwinFiles(table: file.table, first: first.name, second: file.name))
      }
    }
    return twins
  }

  private struct Length: Hashable {
    var table: Table
    var bytes: Int
  }

  private struct Content: Hashable {
    var length: Length
    var digest: Int
  }

  /// A number that files of the same bytes share, within one run; nil where the file cannot be read.
  private static func digest(of path: String) -> Int? {
    guard let file = try? FileBytes(path: path) else { return nil }
    var hasher = Hasher()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      guard let count = try? file.fill(&buffer) else { return nil }
      unsafe buffer.withUnsafeBytes { bytes in
        unsafe hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
      }
      if count < buffer.count { return hasher.finalize() }
    }
  }

  private static func hasSameBytes(_ first: String, _ second: String) -> Bool {
    guard let one = try? FileBytes(path: first), let other = try? FileBytes(path: second) else {
      return false
    }
    var left = [UInt8](repeating: 0, count: 1 << 16)
    var right = left
    while true {
      guard let count = try? one.fill(&left), let otherCount = try? other.fill(&right),
        count == otherCount, left.prefix(count) == right.prefix(count)
      else { return false }
      if count < left.count { return true }
    }
  }
}
