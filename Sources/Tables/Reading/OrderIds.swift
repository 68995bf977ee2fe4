/// Tells orders apart by their ids, and which file each came from.
///
/// Most shops number their orders, and write them down in that order: ids that only ever rise are all
/// different, and no table of them is needed to know it.
struct OrderIds {
  /// Which file each order came from, by its row.
  var file: [Int32] = []
  /// The file being read, counted from 0.
  var currentFile: Int32 = -1
  /// The ids so far while they rise, nil once one did not.
  private var rising: [TextKey]? = []
  /// The ids so far once one did not rise; an id's code is its order's row.
  private var ids = Vocabulary()

  /// Makes room for so many.
  mutating func reserve(_ count: Int) {
    file.reserveCapacity(count)
    rising?.reserveCapacity(count)
  }

  /// Takes the ids of a block. True where all of them are new; else `rows` has the row of each, which for a
  /// new one is the next, and the file of each is still to be noted.
  mutating func take(
    _ texts: [KeyedText], in bytes: [UInt8], to rows: inout [Int32]
  ) -> Bool {
    let before = file.count
    if !takeRising(texts) {
      settle()
      ids.codes(of: texts, in: bytes, to: &rows)
      if ids.count < before + texts.count { return false }
    }
    file.append(contentsOf: repeatElement(currentFile, count: texts.count))
    return true
  }

  /// Takes ids if all of them rise.
  private mutating func takeRising(_ texts: [KeyedText]) -> Bool {
    guard var keys = exchange(&rising, with: nil) else { return false }
    let before = keys.count
    for text in texts {
      if text.key.isLong { break }
      if let last = keys.last, !last.isBefore(text.key) { break }
      keys.append(text.key)
    }
    let isWhole = keys.count == before + texts.count
    if !isWhole { keys.removeLast(keys.count - before) }
    rising = keys
    return isWhole
  }

  /// Puts the ids that rose into a table.
  private mutating func settle() {
    guard let keys = exchange(&rising, with: nil) else { return }
    ids.reserve(max(keys.count, file.capacity))
    var text: [UInt8] = []
    for key in keys {
      key.spell(into: &text)
      _ = ids.code(of: key, text.span)
    }
  }
}
