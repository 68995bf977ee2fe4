import Testing

@testable import Metrics

struct PurchaseTests {
  @Test(arguments: [-25_568, -1, 0, 20_788, 2_932_896] as [Int32], [0, 1, 43_200, 86_399])
  func `a purchase knows its moment and whether it was discounted`(day: Int32, second: Int) {
    for isDiscounted in [false, true] {
      var purchase = Purchase(
        day: day, second: second, net: 5, discount: 2, isDiscounted: isDiscounted)
      #expect(purchase.moment == Int64(day) * 86_400 + Int64(second))
      #expect(purchase.isDiscounted == isDiscounted)
      #expect(purchase.gross == 7)
      purchase.isDiscounted.toggle()
      #expect(purchase.moment == Int64(day) * 86_400 + Int64(second))
      #expect(purchase.isDiscounted != isDiscounted)
    }
  }
}
