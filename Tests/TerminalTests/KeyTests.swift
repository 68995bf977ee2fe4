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

  @Test(
    arguments: [
      ("\u{1B}[1;5D", []), ("\u{1B}[I", []), ("\u{1B}[3;5~q", ["q"]), ("\u{1B}Ot", []),
      ("\u{1B}", [.escape]), ("\u{1B}q", [.escape, "q"]), ("\u{1B}[", [.escape, "["]),
      ("\u{1B}[31", [.escape, "[", "3", "1"]),
    ] as [(String, [Key])])
  func `a sequence that nobody has named presses no keys`(typed: String, keys: [Key]) {
    var reader = KeyReader()
    let events = reader.events(typed.unicodeScalars.map { .character($0) })
    #expect(events + reader.giveUpWaiting() == keys.map { .key($0) })
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

  /// Mouse reports of both forms, arrows with a modifier, answers of the terminal and what opens a paste:
  /// run as what they are spelled with, they would press digits and letters.
  @Test(
    arguments: [
      "\u{1B}[<0;5;2M", "\u{1B}[<64;120;40m", "\u{1B}[1;5C", "\u{1B}[?62;22c", "\u{1B}[24~",
      "\u{1B}[M !!",
      "\u{1B}[M#q3",
    ])
  func `a sequence that nobody has named presses no keys, torn in any two places`(sequence: String)
  {
    let readings = sequence.unicodeScalars.map { Screen.Reading.character($0) }
    for first in 1..<readings.count {
      for second in first..<readings.count where first != 1 || second != 2 {
        var reader = KeyReader()
        var events = reader.events(Array(readings[..<first]))
        events += reader.events(Array(readings[first..<second]))
        events += reader.events(Array(readings[second...]) + [.character("q")])
        #expect(
          events == (first == 1 ? [.key(.escape), .key("q")] : [.key("q")]), "\(first), \(second)")
        #expect(reader.patience == nil)
      }
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

  @Test func `an Esc and a key after it are no sequence`() {
    var reader = KeyReader()
    #expect(reader.events([.character("\u{1B}")]) == [.key(.escape)])
    #expect(reader.patience == nil, "Esc is answered at once")
    #expect(reader.events([.character("[")]) == [.key("[")])
    #expect(reader.events([.character("A")]) == [.key("A")])
  }

  @Test func `the mouse is no key, and what is pasted moves no mouse`() {
    #expect(events([.pointer(.wheelUp)]) == [.pointer(.wheelUp)])
    let begin: [Screen.Reading] = [.code(KeySequence.pasteBegin)]
    #expect(events(begin + [.pointer(.wheelUp), .code(KeySequence.pasteEnd)]) == [.pasted("")])
  }

  @Test func `bytes that are no character do not swallow what follows`() {
    #expect(events([.nothing, .character("q")]) == [.key("q")])
  }
}
