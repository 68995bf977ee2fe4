import Dashboard
import Terminal

/// Keys in an order that is always the same: every command of the table as often as the others, but
/// those that leave the program.
struct KeySequence: Sequence, IteratorProtocol {
  private static let commands = Command.allCases.filter {
    $0 != .quit && $0 != .suspend && !$0.keys.isEmpty
  }
  /// What is typed where a command asks for a line, and how it is left: as if it had not been typed.
  private static let typed: [Key] = ["s", "m", "s", .backspace, .escape]

  private var rest: Int
  private var pending: ArraySlice<Key> = []
  private var state: UInt64 = 1

  /// So many keys.
  init(count: Int) { rest = count }

  mutating func next() -> Key? {
    guard rest > 0 else { return nil }
    rest -= 1
    if let key = pending.popFirst() { return key }
    let command = pick(KeySequence.commands)
    if command.asksForLine { pending = KeySequence.typed[...] }
    return pick(command.keys)
  }

  /// The linear congruential generator of Knuth's MMIX, of which the high bits are the better ones.
  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return elements[Int(state >> 33) % elements.count]
  }
}
