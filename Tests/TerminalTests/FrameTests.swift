import Glyphs
import Terminal
import Testing

struct FrameTests {
  private func frame(_ write: (inout Frame) -> Void) -> Frame {
    var frame = Frame(Size(columns: 6, rows: 2))
    write(&frame)
    return frame
  }

  @Test(arguments: [
    ("abc", 0, "abc"), ("abc", 4, "    ab"), ("abc", -1, "bc"), ("abcdefgh", 0, "abcdef"),
    ("abc", 6, ""), ("漢字", 3, "   漢"), ("漢", 5, ""), ("漢字", -1, " 字"),
  ])
  func `what lies outside is cut off, wide glyphs whole`(text: String, column: Int, row: String) {
    let frame = frame { $0.write(SafeText(text), row: 0, column: column) }
    #expect(frame.text(row: 0) == row)
    #expect(frame.text(row: 1) == "")
  }

  @Test func `rows outside are not written`() {
    let frame = frame {
      $0.write(SafeText("a"), row: -1, column: 0)
      $0.write(SafeText("a"), row: 2, column: 0)
    }
    #expect(frame == Frame(frame.size))
  }

  @Test func `half of a wide glyph is not left behind`() {
    let first = frame {
      $0.write(SafeText("漢"), row: 0, column: 0)
      $0.write(SafeText("x"), row: 0, column: 1)
    }
    #expect(first.text(row: 0) == " x")
    let second = frame {
      $0.write(SafeText("漢"), row: 0, column: 1)
      $0.write(SafeText("x"), row: 0, column: 1)
    }
    #expect(second.text(row: 0) == " x")
    #expect(!second[0, 2].isTail)
    let third = frame {
      $0.write(SafeText("漢漢"), row: 0, column: 0)
      $0.write(SafeText("字"), row: 0, column: 1)
    }
    #expect(third.text(row: 0) == " 字")
    #expect(!third[0, 3].isTail)
  }

  @Test func `emphasis is added to what is there`() {
    let frame = frame {
      $0.write(SafeText("ab"), row: 0, column: 0, style: Style(.good, .bold))
      $0.emphasize(1..<99, row: 0, .reversed)
    }
    #expect(frame[0, 0].style == Style(.good, .bold))
    #expect(frame[0, 1].style == Style(.good, [.bold, .reversed]))
    #expect(frame[0, 5].style == Style(.plain, .reversed))
  }
}
