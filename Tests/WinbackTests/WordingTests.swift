import Dashboard
import Glyphs
import Metrics
import Tables
import Testing

@testable import winback

struct WordingTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (12_840, "12,840"), (-1_234_567, "-1,234,567"),
  ])
  func `counts are in groups of three`(number: Int, text: String) {
    #expect(Wording.count(number) == text)
  }

  @Test(arguments: [
    (0.071, "7.1 %"), (0.08, "8.0 %"), (0.1994, "19.9 %"), (0.1996, "20 %"), (0.63, "63 %"),
    (1, "100 %"), (0, "0.0 %"), (0.0004, "under 0.1 %"), (0.0006, "0.1 %"),
  ])
  func `a share has a decimal under twenty per cent, and never reads as zero`(
    share: Double, text: String
  ) {
    #expect(Wording.percent(share) == text)
  }

  @Test(arguments: [(0.02, "+2.0"), (-0.0306, "-3.1"), (0.0004, "0.0"), (-0.0004, "0.0")])
  func `points carry their sign`(difference: Double, text: String) {
    #expect(Wording.points(difference) == text)
  }

  @Test(
    arguments: [
      (14_900, "USD", "$14,900"), (15, "EUR", "€15.00"), (99.996, "GBP", "£100"),
      (-3.5, "CHF", "-CHF 3.50"), (12.345, nil, "12.35"), (-0.001, "USD", "$0.00"),
    ] as [(Double, String?, String)])
  func `amounts are whole from a hundred on`(units: Double, currency: String?, text: String) {
    #expect(Wording.money(units, currency) == text)
  }

  @Test(arguments: [
    ("2026-10", 1, "Oct 2026"), ("2026-08", 3, "Jun-Aug 2026"), ("2026-01", 3, "Nov'25-Jan'26"),
    ("2005-08", 12, "Sep'04-Aug'05"),
  ])
  func `months in a row are short`(last: String, count: Int, text: String) throws {
    let month = try #require(Day(last + "-01")).month
    #expect(Wording.span(MonthSpan(count, endingWith: month)) == text)
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
  ])
  func `words are joined as in speech`(words: [String], text: String) {
    #expect(Wording.list(words) == text)
  }
}

struct OutputTests {
  @Test func `text is aligned, wrapped at eighty and has no box`() {
    var document = Document()
    document.append(.title("winback", right: "as of 31 Oct 2026"))
    document.append(.heading("Table"))
    document.append(
      .table(
        [.init(title: "name", alignment: .left), .init(title: "n")],
        [.init(["ab", "1,000"]), .init(["漢字", "2"], note: "wide")]))
    document.append(.bullets([String(repeating: "word ", count: 20)]))
    #expect(
      TextOutput.text(document) == """
        winback                                                        as of 31 Oct 2026

        Table
          name      n
          ab    1,000
          漢字      2
              wide
        - word word word word word word word word word word word word word word word
          word word word word word

        """)
  }

  @Test func `Markdown escapes what a name could do to a table`() {
    var document = Document()
    document.append(.table([.init(title: "name", alignment: .left)], [.init(["a|b*<i>"])]))
    #expect(
      MarkdownOutput.text(document) == """
        | name |
        | :-- |
        | a\\|b\\*\\<i\\> |

        """)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("@cmd", "'@cmd"), ("+49", "+49"),
    ("-0.5", "-0.5"), ("-x", "'-x"), ("\tx", "'\tx"),
  ])
  func `a CSV field that a spreadsheet would run is neutralised, a number is not`(
    text: String, field: String
  ) {
    #expect(CommaSeparated.field(text) == field)
  }

  @Test func `JSON escapes what a terminal might obey`() {
    let value = JSONValue.object([
      ("a\"\\", .list([.text("\u{1B}[2J\u{202E}\n"), .null, .bool(true)]))
    ])
    #expect(
      value.document == """
        {
          "a\\"\\\\": [
            "\\u001b[2J\\u202e\\n",
            null,
            true
          ]
        }

        """)
  }

  @Test func `JSON has no number for what is none`() {
    #expect(JSONValue.number(.nan).document == "null\n")
    #expect(JSONValue.number(.infinity).document == "null\n")
    #expect(JSONValue.object([]).document == "{}\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\u{200B}b", "a\u{FFFD}b"),
    ("\u{E0041}", "\u{FFFD}"), ("é漢🙂", "é漢🙂"), ("e\u{301}", "e\u{301}"),
    (String(repeating: "x", count: 301), String(repeating: "x", count: 299) + "…"),
  ])
  func `text from a file is cleaned`(text: String, clean: String) {
    #expect(SafeText(text).description == clean)
  }
}
