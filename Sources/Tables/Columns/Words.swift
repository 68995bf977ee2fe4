/// A vocabulary whose spellings stand for words: `E-Mail Marketing` and `email` for the word `email`.
///
/// What a spelling means is worked out once for each spelling, not once for each row. The word with
/// code 0 is the blank one; words that the program itself uses have fixed codes after it.
package struct Words: Sendable {
  private var spellings = Vocabulary()
  private var wordOfSpelling: [Int32] = []
  package private(set) var words = Vocabulary()
  private let meaning: @Sendable (String) -> String

  init(reserved: [String] = [], meaning: @escaping @Sendable (String) -> String = { $0 }) {
    self.meaning = meaning
    for word in [""] + reserved { _ = words.code(of: word) }
  }

  /// The code of the word that a spelling stands for.
  mutating func code(of spelling: Span<UInt8>) -> Int32 {
    if spelling.isEmpty { return 0 }
    let code = spellings.code(of: spelling)
    if Int(code) == wordOfSpelling.count {
      wordOfSpelling.append(words.code(of: meaning(spellings[code])))
    }
    return wordOfSpelling[Int(code)]
  }
}

extension Words {
  /// The codes of the words that spellings stand for, by the spellings' codes.
  mutating func codes(of spellings: Spellings) -> [Int32] {
    var codes: [Int32] = [0]
    for code in 0..<Int32(spellings.texts.count) {
      codes.append(Array(spellings.texts.utf8(code)).withSpan { self.code(of: $0) })
    }
    return codes
  }
}
