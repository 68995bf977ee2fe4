/// Rows as CSV by RFC 4180, safe to open in a spreadsheet.
package enum CommaSeparated {
  /// The rows, each ended by CR LF.
  package static func text(_ rows: some Sequence<[String]>) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field; a text that a spreadsheet would run as a formula gets an apostrophe.
  package static func field(_ text: String) -> String {
    let text = guarded(text)
    // By bytes: as characters, CR LF is one and neither CR nor LF.
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// A text that a spreadsheet takes for text: one that it would run gets an apostrophe.
  static func guarded(_ text: String) -> String {
    guard let first = text.utf8.first, Array("=+-@\t\r".utf8).contains(first), Double(text) == nil
    else { return text }
    return "'" + text
  }
}
