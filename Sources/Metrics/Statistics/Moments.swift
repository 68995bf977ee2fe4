/// A sum of floating-point numbers that is rounded once, at its end: it does not depend on their order.
struct ExactSum {
  // Three partial sums that do not overlap, as of `PartialSums`: those of numbers of like sizes need no more,
  // and a million of them are added without a look at an array.
  private var smallest = 0.0
  private var middle = 0.0
  private var largest = 0.0
  /// What three partial sums could not hold.
  private var rest = PartialSums()

  mutating func add(_ number: Double) {
    let (first, a) = ExactSum.sum(number, smallest)
    let (second, b) = ExactSum.sum(first, middle)
    let (third, c) = ExactSum.sum(second, largest)
    largest = third
    if a == 0 {
      (smallest, middle) = (b, c)
    } else if b == 0 || c == 0 {
      (smallest, middle) = (a, b + c)
    } else {
      rest.add(a)
      (smallest, middle) = (b, c)
    }
  }

  /// The sum, rounded to the nearest number.
  var value: Double {
    var partials = rest
    for partial in [smallest, middle, largest] { partials.add(partial) }
    return partials.value
  }

  /// Two numbers' sum and what was rounded off it: Knuth's, which does not ask which of them is larger.
  @inline(__always)
  private static func sum(_ x: Double, _ y: Double) -> (rounded: Double, error: Double) {
    let rounded = x + y
    let part = rounded - x
    return (rounded, (x - (rounded - part)) + (y - part))
  }
}

/// Any numbers' exact sum, as numbers that do not overlap.
///
/// Shewchuk, "Adaptive Precision Floating-Point Arithmetic" (1997).
private struct PartialSums {
  private var partials: [Double] = []

  mutating func add(_ number: Double) {
    var x = number
    var kept = 0
    for index in 0..<partials.count {
      var y = partials[index]
      if abs(x) < abs(y) { swap(&x, &y) }
      let high = x + y
      let low = y - (high - x)
      if low != 0 {
        partials[kept] = low
        kept += 1
      }
      x = high
    }
    // There are two or three: what is no longer needed goes one by one, in place.
    if kept == partials.count {
      partials.append(x)
    } else {
      partials[kept] = x
      while partials.count > kept + 1 { partials.removeLast() }
    }
  }

  /// The sum, rounded to the nearest number.
  var value: Double {
    guard var sum = partials.last else { return 0 }
    var index = partials.count - 1
    var low = 0.0
    while index > 0 {
      index -= 1
      let x = sum
      let y = partials[index]
      sum = x + y
      low = y - (sum - x)
      if low != 0 { break }
    }
    // A tie is broken by the sign of what is left.
    if index > 0, low < 0 && partials[index - 1] < 0 || low > 0 && partials[index - 1] > 0 {
      let doubled = low * 2
      let rounded = sum + doubled
      if doubled == rounded - sum { sum = rounded }
    }
    return sum
  }
}

/// The mean of some numbers and their sample variance.
struct Moments: Sendable {
  let count: Int
  /// Nil for no numbers.
  let mean: Double?
  /// Nil for fewer than two numbers.
  let variance: Double?

  /// The moments of `values` followed by as many zeros as make them `count`.
  init(_ values: [Double], count: Int? = nil) {
    let count = count ?? values.count
    self.count = count
    guard count > 0 else {
      mean = nil
      variance = nil
      return
    }
    var sum = ExactSum()
    for value in values { sum.add(value) }
    let mean = sum.value / Double(count)
    self.mean = mean
    guard count > 1 else {
      variance = nil
      return
    }
    var squares = ExactSum()
    for value in values { squares.add((value - mean) * (value - mean)) }
    let zeros = Double(count - values.count)
    squares.add(zeros * mean * mean)
    variance = squares.value / Double(count - 1)
  }
}

/// The median of whole numbers that are sorted; half-way between the middle two of an even count.
func median(sorted values: [Int]) -> Double? {
  guard !values.isEmpty else { return nil }
  let middle = values.count / 2
  if values.count % 2 == 1 { return Double(values[middle]) }
  return Double(values[middle - 1] + values[middle]) / 2
}
