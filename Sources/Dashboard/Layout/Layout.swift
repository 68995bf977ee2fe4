import Glyphs
import Terminal

/// A page laid out for a width: its lines, and where each stop of the cursor lies.
struct Layout {
  private(set) var lines: [LaidLine] = []
  /// The lines that each stop takes.
  private(set) var places: [Stop: Range<Int>] = [:]
  /// How many stops each section has.
  let counts: [Int]
  /// The line that each section begins on, with its heading.
  private(set) var starts: [Int]

  /// Cells left free for the cursor's mark.
  static let indent = 2
  /// From this width on sections stand side by side.
  static let wide = 110
  /// Cells that the section on the right keeps.
  private static let leastBeside = 44

  private let page: Page
  private let width: Int
  private let glyphs: GlyphSet
  /// Lines of a chart's plot.
  private let chartHeight: Int

  /// Lays a page out in `width` cells; charts take what suits a terminal of `rows` lines.
  init(_ page: Page, width: Int, rows: Int, glyphs: GlyphSet) {
    self.page = page
    self.width = width
    self.glyphs = glyphs
    starts = [Int](repeating: 0, count: page.sections.count)
    counts = page.sections.map(\.stops)
    // An odd number has a middle.
    chartHeight = max(5, min(15, rows / 3)) | 1
    var index = 0
    while index < page.sections.count {
      let next = index + 1
      if next < page.sections.count, page.sections[next].isBeside, width >= Layout.wide {
        append(index, beside: next)
        index = next + 1
      } else {
        append(index)
        index = next
      }
    }
    note()
  }

  private mutating func append(_ section: Int) {
    if !lines.isEmpty { lines.append(LaidLine()) }
    starts[section] = lines.count
    lines += laid(section, width: width, top: lines.count)
  }

  private mutating func append(_ first: Int, beside second: Int) {
    if !lines.isEmpty { lines.append(LaidLine()) }
    starts[first] = lines.count
    starts[second] = lines.count
    let leftWidth = min(naturalWidth(first), width - 3 - Layout.leastBeside)
    let left = laid(first, width: leftWidth, top: lines.count)
    let right = laid(second, width: width - leftWidth - 3, top: lines.count)
    for row in 0..<max(left.count, right.count) {
      var line = row < left.count ? left[row] : LaidLine()
      if row < right.count {
        let other = right[row].moved(by: leftWidth + 3)
        line.texts += other.texts
        line.parts += other.parts
      }
      lines.append(line)
    }
  }

  /// The cells that a section takes where it can have all it wants.
  private func naturalWidth(_ section: Int) -> Int {
    let heading = page.sections[section].heading?.cells ?? 0
    guard case .table(let table) = page.sections[section].body else { return width / 2 }
    return max(heading, Layout.indent + TableLayout(table, width: .max / 2).width)
  }

  /// A section's lines; `top` is where the first of them will stand.
  private func laid(_ section: Int, width: Int, top: Int) -> [LaidLine] {
    var lines: [LaidLine] = []
    if let heading = page.sections[section].heading {
      lines += heading.wrapped(width: width).map { LaidLine($0, style: .bold) }
    }
    switch page.sections[section].body {
    case .sentences(let sentences):
      for (row, sentence) in sentences.enumerated() {
        lines += laid(sentence, Stop(section: section, row: row), width: width)
      }
    case .bullets(let sentences):
      for (row, sentence) in sentences.enumerated() {
        lines += laid(sentence, Stop(section: section, row: row), width: width, bullet: "- ")
      }
    case .table(let table):
      lines += table.lines(
        width: width, indent: Layout.indent, section: section, top: top + lines.count,
        glyphs: glyphs)
    case .curves(let curves):
      let drawing = CurvesDrawing(
        curves, width: width - Layout.indent, height: chartHeight, glyphs: glyphs)
      lines += laid(chart: drawing.lines, section, width: width)
    case .columns(let chart):
      let drawing = ColumnChartDrawing(
        chart, width: width - Layout.indent, height: chartHeight, glyphs: glyphs)
      lines += laid(chart: drawing.lines, section, width: width)
    }
    return lines
  }

  private func laid(chart lines: [LaidLine], _ section: Int, width: Int) -> [LaidLine] {
    let part = LaidLine.Part(stop: Stop(section: section, row: 0), columns: 0..<width)
    return lines.map { LaidLine($0.moved(by: Layout.indent).texts, parts: [part]) }
  }

  private func laid(
    _ sentence: Sentence, _ stop: Stop, width: Int, bullet: String = ""
  ) -> [LaidLine] {
    let rest = String(repeating: " ", count: bullet.count)
    let lines = sentence.text.wrapped(width: width - Layout.indent, first: bullet, rest: rest)
    return lines.map { text in
      LaidLine(
        [PlacedText(column: Layout.indent, text: text, style: sentence.style)],
        parts: [LaidLine.Part(stop: stop, columns: 0..<width)])
    }
  }

  /// Notes where every stop lies.
  private mutating func note() {
    for (index, line) in lines.enumerated() {
      for part in line.parts {
        let start = places[part.stop]?.lowerBound ?? index
        places[part.stop] = start..<index + 1
      }
    }
  }
}

extension Layout {
  /// The first place of the cursor; nil where there is none.
  var firstStop: Stop? {
    counts.firstIndex { $0 > 0 }.map { Stop(section: $0, row: 0) }
  }

  /// The last place of the cursor.
  var lastStop: Stop? {
    counts.lastIndex { $0 > 0 }.map { Stop(section: $0, row: counts[$0] - 1) }
  }

  /// The place after one, or before it, in reading order; nil at the end.
  func stop(next stop: Stop, _ way: Int) -> Stop? {
    let row = stop.row + way
    if counts.indices.contains(stop.section), (0..<counts[stop.section]).contains(row) {
      return Stop(section: stop.section, row: row)
    }
    var section = stop.section + way
    while counts.indices.contains(section) {
      if counts[section] > 0 {
        return Stop(section: section, row: way > 0 ? 0 : counts[section] - 1)
      }
      section += way
    }
    return nil
  }
}
