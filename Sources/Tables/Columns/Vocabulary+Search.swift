extension Vocabulary {
  /// Which texts contain a word that is in lower case, by code; looked through on all cores, since with every
  /// letter that is typed all names of a list are.
  package func contain(lowercased word: [UInt8]) -> [Bool] {
    if word.isEmpty { return [Bool](repeating: true, count: count) }
    let stretches = (0..<count).stretches
    return parallelMap(stretches.count) { index in
      let codes = stretches[index]
      var found = [Bool](repeating: false, count: codes.count)
      find(lowercased: word, in: codes) { found[$0 - codes.lowerBound] = true }
      return found
    }.flatMap(\.self)
  }

  /// Hands on which of some neighbouring codes' texts contain a word.
  private func find(lowercased word: [UInt8], in codes: Range<Int>, _ take: (Int) -> Void) {
    if bytes.span.extracting(byteRange(of: codes)).isPlain {
      findPlain(lowercased: word, in: codes, take)
    } else if codes.count == 1 {
      let text = self[Int32(codes.lowerBound)].lowercased()
      if Array(text.utf8).span.contains(word.span) { take(codes.lowerBound) }
    } else {
      // Few texts are of other letters than ASCII's: halves without any are soon found.
      let middle = codes.lowerBound + codes.count / 2
      find(lowercased: word, in: codes.lowerBound..<middle, take)
      find(lowercased: word, in: middle..<codes.upperBound, take)
    }
  }

  /// The same of texts of ASCII. They stand one behind the other: the word's first letter is looked for in
  /// all of them together.
  private func findPlain(lowercased word: [UInt8], in codes: Range<Int>, _ take: (Int) -> Void) {
    let range = byteRange(of: codes)
    var starts = LetterPlaces(word[0], in: range)
    var (code, place) = (codes.lowerBound, range.lowerBound)
    while let start = starts.next(from: place, in: bytes.span) {
      while ends[code] <= start { code += 1 }
      let end = Int(ends[code])
      let isFound = bytes.span.extracting(start..<end).begins(withLowercased: word.span)
      if isFound { take(code) }
      place = isFound ? end : start + 1
    }
  }
}

/// Where a letter of ASCII stands, in either case, or another byte.
private struct LetterPlaces {
  private let lower, upper: UInt8
  private let end: Int
  /// The next place of each that is known.
  private var nextLower, nextUpper: Int

  init(_ lower: UInt8, in range: Range<Int>) {
    self.lower = lower
    upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) ? lower & 0xDF : lower
    end = range.upperBound
    (nextLower, nextUpper) = (range.lowerBound - 1, range.lowerBound - 1)
  }

  /// The first place from one on; nil where there is none.
  mutating func next(from place: Int, in bytes: Span<UInt8>) -> Int? {
    if nextLower < place { nextLower = bytes.first(lower, in: place..<end) ?? end }
    if upper == lower {
      nextUpper = end
    } else if nextUpper < place {
      nextUpper = bytes.first(upper, in: place..<end) ?? end
    }
    let next = min(nextLower, nextUpper)
    return next < end ? next : nil
  }
}

extension Span<UInt8> {
  /// Whether a text of ASCII begins with a word that is in lower case.
  fileprivate func begins(withLowercased word: Span<UInt8>) -> Bool {
    guard word.count <= count else { return false }
    return word.indices.allSatisfy { self[$0].lowercased == word[$0] }
  }

  /// Whether the very bytes of a word stand in it.
  fileprivate func contains(_ word: Span<UInt8>) -> Bool {
    guard word.count <= count else { return false }
    return (0...count - word.count).contains { start in
      word.indices.allSatisfy { self[start + $0] == word[$0] }
    }
  }
}

extension UInt8 {
  /// A letter of ASCII in lower case; any other byte as it is.
  @inline(__always)
  fileprivate var lowercased: UInt8 {
    self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self
  }
}
