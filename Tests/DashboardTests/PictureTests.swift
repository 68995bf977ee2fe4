import Foundation
import FoundationXML
import Glyphs
import Terminal
import Testing

@testable import Dashboard

/// Pictures of frames: well-formed whatever stands in a frame, and the same bytes each time.
struct PictureTests {
  /// Reads XML; collects the words and the title in it.
  private final class Reader: NSObject, XMLParserDelegate {
    private(set) var words = ""
    private(set) var title = ""
    private(set) var error: String?
    private var elements: [String] = []

    init(_ text: String) {
      super.init()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = self
      if !parser.parse() { error = "\(parser.parserError.map { "\($0)" } ?? "no XML")" }
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) { elements.append(name) }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { elements.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if elements.last == "text" { words += text }
      if elements.last == "title" { title += text }
    }
  }

  private func frame(_ columns: Int, _ rows: Int, _ draw: (inout Frame) -> Void) -> Frame {
    var frame = Frame(Size(columns: columns, rows: rows))
    draw(&frame)
    return frame
  }

  @Test func `a small frame is these bytes`() {
    let frame = frame(8, 2) { frame in
      frame.write(SafeText("a < b"), row: 0, column: 0, style: .bold)
      frame.write(SafeText("⠁█├…"), row: 0, column: 4, style: Style(.series1))
      frame.write(SafeText("7.1 %"), row: 1, column: 1, style: Style(.bad))
      frame.emphasize(0..<4, row: 1, .reversed)
    }
    #expect(
      frame.svg(title: "Rates & \"more\"") == """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="95.2" height="64" viewBox="0 0 \
        95.2 64">
        <title>Rates &amp; &quot;more&quot;</title>
        <rect x="0.5" y="0.5" width="94.2" height="63" rx="6" fill="#ffffff" stroke="#d1d9e0"/>
        <g transform="translate(14 14)" font-size="14" font-family="ui-monospace, SFMono-Regular, \
        Menlo, Consolas, 'DejaVu Sans Mono', monospace">
        <path fill="#1f2328" shape-rendering="crispEdges" d="M0 18h8.4v18h-8.4z"/>
        <path fill="#d75f00" shape-rendering="crispEdges" d="M8.4 18h25.2v18h-25.2z"/>
        <g fill="#1f2328" font-weight="700">
        <text x="0" y="13.3" textLength="25.2">a &lt;</text>
        </g>
        <path fill="none" stroke="#0087d7" stroke-linecap="round" stroke-width="3" d="M35.7 \
        2.25h.01"/>
        <path fill="#0087d7" shape-rendering="crispEdges" d="M42 0h8.4v18h-8.4z"/>
        <path fill="none" stroke="#0087d7" stroke-width="1.2" d="M54.6 0V18M54.6 9H59"/>
        <g fill="#0087d7">
        <text x="63" y="13.3" text-anchor="middle">…</text>
        </g>
        <g fill="#ffffff">
        <text x="8.4" y="31.3" textLength="25.2">7.1</text>
        </g>
        <g fill="#d75f00">
        <text x="42" y="31.3">%</text>
        </g>
        </g>
        </svg>

        """)
  }

  @Test(arguments: Background.allCases)
  func `every screen of the sample is well-formed, and the same each time`(background: Background) {
    for (name, keys) in FrameTests.screens {
      let frame = Dashboard(sample, Size(columns: 120, rows: 40), keys: keys).frame
      let svg = frame.svg(title: name, background: background)
      let read = Reader(svg)
      #expect(read.error == nil)
      #expect(read.title == name)
      #expect(svg == frame.svg(title: name, background: background))
    }
  }

  @Test func `hostile text is only text`() {
    let hostile = "]]>&<script>\u{0}\u{1B}[31m\u{FFFE}\u{202E}e\u{301}\u{302}\"'漢\u{1F600}שלום"
    let frame = frame(60, 1) { $0.write(SafeText(hostile), row: 0, column: 0) }
    let svg = frame.svg(title: hostile)
    let read = Reader(svg)
    #expect(read.error == nil)
    #expect(read.title == SafeText(hostile).description)
    #expect(read.words.contains("]]>&<script>"))
    #expect(read.words.contains("漢\u{1F600}שלום"))
    #expect(!svg.contains("<script"))
  }

  @Test func `every character that can be shown is well-formed`() {
    for start in stride(from: UInt32(0), to: 0x30000, by: 4096) {
      var text = String.UnicodeScalarView()
      for value in start..<start + 4096 {
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      let frame = frame(9000, 1) {
        $0.write(SafeText(String(text), limit: 4096), row: 0, column: 0)
      }
      #expect(Reader(frame.svg(title: "")).error == nil, "from \(start)")
    }
  }

  @Test(arguments: [
    ("⣿", 8), ("⠀", 0), ("⠁⠂", 2), ("●", 1), ("┊", 4), ("─", 1), ("┼", 2), ("└", 1), ("╵", 1),
  ])
  func `charts are shapes, not letters`(text: String, strokes: Int) {
    let svg = frame(2, 1) { $0.write(SafeText(text), row: 0, column: 0) }.svg(title: "")
    #expect(!svg.contains("<text"))
    let path = svg.split(separator: "\n").first { $0.contains("fill=\"none\"") } ?? ""
    #expect(path.count { $0 == "M" } == strokes)
  }

  @Test func `numbers have as many decimals as they need`() {
    let numbers = [0, 5, 10, 99, 100, 840, 1234].map(Markup.number(hundredths:))
    #expect(numbers == ["0", "0.05", "0.1", "0.99", "1", "8.4", "12.34"])
  }

  @Test func `colours are those of xterm`() {
    let colours = [0, 16, 32, 166, 231, 232, 243, 255].map(TerminalColour.hexadecimal)
    #expect(
      colours == [
        "#000000", "#000000", "#0087d7", "#d75f00", "#ffffff", "#080808", "#767676", "#eeeeee",
      ])
  }
}
