import CNcurses
import Terminal
import Testing

@testable import Terminal

struct KeyTests {
  /// Reads a row of readings; gives what they say.
  private func events(_ readings: [Screen.Reading]) -> [TerminalEvent] {
    var reader = KeyReader()
    return reader.events(readings)
  }

  @Test(
    arguments: [
      (0x61, .character("a")), (0x0D, .enter), (0x0A, .enter), (0x09, .tab), (0x1B, .escape),
      (0x7F, .backspace), (0x08, .backspace), (0x03, .control("c")), (0x1A, .control("z")),
      (0x20, .character(" ")), (0xE9, .character("é")), (0x6F22, .character("漢")),
    ] as [(UInt32, Key)])
  func `characters are keys`(value: UInt32, key: Key) throws {
    #expect(events([.character(try #require(Unicode.Scalar(value)))]) == [.key(key)])
  }

  @Test(
    arguments: [
      (KEY_UP, .up), (KEY_NPAGE, .pageDown), (KEY_BTAB, .backTab), (KEY_HOME, .home),
      (KEY_BACKSPACE, .backspace), (KEY_DC, .delete),
    ] as [(Int32, Key)])
  func `codes are keys`(code: Int32, key: Key) {
    #expect(events([.code(code)]) == [.key(key)])
  }

  @Test func `what is no key is nothing`() {
    #expect(events([.character("\u{0}"), .character("\u{9B}"), .code(KEY_F0 + 5)]) == [])
  }

  @Test func `a paste is one text, whatever keys it would be`() {
    let pasted: [Screen.Reading] =
      [.code(KeySequence.pasteBegin)] + "q\r3".unicodeScalars.map { .character($0) }
      + [.code(KEY_UP), .code(KeySequence.pasteEnd), .character("x")]
    #expect(events(pasted) == [.pasted("q\r3"), .key("x")])
  }

