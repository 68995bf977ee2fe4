import Dashboard
import Terminal
import Testing

/// What the screens look like, cell by cell: the files in `Frames`. RECORD_FRAMES=1 writes them anew.
struct FrameTests {
  static let screens: [(name: String, keys: [Key])] = [
    ("scorecard", []), ("segments", ["2"]), ("segment", ["2", .down, .down, .enter]),
    ("channels", ["3"]), ("channel", ["3", .down, .enter]), ("cohorts", ["4"]),
    ("cohort", ["4", .down, .down, .down, .enter]), ("people", ["5"]),
    ("person", ["5", .enter]), ("data", ["6"]), ("guardrails", ["7"]), ("behind", ["7", .enter]),
    ("playbook", ["8"]), ("tactic", ["8", .down, .enter]),
    ("worklist", ["8", .down, .enter, "5"]),
    ("comparison", ["3", .down, " ", .up, " ", "c"]), ("review", ["v"]), ("explanation", ["i"]),
    ("origin", ["o"]), ("address", ["3", .down, .enter, "u"]), ("help", ["?"]),
    ("palette", [":", "s", "o", "r"]), ("filter", ["3", "/", "r", "a", "t", "e", ">", "8"]),
  ]
  static let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)]

  @Test(arguments: screens.indices, sizes.indices)
  func `a screen is drawn the same at every size`(screen: Int, size: Int) throws {
    let (name, keys) = FrameTests.screens[screen]
    let (columns, rows) = FrameTests.sizes[size]
    // Where there is little room the cursor opens elsewhere: the keys are pressed where there is much.
    var dashboard = Dashboard(sample, Size(columns: 120, rows: 40), keys: keys)
    _ = dashboard.update(.resized(Size(columns: columns, rows: rows)))
    try expect(dashboard.frame, named: "\(name)@\(columns)x\(rows)")
  }

  /// The screens that charts and statuses are on, where there are fewer glyphs or colours.
  private static let plainer = ["scorecard", "channel", "comparison"]
  private static let plainerSizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]

  @Test(arguments: [GlyphSet.block, .ascii])
  func `charts are drawn with fewer glyphs where fonts lack them`(glyphs: GlyphSet) throws {
    for (name, keys) in FrameTests.screens where FrameTests.plainer.contains(name) {
      for size in FrameTests.plainerSizes {
        let dashboard = Dashboard(sample, size, glyphs: glyphs, keys: keys)
        try expect(dashboard.frame, named: "\(name)-\(glyphs)@\(size.columns)x\(size.rows)")
      }
    }
  }

  @Test(arguments: [ColourDepth.sixteen, .eight, .none])
  func `fewer colours leave every word`(depth: ColourDepth) throws {
    for (name, keys) in FrameTests.screens where FrameTests.plainer.contains(name) {
      for size in FrameTests.plainerSizes {
        let frame = Dashboard(sample, size, keys: keys).frame
        try expect(
          frame, named: "\(name)-\(depth.rawValue)colours@\(size.columns)x\(size.rows)", in: depth)
      }
    }
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
