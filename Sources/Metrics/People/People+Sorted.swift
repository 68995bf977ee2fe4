extension People {
  /// The list by a column; rows with equal values stay as they stood, missing values are always last.
  package func sorted(by column: Column, descending: Bool) -> People {
    let order = stableOrder(keys(column), descending: descending)
    return People(analysis: analysis, episodes: order.map { episodes[Int($0)] })
  }
}

/// The places of some keys in their order, equal ones as they stand, and `People.missing` last.
func stableOrder(_ keys: [Int64], descending: Bool) -> [Int32] {
  var last: UInt64 = 0
  var numbers = keys.map { key -> UInt64 in
    if key == People.missing { return .max }
    // The sign is turned, so that numbers below zero are less.
    let number = UInt64(bitPattern: key) ^ (1 << 63)
    let directed = descending ? ~number : number
    last = max(last, directed)
    return directed
  }
  // Just after the last, for few digits to sort by.
  for index in numbers.indices where numbers[index] == .max { numbers[index] = last + 1 }
  return stableOrder(numbers)
}

/// The places of some numbers in ascending order, equal ones as they stand.
///
/// A radix sort from the lowest digit: lists can have millions of rows, and a key press waits for it. Half a
/// number and its place are sorted as one word, so that no digit is fetched from elsewhere.
func stableOrder(_ numbers: [UInt64]) -> [Int32] {
  guard let low = numbers.min(), let high = numbers.max() else { return [] }
  let bits = UInt64.bitWidth - (high - low).leadingZeroBitCount
  var words = numbers.indices.map { UInt64($0) }
  var sorted = words
  for start in stride(from: 0, to: bits, by: 32) {
    var span = words.mutableSpan
    for index in span.indices {
      let place = span[index] & 0xFFFF_FFFF
      span[index] = ((numbers[Int(place)] - low) >> UInt64(start)) << 32 | place
    }
    let end = 32 + min(32, bits - start)
    for shift in stride(from: 32, to: end, by: digitBits) {
      sortStably(words.span, by: shift..<min(shift + digitBits, end), into: &sorted)
      swap(&words, &sorted)
    }
  }
  return words.map { Int32(truncatingIfNeeded: $0) }
}

/// How many bits are sorted by at a time.
private let digitBits = 11

/// Puts words in the order of some of their bits, those of equal bits as they stand.
private func sortStably(_ words: Span<UInt64>, by bits: Range<Int>, into sorted: inout [UInt64]) {
  let (shift, mask) = (UInt64(bits.lowerBound), UInt64(1) << UInt64(bits.count) - 1)
  var starts = [Int](repeating: 0, count: 1 << bits.count + 1)
  for index in words.indices { starts[Int(words[index] >> shift & mask) + 1] += 1 }
  for digit in starts.indices.dropFirst() { starts[digit] += starts[digit - 1] }
  var sorted = sorted.mutableSpan
  for index in words.indices {
    let digit = Int(words[index] >> shift & mask)
    sorted[starts[digit]] = words[index]
    starts[digit] += 1
  }
}
