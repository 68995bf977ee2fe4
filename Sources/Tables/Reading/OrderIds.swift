/// Tells orders apart by their ids, and which file each came from.
///
/// Most shops number their orders, and write them down in that order: ids that only ever rise are all
/// different, and no table of them is needed to know it.
struct OrderIds {
  /// The ids so far while they rise, nil once one did not.
  private var rising: RisingTexts? = RisingTexts()
  /// The ids so far once one did not rise; an id's code is its order's row.
  private var ids = Vocabulary()
  /// Which file each order came from, by its row, once ids do not rise.
  private var files: [Int32] = []
  /// How many orders came from each file while ids rose; the last is being read.
  private var counts: [Int] = []

  /// How many ids there may be.
  private var expected = 0

  /// The file being read, counted from 0.
  private var currentFile: Int32 { Int32(counts.count - 1) }

  /// Takes the ids of another file from now on; of the first, too.
  mutating func beginFile() { counts.append(0) }

  /// Makes room for so many.
  mutating func reserve(_ count: Int) {
    expected = count
    rising?.reserve(count)
  }

  /// Takes the ids of a block, if all of them are new and rise above those before: an order each.
  mutating func take(_ texts: RisingTexts) -> Bool {
    guard rising?.append(texts) == true else { return false }
    counts[counts.count - 1] += texts.count
    return true
  }

  /// Takes the ids of a block. True where all of them are new; else `rows` has the row of each, which for a
  /// new one is the next, and the file of each is still to be noted.
  mutating func take(
    _ texts: [KeyedText], in bytes: [UInt8], to rows: inout [Int32]
  ) -> Bool {
    settle()
    let before = ids.count
    ids.codes(of: texts, in: bytes, to: &rows)
    if ids.count < before + texts.count { return false }
    files.append(contentsOf: repeatElement(currentFile, count: texts.count))
    return true
  }

  /// Notes the file of the next order.
  mutating func note() { files.append(currentFile) }

  /// Has an order come from the file being read; false where it did already.
  mutating func moveHere(_ row: Int) -> Bool {
    if files[row] == currentFile { return false }
    files[row] = currentFile
    return true
  }

  /// Puts the ids that rose into a table.
  private mutating func settle() {
    guard let texts = exchange(&rising, with: nil) else { return }
    ids.reserve(max(texts.count, expected))
    texts.visit { _ = ids.code(of: $0.span) }
    for (file, count) in counts.enumerated() {
      files.append(contentsOf: repeatElement(Int32(file), count: count))
    }
  }
}