  @Test func `a paste ends by Ctrl-C, by its end in pieces, and by silence`() {
    func characters(_ text: String) -> [Screen.Reading] {
      text.unicodeScalars.map { .character($0) }
    }
    let begin: [Screen.Reading] = [.code(KeySequence.pasteBegin)]
    #expect(
      events(begin + characters("ab\u{3}q")) == [.pasted("ab"), .key("q")], "by Ctrl-C")
    var reader = KeyReader()
    #expect(reader.events(begin + characters("ab\u{1B}")).isEmpty)
    #expect(reader.events(characters("[20")).isEmpty)
    #expect(reader.events(characters("1~q")) == [.pasted("ab"), .key("q")], "in pieces")
    #expect(reader.events(begin + characters("cd")).isEmpty)
    #expect(reader.patience != nil)
    #expect(reader.giveUpWaiting() == [.pasted("cd")])
    #expect(reader.patience == nil)
    #expect(reader.events(characters("q")) == [.key("q")])
  }

  /// Arrows with a modifier, mouse reports in both forms, function keys of the Linux console, and answers to
  /// what another program asked the terminal.
  private static let nameless = [
    "\u{1B}[1;5D", "\u{1B}[I", "\u{1B}[3;5~", "\u{1B}Ot", "\u{1B}OP", "\u{1B}[[A", "\u{1B}[<0;5;2M",
    "\u{1B}[<35;120;40M", "\u{1B}[M #3", "\u{1B}[?64;1;2;6;9;15;16;17;18;21;22;28c",
    "\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\", "\u{1B}]0;q3\u{7}", "\u{1B}P>|term 3.1\u{1B}\\",
  ]

  private static func readings(_ text: some StringProtocol) -> [Screen.Reading] {
    text.unicodeScalars.map { .character($0) }
  }

  @Test(arguments: nameless)
  func `a sequence that nobody has named presses no keys, wherever it is torn`(sequence: String) {
    let all = KeyTests.readings(sequence)
    for first in 1...all.count {
      for second in first...all.count {
        var reader = KeyReader()
        let pieces = [all[..<first], all[first..<second], all[second...] + KeyTests.readings("q")]
        let events = pieces.flatMap { reader.events(Array($0)) }
        // The Esc alone is answered at once.
        #expect(
          events == (first == 1 && all.count > 1 ? [.key(.escape)] : []) + [.key("q")],
          "\(first), \(second)")
        #expect(reader.patience == nil)
      }
    }
  }

  @Test(
    arguments: [
      ("\u{1B}", [.escape]), ("\u{1B}q", [.escape, "q"]), ("\u{1B}[", [.escape, "["]),
      ("\u{1B}O", [.escape, "O"]), ("\u{1B}]", [.escape, "]"]), ("\u{1B}P", [.escape, "P"]),
      // Nobody types these: the line broke.
      ("\u{1B}[31", []), ("\u{1B}[<0;5", []), ("\u{1B}[M ", []), ("\u{1B}]11;rgb", []),
    ] as [(String, [Key])])
  func `what a user may have typed is typed when nothing follows, and all else is not`(
    typed: String, keys: [Key]
  ) {
    var reader = KeyReader()
    let events = reader.events(KeyTests.readings(typed))
    #expect(events + reader.giveUpWaiting() == keys.map { .key($0) })
    #expect(reader.events(KeyTests.readings("k")) == [.key("k")])
  }

  @Test func `what follows a sequence that was given up is its rest, for a while`() {
    let start = KeyReader.Instant.now
    for (wait, expected) in [(1.5, [.key("q")]), (5.0, [";", "2", "M", "q"].map { .key($0) })]
      as [(Double, [TerminalEvent])]
    {
      var reader = KeyReader()
      #expect(reader.events(KeyTests.readings("\u{1B}[<0;5"), at: start).isEmpty)
      #expect(reader.giveUpWaiting(at: start).isEmpty)
      #expect(reader.events(KeyTests.readings(";2Mq"), at: start + .seconds(wait)) == expected)
    }
  }

  @Test func `an Esc within a sequence ends it, and begins what follows`() {
    #expect(events(KeyTests.readings("\u{1B}[<0;5\u{1B}[Aq")) == [.key(.up), .key("q")])
    #expect(events(KeyTests.readings("\u{1B}[M \u{1B}[A")) == [.key(.up)])
    #expect(events(KeyTests.readings("\u{1B}]11;\u{1B}[A")) == [.key(.up)])
    #expect(events(KeyTests.readings("\u{1B}[<0;5") + [.code(KEY_UP)]) == [.key(.up)])
    var reader = KeyReader()
    #expect(reader.events(KeyTests.readings("\u{1B}O")).isEmpty)
    #expect(reader.events(KeyTests.readings("\u{1B}")).first == .key(.escape))
  }

  @Test func `keys that are typed ahead some time after an Esc are keys`() {
    let start = KeyReader.Instant.now
    var reader = KeyReader()
    #expect(reader.events(KeyTests.readings("\u{1B}"), at: start) == [.key(.escape)])
    let keys = reader.events(KeyTests.readings("[3jq"), at: start + .seconds(3))
    #expect(keys == ["[", "3", "j", "q"].map { .key($0) })
  }

  /// What a slow line tears apart, in every place; where it is the Esc alone that came first, that has
  /// been answered by then.
  @Test(arguments: KeySequence.known.filter { KeyReader.isKey($0.1) }.map(\.0))
  func `a key that comes in pieces is that key`(sequence: String) throws {
    let readings = sequence.unicodeScalars.map { Screen.Reading.character($0) }
    let key = try #require(events(readings).first)
    for cut in 1..<readings.count {
      var reader = KeyReader()
      let first = reader.events(Array(readings[..<cut]))
      #expect(first == (cut == 1 ? [.key(.escape)] : []), "cut at \(cut)")
      #expect(reader.events(Array(readings[cut...]) + [.character("q")]) == [key, .key("q")])
      #expect(reader.patience == nil)
    }
  }

  @Test func `a paste whose opening is torn twice runs nothing`() {
    func characters(_ text: String) -> [Screen.Reading] {
      text.unicodeScalars.map { .character($0) }
    }
    for pieces in [["\u{1B}", "[20", "0~q"], ["\u{1B}[", "2", "00~q"], ["\u{1B}[2", "00", "~q"]] {
      var reader = KeyReader()
      var events: [TerminalEvent] = []
      for piece in pieces {
        if !events.isEmpty { #expect(events == [.key(.escape)], "the Esc alone was answered") }
        events += reader.events(characters(piece))
      }
      events += reader.events([.code(KeySequence.pasteEnd)])
      #expect(events.last == .pasted("q"))
      #expect(events.dropLast().allSatisfy { $0 == .key(.escape) })
    }
  }

  @Test func `what a user may have typed is not waited for as long as what nobody types`() throws {
    func patience(_ text: String) -> Int? {
      var reader = KeyReader()
      _ = reader.events(text.unicodeScalars.map { .character($0) })
      return reader.patience
    }
    #expect(patience("\u{1B}") == nil)
    let short = try #require(patience("\u{1B}["))
    #expect(patience("\u{1B}O") == short)
    #expect(try #require(patience("\u{1B}[<0;5")) > short)
  }

  @Test func `an Esc and keys that come after it, one by one, are keys`() {
    let start = KeyReader.Instant.now
    var reader = KeyReader()
    #expect(reader.events([.character("\u{1B}")], at: start) == [.key(.escape)])
    #expect(reader.patience == nil, "Esc is answered at once")
    #expect(reader.events([.character("[")], at: start + .seconds(0.3)) == [.key("[")])
    #expect(reader.events([.character("A")], at: start + .seconds(0.4)) == [.key("A")])
  }

  @Test(
    arguments: [
      ("\u{1B}[<64;3;4M", [.wheelUp]), ("\u{1B}[<65;3;4M", [.wheelDown]),
      ("\u{1B}[M`$%", [.wheelUp]),
      ("\u{1B}[<0;3;4M\u{1B}[<0;3;4m", [.click(row: 3, column: 2)]),
      ("\u{1B}[M #$\u{1B}[M##$", [.click(row: 3, column: 2)]),
      // With Shift, Alt and Ctrl held, too.
      ("\u{1B}[<28;3;4M\u{1B}[<28;3;4m", [.click(row: 3, column: 2)]),
      // A drag, another button, a release that nobody saw the press of, and a move.
      ("\u{1B}[<0;3;4M\u{1B}[<0;9;4m", []), ("\u{1B}[<2;3;4M\u{1B}[<2;3;4m", []),
      ("\u{1B}[<0;3;4m", []), ("\u{1B}[<35;3;4M", []), ("\u{1B}[M##$", []),
    ] as [(String, [Pointer])])
  func `the mouse clicks where a button is pressed and let go, and turns its wheel`(
    report: String, pointers: [Pointer]
  ) {
    #expect(events(KeyTests.readings(report)) == pointers.map { .pointer($0) })
    let twice = events(KeyTests.readings(report + report))
    #expect(twice == (pointers + pointers).map { .pointer($0) })
  }

  @Test func `what is pasted moves no mouse`() {
    let begin: [Screen.Reading] = [.code(KeySequence.pasteBegin)]
    let pasted = begin + KeyTests.readings("\u{1B}[<64;3;4M") + [.code(KeySequence.pasteEnd)]
    #expect(events(pasted) == [.pasted("\u{1B}[<64;3;4M")])
  }

  @Test func `bytes that are no character do not swallow what follows`() {
    #expect(events([.nothing, .character("q")]) == [.key("q")])
  }
}
