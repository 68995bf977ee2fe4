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
  for start in stride(from: 0, to: bits, by: 32) {
    for index in words.indices {
      let place = words[index] & 0xFFFF_FFFF
      words[index] = ((numbers[Int(place)] - low) >> UInt64(start)) << 32 | place
    }
    sortStably(&words, bits: 32..<32 + min(32, bits - start))
  }
  return words.map { Int32(truncatingIfNeeded: $0) }
}

/// Puts words in the order of some of their bits, those of equal bits as they stand.
private func sortStably(_ words: inout [UInt64], bits: Range<Int>) {
  let digitBits = 11
  let digits = 1 << digitBits
  var other = words
  for shift in stride(from: bits.lowerBound, to: bits.upperBound, by: digitBits) {
    let mask = UInt64(1) << UInt64(min(digitBits, bits.upperBound - shift)) - 1
    var starts = [Int](repeating: 0, count: digits + 1)
    for word in words { starts[Int(word >> UInt64(shift) & mask) + 1] += 1 }
    for index in 1...digits { starts[index] += starts[index - 1] }
    for word in words {
      let digit = Int(word >> UInt64(shift) & mask)
      other[starts[digit]] = word
      starts[digit] += 1
    }
    swap(&words, &other)
  }
}
