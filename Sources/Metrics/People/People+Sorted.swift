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
/// A radix sort from the lowest digit: lists can have millions of rows, and a key press waits for it.
func stableOrder(_ numbers: [UInt64]) -> [Int32] {
  guard let low = numbers.min(), let high = numbers.max() else { return [] }
  let digitBits = 11
  let digits = 1 << digitBits
  var order = (0..<numbers.count).map { Int32(truncatingIfNeeded: $0) }
  var next = order
  let bits = UInt64.bitWidth - (high - low).leadingZeroBitCount
  for shift in stride(from: 0, to: bits, by: digitBits) {
    func digit(_ number: UInt64) -> Int {
      Int(truncatingIfNeeded: (number - low) >> shift) & (digits - 1)
    }
    var starts = [Int](repeating: 0, count: digits + 1)
    for number in numbers { starts[digit(number) + 1] += 1 }
    for index in 1...digits { starts[index] += starts[index - 1] }
    for place in order {
      let digit = digit(numbers[Int(place)])
      next[starts[digit]] = place
      starts[digit] += 1
    }
    swap(&order, &next)
  }
  return order
}
