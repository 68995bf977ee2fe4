import Foundation
import Glyphs
import Testing

struct SafeTextTests {
  @Test(arguments: [
    ("Zoë", "Zoë"), ("漢字 😀", "漢字 😀"), ("a\u{1B}[31mb", "a�[31mb"), ("a\rb\nc\td", "a�b�c�d"),
    ("\u{202E}txt.exe", "�txt.exe"), ("in\u{200B}visible", "in�visible"),
    ("e\u{301}", "e\u{301}"), ("\u{301}first", "�first"),
    ("z\u{301}\u{302}\u{303}\u{304}", "z\u{301}\u{302}�\u{304}"), ("\u{E0041}", "�"), ("", ""),
  ])
  func `what a terminal would obey or hide stands out`(text: String, shown: String) {
    #expect(SafeText(text).description == shown)
  }

  @Test func `a long text is cut, and says so`() {
    #expect(SafeText("abcdef", limit: 6).description == "abcdef")
    #expect(SafeText("abcdefg", limit: 6).description == "abcde…")
  }

  @Test func `cleaning twice changes nothing more`() {
    for scalar in stride(from: UInt32(0), to: 0x2FFFF, by: 7).compactMap(Unicode.Scalar.init) {
      let once = SafeText("a" + String(Character(scalar)) + "\u{301}")
      #expect(SafeText(once.description) == once)
    }
  }

  @Test func `glyphs give back the text, and its cells`() {
    let text = SafeText("Zoe\u{308} 漢字 😀!")
    #expect(text.glyphs.map(\.description).joined() == text.description)
    #expect(text.cells == 12)
    #expect(text.glyphs.reduce(0) { $0 + $1.cells } == 12)
    #expect(text.glyphs.count == 9)
  }

  @Test(arguments: [
    ("plain", 5), ("é", 1), ("e\u{301}", 1), ("한글", 4), ("⣿█ ░▒▓ ─│┊", 10), ("￥", 2), ("ｱ", 1),
    ("€·…", 3), ("▁▂▃▄▅▆▇█", 8), ("", 0),
  ])
  func `cells are counted as terminals do`(text: String, cells: Int) {
    #expect(text.cells == cells)
  }
}
