extension Vocabulary {
  /// Which texts contain a word that is in lower case, by code; looked through on all cores, since with every
  /// letter that is typed all names of a list are.
  package func contain(lowercased word: [UInt8]) -> [Bool] {
    let stretches = (0..<count).stretches
    return parallelMap(stretches.count) { index in
      stretches[index].map { contains($0, lowercased: word) }
    }.flatMap(\.self)
  }

  /// Whether the text of a code does. Lent, not sliced: two cores that count references to the same bytes
  /// wait for each other.
  private func contains(_ code: Int, lowercased word: [UInt8]) -> Bool {
    withBytes(of: code) { text in
      if let isFound = text.contains(lowercased: word.span) { return isFound }
      let letters = Array(String(decoding: text.array, as: UTF8.self).lowercased().utf8)
      return letters.span.contains(word.span)
    }
  }
}

extension Span<UInt8> {
  /// Whether a word that is in lower case stands in a text of ASCII; nil for any other text.
  fileprivate func contains(lowercased word: Span<UInt8>) -> Bool? {
    var isFound = word.isEmpty
    for start in indices {
      if self[start] >= 0x80 { return nil }
      if isFound || count - start < word.count { continue }
      var length = 0
      while length < word.count, self[start + length].lowercased == word[length] { length += 1 }
      isFound = length == word.count
    }
    return isFound
  }

  /// Whether the very bytes of a word stand in it.
  fileprivate func contains(_ word: Span<UInt8>) -> Bool {
    guard word.count <= count else { return false }
    return (0...count - word.count).contains { start in
      var length = 0
      while length < word.count, self[start + length] == word[length] { length += 1 }
      return length == word.count
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
