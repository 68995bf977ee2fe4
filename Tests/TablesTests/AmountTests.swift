import Testing

@testable import Tables

struct AmountTests {
  private func read(_ text: String) -> Amount.Reading { Array(text.utf8).withSpan(Amount.read) }

  @Test(
    arguments: [
      ("0", 0), ("10", 10_000_000), ("-10", -10_000_000), ("+1.5", 1_500_000),
      ("0.000001", 1), ("0.0000005", 1), ("0.0000004", 0), ("-0.0000005", -1),
      ("12.3456789", 12_345_679), ("007.50", 7_500_000), ("0.9999999", 1_000_000),
      ("1000000000000", 1_000_000_000_000_000_000),
    ] as [(String, Int64)])
  func `a plain decimal is millionths, further digits rounded`(text: String, amount: Int64) {
    #expect(read(text) == .amount(amount))
  }

  @Test func `every number of hundredths up to five digits before the point is read`() {
    for whole in [0, 1, 9, 10, 99, 100, 8_765, 9_999, 10_000, 54_321, 99_999, 100_000, 1_234_567] {
      for hundredths in 0..<100 {
        let text = "\(whole).\(hundredths / 10)\(hundredths % 10)"
        #expect(read(text) == .amount(Int64(whole * 100 + hundredths) * 10_000))
      }
    }
  }

  @Test func `a byte that is no digit in the place of one is no amount, or no hundredths`() {
    let texts = ["0.00", "12.34", "123.45", "1234.56", "98765.43"].map { Array($0.utf8) }
    for text in texts {
      for place in text.indices {
        for byte in UInt8.min...UInt8.max {
          var spoiled = text
          spoiled[place] = byte
          let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          let isRead = spoiled.withSpan(Amount.read) != .notAnAmount
          let decimals = spoiled.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
          let isSigned = place == 0 && text.count > 4 && (byte == 0x2B || byte == 0x2D)
          let isNumber =
            decimals.count <= 2 && decimals.allSatisfy { !$0.isEmpty }
            && (isDigit || byte == UInt8(ascii: ".") || isSigned)
          #expect(isRead == isNumber, "\(spoiled)")
        }
      }
    }
  }

  @Test(arguments: [
    "", "-", "+", ".", ".5", "5.", "1,5", "1.5.5", "1e3", "0x10", "1 000", "--1", "€5", "1.-5",
    "10000000000000,5",
  ])
  func `any other shape is no amount`(text: String) {
    #expect(read(text) == .notAnAmount)
  }

  @Test(arguments: ["1000000000001", "-99999999999999999999999999", "10000000000000.5"])
  func `over a million million is too large`(text: String) {
    #expect(read(text) == .tooLarge)
  }
}
