import Terminal
import Testing

@testable import Dashboard

/// What wheel and clicks do, cell by cell.
struct MouseTests {
  /// A dashboard whose mouse is reported.
  private func pointed(_ keys: [Key] = [], size: Size = Size(columns: 80, rows: 24)) -> Dashboard {
    var dashboard = Dashboard(sample, size, keys: keys)
    #expect(dashboard.press(["m"]) == [.mouse(true)])
    _ = dashboard.update(.mouse(isOn: true))
    return dashboard
  }

  /// Where a text stands on the screen.
  private func place(of text: String, in dashboard: Dashboard) throws -> Pointer {
    let frame = dashboard.frame
    for row in 0..<frame.size.rows {
      if let start = frame.text(row: row).firstRange(of: text) {
        let before = frame.text(row: row)[..<start.lowerBound]
        return .click(row: row, column: before.count)
      }
    }
    Issue.record("\(text) is not on the screen\n\(frame.text)")
    throw CancellationError()
  }

  @Test func `the mouse is the terminal's until it is asked for, and again after that`() throws {
    var dashboard = Dashboard(sample)
    let frame = dashboard.frame
    #expect(dashboard.update(.pointer(.wheelDown)).isEmpty)
    #expect(dashboard.update(.pointer(.click(row: 1, column: 14))).isEmpty)
    #expect(dashboard.frame.text == frame.text)
    dashboard = pointed()
    #expect(dashboard.frame.text.contains("With Shift it selects text; m turns it off."))
    #expect(dashboard.press(["m"]) == [.mouse(false)])
    _ = dashboard.update(.mouse(isOn: false))
    #expect(dashboard.frame.text.contains("Mouse off"))
    _ = dashboard.update(.mouse(isOn: nil))
    #expect(dashboard.frame.text.contains("no mouse that it could report"))
  }

  @Test func `a click on a screen's name opens it`() throws {
    var dashboard = pointed()
    for (text, screen) in [
      ("3 Channels", ScreenName.channels), ("6 Data", .data), ("1 Score", .scorecard),
    ] {
      _ = dashboard.update(.pointer(try place(of: text, in: dashboard)))
      #expect(dashboard.layer == .screen(screen))
    }
  }

  @Test func `a click on a row brings the cursor there, and a second opens it`() throws {
    var dashboard = pointed(["3"])
    let row = try place(of: "  sms ", in: dashboard)
    _ = dashboard.update(.pointer(row))
    #expect(dashboard.layer == .screen(.channels))
    #expect(dashboard.rowUnderCursor?.mark?.title == "sms")
    _ = dashboard.update(.pointer(row))
    #expect(dashboard.layer == .channel("sms"))
  }

  @Test func `a click on a number brings the cell cursor to its column`() throws {
    var dashboard = pointed(["3"])
    _ = dashboard.update(.pointer(try place(of: "15.5 %", in: dashboard)))
    #expect(dashboard.cellUnderCursor?.text.contains("15.5 %") == true)
  }

  @Test func `a click on another number of the row does not open it, a second on it does`() throws {
    var dashboard = pointed(["3"])
    let name = try place(of: "  sms ", in: dashboard)
    let number = try place(of: "15.5 %", in: dashboard)
    _ = dashboard.update(.pointer(name))
    _ = dashboard.update(.pointer(number))
    #expect(dashboard.layer == .screen(.channels))
    #expect(dashboard.cellUnderCursor?.text.contains("15.5 %") == true)
    _ = dashboard.update(.pointer(number))
    #expect(dashboard.layer == .channel("sms"))
  }

