import Metrics
import Tables
import Terminal
import Testing

@testable import Dashboard

/// Lines that are typed, and what they lead to.
struct TypingTests {
  private func typed(_ text: String) -> [Key] { text.map { .character($0) } }

  @Test func `the palette runs a command by its words`() {
    let dashboard = Dashboard(sample, keys: [":"] + typed("which channel") + [.enter])
    #expect(dashboard.layer == .screen(.channels))
    #expect(dashboard.prompt == nil)
  }

  @Test func `the palette opens addresses`() {
    let dashboard = Dashboard(sample, keys: [":"] + typed("segments/segment:loyal") + [.enter])
    #expect(dashboard.layer == .selection(Selection([.row(.segment, "loyal")])))
  }

  @Test func `what is neither says so`() {
    let dashboard = Dashboard(sample, keys: [":"] + typed("zzz") + [.enter])
    #expect(dashboard.frame.text.contains("\"zzz\" is neither a command nor a screen"))
  }

  @Test func `the palette's arrows choose, and Esc leaves all as it was`() {
    var dashboard = Dashboard(sample, keys: [":", .down, .enter])
    #expect(dashboard.layer == .screen(.segments))
    dashboard.press([":"] + typed("quit") + [.escape])
    #expect(dashboard.layer == .screen(.segments))
    #expect(dashboard.prompt == nil)
  }

  @Test func `the palette draws charts with other glyphs`() {
    let dashboard = Dashboard(sample, keys: [":"] + typed("glyphs") + [.enter])
    #expect(dashboard.glyphs == .block)
  }

  @Test func `Ctrl-Z and Ctrl-L do from a line what they do elsewhere`() {
    for keys in [[":"], ["/"], ["e"]] as [[Key]] {
      var dashboard = Dashboard(sample, keys: ["3"] + keys)
      #expect(dashboard.press([.control("z")]) == [.suspend])
      #expect(dashboard.press([.control("l")]) == [.repaint])
      #expect(dashboard.prompt != nil)
    }
  }

  @Test func `Ctrl-C leaves from a line, too, and q is a letter there`() {
    var dashboard = Dashboard(sample, keys: ["3", "/"])
    #expect(dashboard.press(["q"]).isEmpty)
    #expect(dashboard.press([.control("c")]) == [.quit])
  }

  @Test func `pasted text is typed into a line, its control characters left out`() {
    var dashboard = Dashboard(sample, keys: ["3", "/"])
    _ = dashboard.update(.pasted("s\u{1B}[2Jms\n"))
    #expect(dashboard.prompt?.text == "s\u{FFFD}[2Jms ")
  }

  @Test func `a word and a letter are deleted, and an empty line closes`() {
    var dashboard = Dashboard(sample, keys: ["3", "/"] + typed("rate>5 sms") + [.control("w")])
    #expect(dashboard.prompt?.text == "rate>5 ")
    dashboard.press([.backspace, .control("u")])
    #expect(dashboard.prompt?.text == "")
    dashboard.press([.backspace])
    #expect(dashboard.prompt == nil)
  }

  @Test func `a file is written, and over another only when y says so`() throws {
    var dashboard = Dashboard(sample, keys: ["3", "e"])
    #expect(dashboard.prompt?.text == "winback-channels-2026-10-31.csv")
    let name = "winback-channels-2026-10-31.csv"
    #expect(dashboard.press([.enter]) == [.export(path: name, isReplacing: false)])
    #expect(dashboard.text(forFile: name).hasPrefix("as_of,screen,channel,rate,"))
    _ = dashboard.update(.alreadyThere(path: "a.csv"))
    #expect(dashboard.frame.text.contains("Already there; y replaces it"))
    #expect(dashboard.press(["n"]).isEmpty)
    #expect(dashboard.frame.text.contains("a.csv was left as it is."))
    _ = dashboard.update(.alreadyThere(path: "a.csv"))
    #expect(dashboard.press(["y"]) == [.export(path: "a.csv", isReplacing: true)])
  }

