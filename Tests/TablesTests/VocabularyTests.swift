import Testing

@testable import Tables

struct VocabularyTests {
  @Test func `codes count up in the order of first occurrence`() {
    var vocabulary = Vocabulary()
    #expect(["b", "a", "b", "", "ä"].map { vocabulary.code(of: $0) } == [0, 1, 0, 2, 3])
    #expect(vocabulary.texts == ["b", "a", "", "ä"])
    #expect(vocabulary.sortedCodes == [2, 1, 0, 3])
    #expect(vocabulary.existingCode(of: "a") == 1)
    #expect(vocabulary.existingCode(of: "c") == nil)
  }

  @Test func `texts are told apart by their bytes, not by how they look`() {
    var vocabulary = Vocabulary()
    #expect(vocabulary.code(of: "\u{E9}") != vocabulary.code(of: "e\u{301}"))
  }

  @Test func `ten thousand texts keep their codes while the table grows`() {
    var vocabulary = Vocabulary()
    for number in 0..<10_000 { #expect(vocabulary.code(of: "id-\(number)") == number) }
    for number in 0..<10_000 { #expect(vocabulary.code(of: "id-\(number)") == number) }
    #expect(vocabulary[9_999] == "id-9999")
  }

  @Test func `spellings of a word share its code`() {
    var words = Words(reserved: ["none"]) { $0.lowercased() }
    func code(_ text: String) -> Int32 { Array(text.utf8).withSpan { words.code(of: $0) } }
    #expect(code("") == 0)
    #expect(code("Email") == code("EMAIL"))
    #expect(code("NONE") == 1)
  }

  /// Texts of every kind of key: short, at the edge, long, with zero bytes, and many.
  private static let texts: [String] =
    ["", "a", "ab", "ä", "abcdefgh", "abcdefghi", "abcdefghijkl", "abcdefghijklm", "a\0", "a\0\0"]
    + (0..<5_000).map { "C\(100_000 + $0)" } + (0..<500).map { "a customer of number \($0)" }

  @Test func `a text has one code, and is found by it, before and after the vocabulary is sealed`()
  {
    var vocabulary = Vocabulary()
    for text in Self.texts { _ = vocabulary.code(of: text) }
    for seal in [false, true] {
      if seal { vocabulary.seal() }
      #expect(vocabulary.count == Self.texts.count)
      #expect(vocabulary.texts == Self.texts)
      #expect(
        Self.texts.map { vocabulary.existingCode(of: $0) } == Self.texts.indices.map { Int32($0) })
      for absent in ["b", "abcdefghijkm", "C99999", "a customer of number 500", "a\0b"] {
        #expect(vocabulary.existingCode(of: absent) == nil, "\(absent)")
      }
    }
  }

  @Test func `every byte of a text counts, whatever its length`() {
    var vocabulary = Vocabulary()
    var texts: [[UInt8]] = []
    for length in 1...40 {
      let text = (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 26) }
      texts.append(text)
      for place in text.indices {
        for byte: UInt8 in [0, 1, UInt8(ascii: "~")] {
          var other = text
          other[place] = byte
          texts.append(other)
        }
      }
    }
    let codes = texts.map { $0.withSpan { vocabulary.code(of: $0) } }
    #expect(codes == texts.indices.map { Int32($0) })
    for seal in [false, true] {
      if seal { vocabulary.seal() }
      let found = texts.compactMap { $0.withSpan { vocabulary.existingCode(of: $0) } }
      #expect(found == codes)
    }
  }

  /// Many texts, so that several cores look, and other letters in some of them.
  private static let searched: [String] =
    texts + ["Ärger", "ÄRGER", "ärger", "straße", "c", "C", "cC", "xc1", "İstanbul"]
    + (0..<20_000).map {
      $0 % 4_999 == 0 ? "é\($0)" : $0.isMultiple(of: 3) ? "Id-\($0)" : "\($0)@x.org"
    }

  @Test(arguments: [
    "", "c", "C", "c1", "1", "cc", "id-1", "-", "@x.org", "é", "ä", "ärger", "ss", "ß", "i̇", "zz",
    "g9",
    "number 49", "00", "rg2",
  ])
  func `the texts that contain a word are those that do in lower case`(_ word: String) {
    var vocabulary = Vocabulary()
    for text in Self.searched { _ = vocabulary.code(of: text) }
    let wanted = word.lowercased()
    let found = vocabulary.contain(lowercased: Array(wanted.utf8))
    let expected = vocabulary.texts.map { text in
      wanted.isEmpty || Array(text.lowercased().utf8).contains(Array(wanted.utf8))
    }
    #expect(found == expected)
  }
}