  /// The titles of a table stay where they are; the row that they lie over is not seen.
  @Test func `a click on titles under which a table has scrolled moves nothing`() throws {
    var dashboard = pointed(["7"])
    _ = dashboard.update(.pointer(.wheelDown))
    while dashboard.place(on: try #require(dashboard.page)).top < 4 {
      _ = dashboard.update(.pointer(.wheelDown))
    }
    #expect(dashboard.frame.text(row: dashboard.bodyStart).contains("guardrail"))
    let before = dashboard.place(on: try #require(dashboard.page))
    for column in [3, 40] {
      _ = dashboard.update(.pointer(.click(row: dashboard.bodyStart, column: column)))
    }
    #expect(dashboard.place(on: try #require(dashboard.page)) == before)
  }

  @Test func `a click on a message of several lines takes it away and nothing else`() throws {
    let size = Size(columns: 30, rows: 20)
    var dashboard = pointed(["3"], size: size)
    let lines = dashboard.messageLines.count
    #expect(lines > 1)
    let before = dashboard
    for row in size.rows - lines..<size.rows {
      dashboard = before
      for column in [4, 4] {
        if dashboard.message == nil { break }
        _ = dashboard.update(.pointer(.click(row: row, column: column)))
      }
      #expect(dashboard.message == nil)
      #expect(dashboard.layer == before.layer)
      #expect(
        dashboard.place(on: try #require(dashboard.page)).stop
          == before.place(on: try #require(before.page)).stop)
    }
  }

  @Test func `a click on a key of the footer presses it, one on a message presses nothing`() throws
  {
    var dashboard = pointed(["3"])
    #expect(dashboard.message != nil)
    let footer = dashboard.size.rows - 1
    _ = dashboard.update(.pointer(.click(row: footer, column: 1)))
    #expect(dashboard.layer == .screen(.channels) && dashboard.message == nil)
    _ = dashboard.update(.pointer(try place(of: "? help", in: dashboard)))
    #expect(dashboard.layer == .help)
  }

  @Test func `the wheel moves three rows, and stops at both ends`() throws {
    var dashboard = pointed(["5"])
    let before = dashboard.place(on: try #require(dashboard.page)).stop
    _ = dashboard.update(.pointer(.wheelDown))
    var here = dashboard.place(on: try #require(dashboard.page)).stop
    #expect(here == Stop(section: before.section, row: before.row + 3))
    for _ in 0..<9 { _ = dashboard.update(.pointer(.wheelUp)) }
    here = dashboard.place(on: try #require(dashboard.page)).stop
    #expect(here.row == 0)
  }

  @Test func `what is typed is not left by a click`() throws {
    var dashboard = pointed(["3"])
    dashboard.press(["/", "s"])
    let frame = dashboard.frame
    for row in 0..<24 { _ = dashboard.update(.pointer(.click(row: row, column: 4))) }
    #expect(dashboard.frame.text == frame.text)
  }

  @Test(arguments: [(1, 1), (20, 5), (80, 24)])
  func `a click anywhere leaves the cursor on something, and does what a key does`(
    columns: Int, rows: Int
  ) throws {
    let size = Size(columns: columns, rows: rows)
    for keys in [[], ["3"], ["5"], ["?"]] as [[Key]] {
      var dashboard = pointed(keys, size: size)
      dashboard.press([.up])
      #expect(dashboard.message == nil)
      for row in -1...rows {
        for column in stride(from: -1, through: columns, by: max(1, columns / 5)) {
          var clicked = dashboard
          let effects = clicked.update(.pointer(.click(row: row, column: column)))
          #expect(clicked.frame.size == size)
          let page = try #require(clicked.page)
          let stop = clicked.place(on: page).stop
          #expect(
            clicked.shown?.layout.places[stop] != nil
              || clicked.shown?.layout.places.isEmpty != false)
          guard row == rows - 1,
            let key = dashboard.footerKeys.first(where: { $0.columns.contains(column) })?.command
          else {
            #expect(effects.isEmpty)
            continue
          }
          var pressed = dashboard
          #expect(effects == pressed.press([key.entry.keys[0]]))
          #expect(clicked.frame.text == pressed.frame.text)
        }
      }
    }
  }
}
