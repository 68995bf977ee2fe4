import Glyphs

extension Finding {
  /// Where the row stands, what stood there, why it will not do and what would.
  package var sentence: String {
    let place = "\(SafeText(file)):\(line)" + (column.map { " \(SafeText($0))" } ?? "")
    return "\(place): " + [quotation, problem.complaint].compactMap { $0 }.joined(separator: " ")
  }

  /// What stood there, in quotes; nil where nothing did, or where the row as a whole is at fault.
  package var quotation: String? {
    column == nil || text.isEmpty ? nil : "\"\(SafeText(text, limit: 60))\""
  }
}

extension RowProblem {
  /// What is wrong and what would do; for a column's problem, what follows the quoted text.
  package var complaint: String {
    switch self {
    case .quoteNotClosed:
      "a quote opens here and is never closed; double a quote that is part of the text"
    case .textAfterQuote:
      "text follows a closing quote; double a quote that is part of the text"
    case .lineTooLong: "the line is longer than a mebibyte"
    case .fieldCount(let found, let expected):
      "\(found) fields where the header has \(expected); quote a text that holds a comma"
    case .blank: "is blank and may not be"
    case .notADate:
      "is no date; write 2026-10-31, or 2026-10-31T14:05:00 with or without +01:00"
    case .notADateOrMonth: "is no date and no month; write 2026-10-31 or 2026-10"
    case .notAnAmount: "is no amount; write plain digits with a point, as 1234.56"
    case .amountTooLarge: "is over a million million; is it in the currency's main unit?"
    case .notAStep: "is no step; write a whole number"
    case .notAWord(let words): "is none of \(words.joined(separator: ", "))"
    case .afterToday(let today): "is after today, \(today); an order cannot have happened yet"
    case .notUTF8: "is not UTF-8; save the file as UTF-8"
    case .zeroByte: "holds a zero byte; the file may be damaged"
    }
  }
}
