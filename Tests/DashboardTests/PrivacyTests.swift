import Foundation
import Terminal
import Testing

@testable import Dashboard
@testable import winback

/// Who a customer is stays hidden until somebody asks.
struct PrivacyTests {
  /// A folder whose customer ids are e-mail addresses.
  private func evidence() throws -> Evidence {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var orders = "order_id,customer_id,ordered_at,revenue\n"
    var touches = "customer_id,touched_at,channel,campaign\n"
    var customers = "customer_id,email,name\n"
    for number in 0..<40 {
      let id = "secret\(number)@hidden.example"
      orders +=
        "\(number),\(id),2026-01-05,10\n\(number + 100),\(id),2026-05-\(10 + number % 15),12\n"
      touches += "\(id),2026-05-02,sms,Hello\n"
      customers += "\(id),\(id),Secret Person\n"
    }
    orders += "999,last@hidden.example,2026-09-30,1\n"
    for (name, text) in [
      ("orders.csv", orders), ("touches.csv", touches), ("customers.csv", customers),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    return try DashboardTests.evidence(ofFolder: path)
  }

  @Test func `no screen, file, copy or address tells an e-mail address or a name unasked`() throws {
    let evidence = try evidence()
    let opened: [[Key]] =
      FrameTests.screens.map(\.keys) + [
        ["5", .enter, "o"], ["5", .enter, "u"], ["5", "o"], ["3", .enter, "5"],
        ["4", "G", .enter, "5"],
      ]
    for keys in opened {
      for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
        var dashboard = Dashboard(evidence, size, keys: keys)
        var outputs = [dashboard.frame.text]
        for name in ["a.csv", "a.md", "a.svg"] { outputs.append(dashboard.text(forFile: name)) }
        if let page = dashboard.wholePage {
          let address = dashboard.shownAddress.text
          outputs.append(JSONPage.value(page, evidence.report, address: address).document)
        }
        if dashboard.prompt == nil {
          for case .copy(let text, _) in dashboard.press(["y", "Y"]) { outputs.append(text) }
        }
        for output in outputs {
          #expect(!output.lowercased().contains("secret"), "\(keys)")
          #expect(!output.contains("hidden"), "\(keys)")
        }
      }
    }
  }

  @Test func `asked for, an id is seen whole, and the address names it`() throws {
    var dashboard = Dashboard(try evidence(), Size(columns: 200, rows: 40), keys: ["5", .enter])
    #expect(dashboard.frame.text.contains("s***@h***"))
    #expect(dashboard.press(["x"]) == [.introduce])
    _ = dashboard.update(.introduced([:]))
    #expect(dashboard.frame.text.contains("@hidden.example"))
    #expect(dashboard.shownAddress.text.contains("%40hidden.example"))
  }
}
