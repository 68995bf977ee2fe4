extension Array where Element == Int64 {
  /// The number that would stand at a place if they were sorted, the least at 0.
  ///
  /// Numbers are counted by their highest bits, and of those that share them with the one that is looked for
  /// by the next: a few passes, where sorting millions takes ten times as long.
  func ranked(_ place: Int) -> Int64 {
    precondition(indices.contains(place), "there is a number at the place")
    guard let low = self.min(), let high = self.max(), low < high else { return self[0] }
    func distance(_ number: Int64) -> UInt64 { UInt64(bitPattern: number &- low) }
    let digitBits = 12
    let shift = UInt64(Swift.max(0, 64 - distance(high).leadingZeroBitCount - digitBits))
    var counts = [Int](repeating: 0, count: 1 << digitBits)
    for number in self { counts[Int(distance(number) >> shift)] += 1 }
    var (digit, before) = (0, 0)
    while before + counts[digit] <= place {
      before += counts[digit]
      digit += 1
    }
    if shift == 0 { return low &+ Int64(digit) }
    return filter { distance($0) >> shift == UInt64(digit) }.ranked(place - before)
  }
}
