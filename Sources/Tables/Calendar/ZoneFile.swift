/// Why a configured time zone cannot be used.
package enum ZoneProblem: Error, Equatable, Sendable {
  /// The zone database has no such name.
  case unknown(name: String)
  /// The machine has no zone database at all.
  case noDatabase
}

extension TimeZoneRules {
  /// The zone of that name, as the machine's zone database describes it.
  package init(named name: String) throws(ZoneProblem) {
    if name == "UTC" {
      self = .utc
      return
    }
    let isSafe = !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
    for folder in ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"] where isSafe {
      guard let bytes = try? FileBytes.whole("\(folder)/\(name)", limit: 1 << 20),
        let rules = TimeZoneRules(name: name, file: bytes)
      else { continue }
      self = rules
      return
    }
    let hasDatabase = (try? FileBytes.whole("/usr/share/zoneinfo/Europe/London", limit: 1 << 20))
    throw hasDatabase == nil ? .noDatabase : .unknown(name: name)
  }

  /// Reads a zone file: RFC 8536, version 2 or later; version 1 has no years after 2037.
  init?(name: String, file: [UInt8]) {
    guard let first = ZoneFileHeader(file, at: 0), first.version >= 2,
      let second = ZoneFileHeader(file, at: 44 + first.bodySize(timeSize: 4))
    else { return nil }
    var position = second.bodyStart
    guard file.count >= position + second.bodySize(timeSize: 8) else { return nil }
    let times = (0..<second.timeCount).map { Int64(bigEndian: file, at: position + $0 * 8, 8) }
    position += second.timeCount * 8
    let kinds = file[position..<(position + second.timeCount)].map(Int.init)
    position += second.timeCount
    let offsets = (0..<second.kindCount).map {
      Int32(truncatingIfNeeded: Int64(bigEndian: file, at: position + $0 * 6, 4))
    }
    guard let initial = offsets.first, kinds.allSatisfy({ $0 < offsets.count }) else { return nil }
    let footer = file[(second.bodyStart + second.bodySize(timeSize: 8))...]
    self.init(
      name: name, transitions: times, offsets: [initial] + kinds.map { offsets[$0] },
      footer: PosixZone(String(decoding: footer.filter { $0 != 10 }, as: UTF8.self)))
  }
}

/// The counts that open each half of a zone file.
private struct ZoneFileHeader {
  let version: Int
  let bodyStart: Int
  let timeCount: Int
  let kindCount: Int
  private let otherSizes: (leap: Int, standard: Int, universal: Int, names: Int)

  init?(_ file: [UInt8], at start: Int) {
    guard file.count >= start + 44, Array(file[start..<(start + 4)]) == Array("TZif".utf8) else {
      return nil
    }
    func count(_ index: Int) -> Int { Int(Int64(bigEndian: file, at: start + 20 + index * 4, 4)) }
    version = Int(file[start + 4]) - 48
    bodyStart = start + 44
    otherSizes = (leap: count(2), standard: count(1), universal: count(0), names: count(5))
    timeCount = count(3)
    kindCount = count(4)
  }

  func bodySize(timeSize: Int) -> Int {
    timeCount * (timeSize + 1) + kindCount * 6 + otherSizes.names
      + otherSizes.leap * (timeSize + 4) + otherSizes.standard + otherSizes.universal
  }
}

extension Int64 {
  /// A signed big-endian number of 4 or 8 bytes.
  fileprivate init(bigEndian bytes: [UInt8], at start: Int, _ size: Int) {
    let bits = bytes[start..<(start + size)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    self = size == 4 ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(bitPattern: bits)
  }
}
