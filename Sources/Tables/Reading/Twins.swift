extension Cohort {
  /// Finds files of a table that hold the same bytes; orders are told apart by their ids anyway.
  static func twins(_ files: [InputFile], in folder: String) -> [TwinFiles] {
    var twins: [TwinFiles] = []
    for (index, file) in files.enumerated() where file.table != .orders && file.rowCount > 0 {
      let earlier = files.prefix(index).first {
        $0.table == file.table && $0.byteCount == file.byteCount
          && hasSameBytes("\(folder)/\($0.name)", "\(folder)/\(file.name)")
      }
      if let earlier {
        twins.append(TwinFiles(table: file.table, first: earlier.name, second: file.name))
      }
    }
    return twins
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
