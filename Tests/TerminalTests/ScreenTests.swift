import CNcurses
import Foundation
import Glyphs
import TerminalHarness
import Testing

@testable import Terminal

/// The real ncurses, drawing into a file that a terminal emulator reads: what it shows is the frame.
@Suite(.serialized)
struct ScreenTests {
  /// A screen of 80 x 24 and what it has sent so far.
  private final class Drawn {
    var screen: Screen { get throws { try only.screen() } }
    private let only: OnlyScreen
    private let file: URL
    private var emulator = TerminalEmulator(columns: 80, rows: 24)
    private var taken = 0

    init(_ type: String, hasColours: Bool = true) throws {
      file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      try Data().write(to: file)
      only = OnlyScreen(file.path, types: [type], .init(hasColours: hasColours))
      try screen.resize(Size(columns: 80, rows: 24))
    }

    deinit { try? FileManager.default.removeItem(at: file) }

    /// Shows a frame; gives how many bytes that took.
    @discardableResult
    func show(_ frame: Frame) throws -> Int {
      try screen.show(frame)
      let sent = try Data(contentsOf: file)
      defer { taken = sent.count }
      emulator.receive(Array(sent.dropFirst(taken)))
      return sent.count - taken
    }

    var seen: TerminalEmulator { emulator }
  }

  private static let size = Size(columns: 80, rows: 24)

  /// A frame with wide and accented glyphs, and every style.
  private static func frame(_ title: String, selected: Int = 0) -> Frame {
    var frame = Frame(size)
    frame.write(SafeText(title), row: 0, column: 0, style: .bold)
    for row in 1..<23 {
      let ink = Ink.allCases[row % Ink.allCases.count]
      frame.write(
        SafeText("row \(row)  漢字 Zoe\u{308} \u{1F600} ┊├─●─┤ ⣀⡤⠖ 8.3 % of 541"), row: row,
        column: 2,
        style: Style(ink))
    }
    frame.emphasize(2..<20, row: selected + 1, .reversed)
    frame.cursor = (selected + 1, 0)
    return frame
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"])
  func `a terminal shows what the frame says`(type: String) throws {
    let drawn = try Drawn(type)
    for title in ["first", "second, longer", "3"] {
      let frame = ScreenTests.frame(title, selected: title.count)
      try drawn.show(frame)
      for row in 0..<frame.size.rows {
        #expect(drawn.seen.lines[row] == frame.text(row: row), "row \(row)")
      }
      #expect(drawn.seen.cursorRow == frame.cursor.row)
    }
    #expect(drawn.seen.unknown.isEmpty)
  }

  @Test func `rows that change leave nothing of what they were, and others stay`() throws {
    let drawn = try Drawn("xterm-256color")
    let texts = ["", "a", "漢字漢字", "a long line, all the way", "e\u{301}", "   after blanks"]
    for step in 0..<40 {
      var frame = Frame(ScreenTests.size)
      for row in 0..<24 {
        // Every row changes at its own pace.
        let text = texts[(step / (row + 1) + row) % texts.count]
        frame.write(SafeText(text), row: row, column: step / (row + 1) % 7, style: Style(.good))
      }
      frame.emphasize(3..<30, row: step % 24, .reversed)
      // ncurses keeps what it holds, whatever happens to the terminal.
      if step % 10 == 3 { try drawn.screen.forget() }
      if step % 10 == 7 { try drawn.screen.resize(Size(columns: 40, rows: 12)) }
      if step % 10 == 7 { try drawn.screen.resize(ScreenTests.size) }
      try drawn.show(frame)
      for row in 0..<24 {
        #expect(drawn.seen.lines[row] == frame.text(row: row), "step \(step), row \(row)")
        let isReversed = drawn.seen.cell(row, 20).style.attributes == .reverse
        #expect(isReversed == (row == step % 24), "step \(step), row \(row)")
      }
    }
  }

  @Test func `styles reach the terminal`() throws {
    let drawn = try Drawn("xterm-256color")
    try drawn.show(ScreenTests.frame("Title", selected: 3))
    #expect(drawn.seen.cell(0, 0).style.attributes == .bold)
    #expect(drawn.seen.cell(4, 2).style.attributes == .reverse)
    let row = try #require((1..<23).first { Ink.allCases[$0 % Ink.allCases.count] == .bad })
    #expect(drawn.seen.cell(row, 40).style.foreground == .numbered(166))
  }

  @Test(arguments: ["xterm-256color", "vt100"])
  func `without colours no colour is sent`(type: String) throws {
    let drawn = try Drawn(type, hasColours: false)
    try drawn.show(ScreenTests.frame("Title"))
    #expect(try drawn.screen.abilities.colours == .none)
    for row in 0..<24 {
      for column in 0..<80 { #expect(drawn.seen.cell(row, column).style.foreground == .standard) }
    }
  }

  @Test func `only what changed is sent`() throws {
    let drawn = try Drawn("xterm-256color")
    let frame = ScreenTests.frame("Title")
    try drawn.show(frame)
    #expect(try drawn.show(frame) == 0)
    #expect(try drawn.show(ScreenTests.frame("Title", selected: 1)) <= 300)
    try drawn.screen.forget()
    #expect(try drawn.show(ScreenTests.frame("Title", selected: 1)) > 1000)
  }

  @Test func `a wide glyph of which half is emphasized moves nothing`() throws {
    let drawn = try Drawn("xterm-256color")
    var frame = Frame(ScreenTests.size)
    frame.write(SafeText("row \u{1F600} ┊├─●─┤"), row: 1, column: 0)
    try drawn.show(frame)
    var half = frame
    half.emphasize(0..<5, row: 1, .reversed)
    for next in [half, frame] {
      // What stands beyond the glyph is not sent again, since it has stayed where it was.
      #expect(try drawn.show(next) <= 40)
      #expect(drawn.seen.lines[1] == next.text(row: 1))
    }
  }

  @Test(arguments: ["", "dumb", "no-such-terminal"])
  func `a terminal that cannot place its cursor is none`(type: String) {
    #expect(OnlyScreen(types: [type]).isNone)
  }

  @Test func `a terminal that is not known is drawn on as the next that is`() throws {
    let only = OnlyScreen(types: ["xterm-nobody", "xterm-256color"])
    #expect(try only.screen().abilities.colours == .manyColours)
  }

  @Test func `cells are counted as the C library counts them`() throws {
    let only = OnlyScreen()
    #expect(try only.screen().abilities.isUnicode)
    var differing: [String] = []
    for value in UInt32(0x20)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value), !scalar.isUnsafeToShow else { continue }
      // An older C library may not know a newer character; the screen then draws a stand-in.
      let width = Int(nc_cell_width(value))
      if width >= 0, width != scalar.cells { differing.append(String(value, radix: 16)) }
    }
    // A mark that Unicode 15 gave a width and glibc 2.36 has not.
    #expect(differing.filter { $0 != "1171e" }.isEmpty, "\(differing.prefix(20))")
  }
}
