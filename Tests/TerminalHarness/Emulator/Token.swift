/// What a stream of bytes says to a terminal, one thing at a time.
enum Token: Equatable {
  case character(Unicode.Scalar)
  /// A byte below the space.
  case control(UInt8)
  /// ESC, bytes such as `(`, and the one that ends it.
  case escape(intermediates: String, final: Character)
  /// ESC `[` … .
  case sequence(ControlSequence)
  /// ESC `]` …, such as a title or a copied text.
  case command(String)
  /// The strings of the device, of `screen` and of applications: nothing that a screen shows.
  case skippedString
}

/// The parts of ESC `[`.
struct ControlSequence: Equatable {
  /// `?`, `>`, `<` or `=` before the numbers.
  var marker = ""
  /// Numbers between semicolons, each with those that colons add; empty where none was given.
  var parameters: [[Int]] = []
  var intermediates = ""
  var final: Character

  /// A number, or what stands for it if it was left out or is nought.
  func count(_ index: Int = 0) -> Int { max(1, number(index)) }

  func number(_ index: Int) -> Int {
    parameters.indices.contains(index) ? parameters[index].first ?? 0 : 0
  }

  /// The sequence without its numbers, as `?h` or `H`.
  var name: String { marker + intermediates + String(final) }

  /// The sequence as a person would write it.
  var description: String {
    let numbers = parameters.map { $0.map(String.init).joined(separator: ":") }
    return "ESC [" + marker + numbers.joined(separator: ";") + intermediates + String(final)
  }
}

extension ControlSequence {
  /// Reads what stands between ESC `[` and the final byte.
  init(body: some Collection<UInt8>, final: UInt8) {
    let text = String(decoding: body, as: UTF8.self)
    let marker = text.prefix { "?><=".contains($0) }
    let numbers = text.dropFirst(marker.count).prefix { $0.isNumber || $0 == ";" || $0 == ":" }
    self.marker = String(marker)
    intermediates = String(text.dropFirst(marker.count + numbers.count))
    self.final = Character(Unicode.Scalar(final))
    guard !numbers.isEmpty else { return }
    parameters = numbers.split(separator: ";", omittingEmptySubsequences: false).map { parameter in
      // A number too long to be one is as large as a screen can ever need.
      parameter.split(separator: ":").map { min(Int($0) ?? 99_999, 99_999) }
    }
  }
}
