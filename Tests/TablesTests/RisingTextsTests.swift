import Testing

@testable import Tables

/// Ids that rise are kept as what tells them from the one before, and come out whole.
struct RisingTextsTests {
  private func rising(_ texts: some Sequence<String>) -> RisingTexts {
    var rising = RisingTexts()
    for text in texts { rising.append(TextKey(Array(text.utf8).span)) }
    return rising
  }

  private func texts(_ rising: RisingTexts) -> [String] {
    var texts: [String] = []
    rising.visit { texts.append(String(decoding: $0, as: UTF8.self)) }
    return texts
  }

  @Test(arguments: [
    ["1"], ["9", "10"], ["o-99", "o-100"], ["a", "b", "aa"], ["12345678", "123456789"],
    ["aaaaaaaaaaaa", "aaaaaaaaaaab", "zzzzzzzzzzzz"], ["a", "aa", "aaa"], ["12345678", "22345678"],
    ["AB123456789", "AB123456790", "AB200000000", "0AB200000000"], ["é", "ü"], [],
  ])
  func `what rises comes out as it went in`(_ names: [String]) {
    #expect(texts(rising(names)) == names)
    #expect(rising(names).isRising)
    for cut in 0...names.count {
      var joined = rising(names[..<cut])
      let isTaken = joined.append(rising(names[cut...]))
      #expect(isTaken)
      #expect(texts(joined) == names)
      #expect(joined.count == names.count)
      var again = RisingTexts()
      let isTakenAgain = again.append(joined)
      #expect(isTakenAgain)
      #expect(texts(again) == names)
      var late = RisingTexts()
      let isEmptyTaken = late.append(RisingTexts())
      let areAllTaken = late.append(joined)
      #expect(isEmptyTaken && areAllTaken)
    }
  }

  @Test(arguments: [
    ["1", "1"], ["10", "9"], ["b", "a"], ["aa", "b"], ["aaaaaaaaab", "aaaaaaaaaa"], [""],
    ["1", "longer than a key"], ["1", "2\u{0}"],
  ])
  func `what does not rise is not taken`(_ names: [String]) {
    #expect(!rising(names).isRising)
    var kept = rising(["1"])
    let isTaken = kept.append(rising(names))
    #expect(!isTaken)
    #expect(texts(kept) == ["1"])
    let isNextTaken = kept.append(rising(["3"]))
    #expect(isNextTaken)
    #expect(texts(kept) == ["1", "3"])
  }

  @Test func `any texts in their order come out of any blocks`() {
    var random = Mutator(seed: 7)
    for _ in 0..<200 {
      var names: Set<String> = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        let length = Int.random(in: 1...12, using: &random)
        names.insert(
          String((0..<length).map { _ in "019az-".randomElement(using: &random) ?? "0" }))
      }
      let sorted = names.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      var joined = RisingTexts()
      var place = 0
      while place < sorted.count {
        let end = min(sorted.count, place + Int.random(in: 0..<9, using: &random))
        let isTaken = joined.append(rising(sorted[place..<end]))
        #expect(isTaken)
        place = end
      }
      #expect(texts(joined) == sorted)
    }
  }
}
