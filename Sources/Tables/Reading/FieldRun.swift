/// Fields that stand side by side in every record of a file and say the same wherever they read the same:
/// they are looked up together instead of being read one by one.
struct FieldRun<Meaning: Sendable>: Sendable {
  /// The first and the last of them, if they stand side by side.
  private let positions: ClosedRange<Int>?
  /// Their bytes, separators included, as they stood in the records of a block.
  private var texts = Vocabulary()
  /// By code of the text.
  private var meanings: [Meaning] = []

  /// As many may all be different before that tells anything.
  private static var firstRows: Int { 50 }

  /// Those of some columns that the file has.
  init(_ columns: [Column]) {
    let places = columns.compactMap(\.position).sorted()
    guard let first = places.first, let last = places.last,
      places == Array(first..<first + places.count)
    else {
      positions = nil
      return
    }
    positions = first...last
  }

  /// The bytes of the fields in a record, to be looked up: nil where one of them is quoted, so that what
  /// stands before it decides on what it means, or where few of them come again among `rows` rows.
  @inline(__always)
  func text(in record: borrowing Record, rows: Int) -> KeyedText? {
    // After the first rows, fields of which not even half come again are not worth a look.
    guard let positions, texts.count < FieldRun.firstRows + rows / 2 else { return nil }
    let start = record.fields[positions.lowerBound].start
    var end = record.fields[positions.lowerBound].end
    for position in positions.dropFirst() {
      // Behind a quoted field, and before one, stands a quote beside the separator.
      if record.fields[position].start != end + 1 { return nil }
      end = record.fields[position].end
    }
    return KeyedText(key: TextKey(record.bytes.span.extracting(start..<end)), range: start..<end)
  }

  /// What fields of a block that read the same meant.
  @inline(__always)
  func meaning(of text: KeyedText, in record: borrowing Record) -> Meaning? {
    let bytes = record.bytes.span.extracting(text.range)
    return texts.existingCode(of: text.key, bytes).map { meanings[Int($0)] }
  }

  /// Notes what fields mean that have not been seen.
  mutating func note(_ meaning: Meaning, of text: KeyedText, in record: borrowing Record) {
    let code = texts.code(of: text.key, record.bytes.span.extracting(text.range))
    assert(Int(code) == meanings.count, "they have not been seen")
    meanings.append(meaning)
  }

  mutating func removeAll() {
    texts = Vocabulary()
    meanings.removeAll(keepingCapacity: true)
  }
}
