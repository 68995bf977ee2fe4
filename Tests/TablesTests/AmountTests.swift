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
