import Glyphs
package import Tables

/// Numbers and dates as people read them, in English and without a locale.
package enum Wording {
  /// A whole number in groups of three: `12,840`.
  package static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// A number with a fixed count of decimals, rounded half away from zero: `7.1`.
  package static func decimal(_ number: Double, _ decimals: Int) -> String {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = (abs(number) * factor).rounded()
    guard scaled < 9e15 else { return number < 0 ? "-very large" : "very large" }
    let whole = Int(scaled) / Int(factor)
    let sign = number < 0 && scaled > 0 ? "-" : ""
    if decimals == 0 { return sign + count(whole) }
    let rest = String(Int(scaled) % Int(factor))
    return sign + count(whole) + "." + String(repeating: "0", count: decimals - rest.count) + rest
  }

  /// A share of one in per cent: one decimal under 20 %, none from there on: `7.1 %`, `63 %`.
  package static func percent(_ share: Double) -> String { percentNumber(share) + " %" }

  /// An interval of shares, in per cent, with as many decimals as its value: `5.8 to 8.7`.
  package static func percents(_ interval: Interval, of share: Double) -> String {
    let decimals = percentDecimals(share)
    return decimal(interval.low * 100, decimals) + " to " + decimal(interval.high * 100, decimals)
  }

  /// A share with its interval, in per cent: `7.1 % (5.8 to 8.7)`.
  package static func share(_ incidence: Incidence) -> String {
    percent(incidence.value)
      + (incidence.interval.map { " (\(percents($0, of: incidence.value)))" } ?? "")
  }

  /// A configured number as it was configured: `2`, `1.25`.
  package static func setting(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? count(Int(number)) : "\(number)"
  }

  /// A difference of shares in points, with its sign: `+2.0`.
  package static func points(_ difference: Double) -> String {
    let text = decimal(abs(difference) * 100, 1)
    return text == "0.0" ? text : (difference < 0 ? "-" : "+") + text
  }

  private static func percentNumber(_ share: Double) -> String {
    let text = decimal(share * 100, percentDecimals(share))
    // A share that is not zero must not read as zero.
    if share > 0, text == "0.0" { return "under 0.1" }
    return text
  }

  private static func percentDecimals(_ share: Double) -> Int { abs(share) < 0.1995 ? 1 : 0 }

  /// A ratio: `4.2x`.
  package static func ratio(_ number: Double) -> String { decimal(number, 1) + "x" }

  /// A return on investment in per cent, with its sign: `+320 %`.
  package static func signedPercent(_ share: Double) -> String {
    let text = decimal(abs(share) * 100, 0)
    return (text == "0" ? "" : share < 0 ? "-" : "+") + text + " %"
  }

  /// Days, whole or with one decimal: `34`, `16.5`.
  package static func days(_ days: Double) -> String {
    decimal(days, days == days.rounded() ? 0 : 1)
  }

  /// A count with its noun: `1 day`, `12 days`.
  package static func counted(_ number: Int, _ noun: String) -> String {
    count(number) + " " + noun + (number == 1 ? "" : "s")
  }

  /// A count of people: `1 person`, `12 people`.
  package static func people(_ number: Int) -> String {
    count(number) + (number == 1 ? " person" : " people")
  }

  /// An amount: whole units from a hundred on, two decimals below; `$14,900`, `CHF 1.20`.
  package static func money(_ units: Double, _ currency: String?) -> String {
    let text = decimal(abs(units), abs(units) < 99.995 ? 2 : 0)
    let sign = units < 0 && text.contains { ("1"..."9").contains($0) } ? "-" : ""
    switch currency {
    case nil: return sign + text
    case "USD": return sign + "$" + text
    case "EUR": return sign + "€" + text
    case "GBP": return sign + "£" + text
    case let code?: return sign + SafeText(code).description + " " + text
    }
  }

  /// A day: `31 Oct 2026`.
  package static func day(_ day: Day) -> String {
    "\(day.civil.day) \(day.month.shortName) \(day.month.year)"
  }

  /// A month: `Oct 2026`.
  package static func month(_ month: Month) -> String { "\(month.shortName) \(month.year)" }

  /// Months in a row: `Jun-Aug 2026`, `Nov'25-Jan'26`, `Oct 2026`.
  package static func span(_ span: MonthSpan) -> String {
    if span.count == 1 { return month(span.to) }
    if span.from.year == span.to.year { return span.from.shortName + "-" + month(span.to) }
    func short(_ month: Month) -> String {
      "\(month.shortName)'\(String(month.year % 100 + 100).dropFirst())"
    }
    return short(span.from) + "-" + short(span.to)
  }

  /// Words joined as in speech: `a, b and c`.
  package static func list(_ words: [String], _ last: String = "and") -> String {
    guard let end = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " " + last + " " + end
  }
}

extension String {
  /// The text with its first letter in upper case.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text with its first letter in lower case, unless more capitals follow: `SMS` stays.
  package var lowercasedFirst: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }
}
