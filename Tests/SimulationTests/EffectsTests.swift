import Simulation
import Testing

struct EffectsTests {
  @Test(arguments: [PlantedEffects.shop, .saas, .sample])
  func `what is planted is a set of chances`(effects: PlantedEffects) {
    let chances =
      Array(effects.response.values) + Array(effects.codeUse.values)
      + [effects.holdoutShare, effects.reach, effects.leak, effects.mistake, effects.conversion]
    #expect(chances.allSatisfy { (0...1).contains($0) })
    #expect(effects.response[.retargeting, default: 1] < effects.response[.email, default: 0])
  }

  @Test func `an e-mail is followed by an order more often than an advertisement`() throws {
    let folder = try SimulatedFolder.of(.shop)
    let orders = Dictionary(grouping: folder.rows(.orders)) { $0["customer_id"] }
    func share(_ channel: String) -> Double {
      let sends = folder.rows(.touches).filter {
        $0["channel"] == channel && $0["event"] == "sent"
      }
      // The same day, by both clocks: enough for most of those who answer.
      let answered = sends.count { send in
        orders[send["customer_id"], default: []].contains {
          $0["ordered_at", default: ""].prefix(10) == send["touched_at", default: ""].prefix(10)
        }
      }
      return Double(answered) / Double(sends.count)
    }
    #expect(share("email") > 0.003)
    #expect(share("email") > 2 * share("retargeting"))
  }
}