  @Test(arguments: [("a.md", "# winback"), ("a.SVG", "<svg"), ("a.csv", "as_of,")])
  func `the name's end says what is written`(name: String, start: String) {
    var dashboard = Dashboard(sample, keys: ["3", .enter, "e", .control("u")])
    #expect(dashboard.press(typed(name) + [.enter]) == [.export(path: name, isReplacing: false)])
    #expect(dashboard.text(forFile: name).hasPrefix(start))
  }

  @Test func `a name without an end that says what to write is asked for again`() {
    var dashboard = Dashboard(sample, keys: ["e", .control("u")])
    #expect(dashboard.press(typed("a.xls") + [.enter]).isEmpty)
    #expect(dashboard.prompt?.text == "a.xls")
    #expect(dashboard.frame.text.contains("End the name in .csv, .md or .svg"))
  }

  @Test(
    arguments: [
      ([.right, .right, "y"], "9.1 %"), ([.backTab, "y"], "Day-60 win-back for Aug"),
      ([.up, "y"], "Distrust: 66 %"),
      (["3", "Y"], "channel\trate\t95 %\tn\tvs rest"), (["3", .enter, "u", "y"], "channels/email"),
    ] as [([Key], String)])
  func `cells, sentences, tables and addresses are copied`(keys: [Key], start: String) throws {
    var dashboard = Dashboard(sample, Size(columns: 160, rows: 40))
    guard case .copy(let text, _) = dashboard.press(keys).last else {
      Issue.record("nothing is copied")
      return
    }
    #expect(text.hasPrefix(start), "\(text)")
    _ = dashboard.update(.copied(what: "it", destination: "tmux"))
    #expect(dashboard.frame.text.contains("Copied it to tmux."))
  }

  @Test func `e-mail addresses and names are hidden until they are asked for, and hidden again`() {
    let size = Size(columns: 200, rows: 40)
    var dashboard = Dashboard(sample, size, keys: ["5"])
    #expect(dashboard.press(["x"]) == [.introduce])
    let id = dashboard.rowUnderCursor?.cells[0].text ?? ""
    _ = dashboard.update(.introduced([id: Contact(name: "Ann Example", email: "ann@example.com")]))
    #expect(dashboard.frame.text.contains("Ann Example"))
    #expect(dashboard.frame.text.contains("ann@example.com"))
    #expect(dashboard.press(["x"]).isEmpty)
    #expect(!dashboard.frame.text.contains("example.com"))
  }

  @Test func `a list longer than a clipboard is written to a file instead`() {
    for keys: [Key] in [["5"], ["5", "g"]] {
      var dashboard = Dashboard(sample, keys: keys)
      #expect(dashboard.press(["Y"]).isEmpty)
      #expect(dashboard.frame.text.contains("e writes them to a file"))
      let effects = dashboard.press(["/"] + typed("day<=2 sms") + [.enter, "Y"])
      guard case .copy(let text, _) = effects.last else {
        Issue.record("a short list is not copied")
        return
      }
      #expect(text.hasPrefix("customer\tsegment\torders"))
    }
  }

  @Test func `a text that a spreadsheet would run is copied as text`() {
    let table = Table(
      [.init("name"), .init("change")], [Table.Row([.init("=HYPERLINK(1)"), .init("-7.2")])])
    #expect(table.tabbed == "name\tchange\n'=HYPERLINK(1)\t-7.2\n")
  }

  @Test func `an address names nobody whose id is an e-mail address, unless those are seen`() throws
  {
    var address = Address()
    address.screen = .people
    address.person = "ann@example.com"
    #expect(address.text == "people/ann%40example.com")
    #expect(Masking.hides("ann@example.com"))
  }

  @Test func `an id that is an e-mail address is masked, too`() {
    #expect(Masking.shown("ann@example.com", isRevealed: false) == "a***@e***")
    #expect(Masking.shown("ann@example.com", isRevealed: true) == "ann@example.com")
    #expect(Masking.shown("C1\u{202E}", isRevealed: false) == "C1\u{FFFD}")
  }
}
