import Dashboard
import Terminal
import Testing

/// What the screens look like, cell by cell: the files in `Frames`. RECORD_FRAMES=1 writes them anew.
struct FrameTests {
  static let screens: [(name: String, keys: [Key])] = [
    ("scorecard", []), ("segments", ["2"]), ("segment", ["2", .down, .down, .enter]),
    ("channels", ["3"]), ("channel", ["3", .enter]), ("cohorts", ["4"]),
    ("cohort", ["4", .down, .enter]), ("data", ["6"]), ("review", ["v"]), ("help", ["?"]),
  ]
  static let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)]

  @Test(arguments: screens.indices, sizes.indices)
  func `a screen is drawn the same at every size`(screen: Int, size: Int) throws {
    let (name, keys) = FrameTests.screens[screen]
    let (columns, rows) = FrameTests.sizes[size]
    let dashboard = Dashboard(sample, Size(columns: columns, rows: rows), keys: keys)
    try expect(dashboard.frame, named: "\(name)@\(columns)x\(rows)")
  }

  @Test(arguments: [GlyphSet.block, .ascii])
  func `charts are drawn with fewer glyphs where fonts lack them`(glyphs: GlyphSet) throws {
    let size = Size(columns: 120, rows: 40)
    let pane = Dashboard(sample, size, glyphs: glyphs, keys: ["3", .enter])
    try expect(pane.frame, named: "channel-\(glyphs)@120x40")
    let scorecard = Dashboard(sample, size, glyphs: glyphs)
    try expect(scorecard.frame, named: "scorecard-\(glyphs)@120x40")
  }

  @Test func `a typewriter's glyphs are all there is in ASCII`() {
    for (_, keys) in FrameTests.screens {
      for (columns, rows) in FrameTests.sizes + [(160, 50), (30, 8)] {
        let size = Size(columns: columns, rows: rows)
        let text = Dashboard(sample, size, glyphs: .ascii, keys: keys).frame.text
        #expect(text.unicodeScalars.allSatisfy { $0.isASCII }, "\(text)")
      }
    }
  }
}
