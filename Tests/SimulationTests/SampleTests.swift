import Foundation
import Testing

@testable import Simulation

/// The repository's sample-data, and what its plan has that others have not.
struct SampleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "sample-data")

  @Test func `the folder in the repository is what the program writes, byte for byte`() throws {
    let written = try SimulatedFolder(.sample).files
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.sorted() == written.keys.sorted())
    for name in names {
      let found = try Data(contentsOf: Self.folder.appending(path: name))
      #expect(found == Data(written[name, default: []]), "\(name)")
    }
  }

  @Test func `customers arrive from the opening on`() throws {
    let orders = try SimulatedFolder.trial().rows(.orders)
    #expect(orders.first?["ordered_at"] == "2025-02-03")
  }

  @Test func `the first channel is drawn, and those who take no SMS get an e-mail`() throws {
    let first = try SimulatedFolder.trial().rows(.touches).filter {
      $0["step"] == "1" && $0["event"] == "sent"
    }
    let counts = Dictionary(first.map { ($0["channel"], 1) }, uniquingKeysWith: +)
    let shares = counts.mapValues { Double($0) / Double(first.count) }
    // 0.42 take SMS, so 0.56 drawn leave 0.24.
    #expect((0.19...0.28).contains(shares["sms", default: 0]))
    #expect((0.10...0.18).contains(shares["direct_mail", default: 0]))
    #expect((0.10...0.18).contains(shares["retargeting", default: 0]))
    #expect((0.40...0.56).contains(shares["email", default: 0]))
  }

  @Test func `a campaign that has ended is sent no more, and another takes its people`() throws {
    let sends = try SimulatedFolder.trial().rows(.touches).filter { $0["segment"] == "loyal" }
    func campaigns(_ isOf: (String) -> Bool) -> Set<String?> {
      Set(
        sends.filter { $0["channel"] == "email" && isOf($0["touched_at", default: ""]) }
          .map { $0["campaign"] })
    }
    #expect(campaigns { $0 <= "2026-06-30" } == ["Your usual, again?"])
    #expect(campaigns { $0 > "2026-06-30" } == ["We miss you"])
  }
}

extension SimulatedFolder {
  /// A small shop that works like the sample's and exports plain files.
  static func trial(_ export: Export = Export(.shop)) throws -> SimulatedFolder {
    try SimulatedFolder(
      SimulationPlan(
        customers: 1_500, seed: 3, model: .shop, without: [], times: .bare, effects: .sample,
        opening: History.programmeStart, export: export))
  }
}
