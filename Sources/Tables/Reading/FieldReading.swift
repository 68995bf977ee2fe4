/// One column of a file: where it stands, and what it is called when it is at fault.
struct Column {
  let name: String
  /// Nil where the file has no such column: every field of it is blank.
  let position: Int?

  init(_ name: String, in layout: Layout) {
    self.name = name
    position = layout[name]
  }

  func refusal(_ problem: RowProblem) -> Refusal { Refusal(problem: problem, column: name) }
}

extension Record {
  /// A text that may not be blank, for a vocabulary.
  @inline(__always)
  func key(_ column: Column) throws(Refusal) -> KeyedText {
    guard let position = column.position else { throw column.refusal(.blank) }
    let range = trimmedRange(position)
    if range.isEmpty { throw column.refusal(.blank) }
    let text = bytes.span.extracting(range)
    let key = TextKey(text)
    if !key.isPlain, let problem = Record.problem(inText: text) { throw column.refusal(problem) }
    return KeyedText(key: key, range: range)
  }

  /// A text that may be blank, as the code of its spelling.
  @inline(__always)
  func word(_ column: Column, in spellings: inout Spellings) throws(Refusal) -> Int32 {
    guard let position = column.position else { return 0 }
    let range = trimmedRange(position)
    if range.isEmpty { return 0 }
    let text = bytes.span.extracting(range)
    let key = TextKey(text)
    // Its bytes have been looked at.
    if let code = spellings.latest(key) ?? spellings.existingCode(of: key, text) { return code }
    if let problem = Record.problem(inText: text) { throw column.refusal(problem) }
    return spellings.code(of: key, text)
  }

  /// A moment that may not be blank.
  func moment(_ column: Column, edge: BusinessClock.DayEdge, clock: inout BusinessClock)
    throws(Refusal) -> Int64
  {
    let (isEmpty, moment) = with(column.position) { text in
      (text.isEmpty, clock.moment(text, edge: edge))
    }
    guard let moment else { throw column.refusal(isEmpty ? .blank : .notADate) }
    return moment
  }

  /// A day that may be blank.
  func optionalDay(_ column: Column, clock: inout BusinessClock) throws(Refusal) -> Int32 {
    if isBlank(column.position) { return absent }
    return BusinessClock.dayNumber(of: try moment(column, edge: .start, clock: &clock))
  }

  /// An amount that may not be blank, in millionths.
  func amount(_ column: Column) throws(Refusal) -> Int64 {
    if isBlank(column.position) { throw column.refusal(.blank) }
    return try optionalAmount(column)
  }

  /// An amount in millionths; a blank one is 0.
  func optionalAmount(_ column: Column) throws(Refusal) -> Int64 {
    let reading = with(column.position) { $0.isEmpty ? .amount(0) : Amount.read($0) }
    switch reading {
    case .amount(let amount): return amount
    case .notAnAmount: throw column.refusal(.notAnAmount)
    case .tooLarge: throw column.refusal(.amountTooLarge)
    }
  }

  /// Which of some words a field holds, in whatever case; nil where it is blank.
  @inline(__always)
  func choice(_ column: Column, of choice: inout Choice) throws(Refusal) -> Int? {
    if isBlank(column.position) { return nil }
    guard let index = with(column.position, { choice.index(of: $0) }) else {
      throw column.refusal(.notAWord(choice.words))
    }
    return index
  }

  /// What keeps bytes from being text: a zero byte, or invalid UTF-8.
  private static func problem(inText text: Span<UInt8>) -> RowProblem? {
    if text.isPlain { return nil }
    for index in 0..<text.count where text[index] == 0 { return .zeroByte }
    return String(validating: text.array, as: UTF8.self) == nil ? .notUTF8 : nil
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes are an ASCII word, in whatever case; `word` is in lower case.
  func equalsIgnoringCase(_ word: String) -> Bool {
    guard count == word.utf8.count else { return false }
    var index = 0
    for byte in word.utf8 {
      let own = self[index]
      if own != byte, own | 0x20 != byte || !(0x41...0x5A).contains(own) { return false }
      index += 1
    }
    return true
  }
}
