/// RFC 4180 read the plain way, byte by byte over a whole file: what the reader must agree with.
struct PlainRecords {
  enum Outcome: Equatable {
    case record(line: Int, fields: [[UInt8]])
    /// A quote that is never closed, or text after one that is.
    case malformed(line: Int)
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  /// All records of a file but for empty lines.
  static func read(_ bytes: [UInt8]) -> [Outcome] {
    var plain = PlainRecords(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { plain.position = 3 }
    var outcomes: [Outcome] = []
    while plain.position < bytes.count {
      if let outcome = plain.next() { outcomes.append(outcome) }
    }
    return outcomes
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  /// The length of the line break at a place: 0 where there is none.
  private func lineBreak(_ place: Int) -> Int {
    switch (byte(place), byte(place + 1)) {
    case (13, 10): 2
    case (13, _), (10, _): 1
    default: 0
    }
  }

  private mutating func next() -> Outcome? {
    let (start, first) = (position, line)
    var fields: [[UInt8]] = []
    while true {
      var field: [UInt8] = []
      if byte(position) == 0x22 {
        position += 1
        while true {
          guard let here = byte(position) else { return skip(from: start, line: first) }
          if here == 0x22, byte(position + 1) == 0x22 {
            field.append(0x22)
            position += 2
          } else if here == 0x22 {
            break
          } else {
            let length = lineBreak(position)
            if length > 0 { line += 1 }
            field += bytes[position..<position + max(1, length)]
            position += max(1, length)
          }
        }
        position += 1
        while byte(position) == 0x20 { position += 1 }
        if let here = byte(position), here != 0x2C, lineBreak(position) == 0 {
          return skip(from: start, line: first)
        }
      } else {
        while let here = byte(position), here != 0x2C, lineBreak(position) == 0 {
          field.append(here)
          position += 1
        }
      }
      fields.append(field)
      guard byte(position) == 0x2C else { break }
      position += 1
    }
    let length = lineBreak(position)
    if length > 0 { line += 1 }
    position += length
    return fields == [[]] ? nil : .record(line: first, fields: fields)
  }

  /// Goes on at the line after the one that a record starts on.
  private mutating func skip(from start: Int, line first: Int) -> Outcome {
    position = start
    while position < bytes.count, lineBreak(position) == 0 { position += 1 }
    position += lineBreak(position)
    line = first + 1
    return .malformed(line: first)
  }
}
