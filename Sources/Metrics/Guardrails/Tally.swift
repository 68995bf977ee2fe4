import Tables

/// Counts what a guardrail looks at, keeps what is wrong, and where most of it comes from.
struct Tally {
  private(set) var base = 0
  private(set) var cases: [GuardrailFinding.Case] = []
  private var groups: [Int32: (count: Int, base: Int)] = [:]
  private let group: GuardrailFinding.Group?
  private let isOfWrongOnly: Bool

  /// Tells what it counts apart by groups of a kind, or only what is wrong of it.
  init(by group: GuardrailFinding.Group? = nil, ofWrongOnly: Bool = false) {
    self.group = group
    isOfWrongOnly = ofWrongOnly
  }

  /// The groups with something wrong.
  var wrongGroups: Set<Int32> { Set(groups.filter { $0.value.count > 0 }.keys) }

  /// How much is wrong.
  var count: Int { cases.count }

  /// What is wrong of what was looked at.
  var share: Proportion { Proportion(count, of: base) }

  /// Looks at one more; `code` is that of its group, 0 for none. Of what is right the group can be
  /// unknown: then `worst` has a count and no base.
  mutating func add(_ isWrong: Bool, _ customer: Int32, _ reference: Reference, in code: Int32 = 0)
  {
    base += 1
    if isWrong { cases.append(.init(customer: customer, reference: reference)) }
    guard group != nil, code != 0 else { return }
    let before = groups[code] ?? (0, 0)
    groups[code] = (before.count + (isWrong ? 1 : 0), before.base + 1)
  }

  /// The group that most of it comes from, by its word in a vocabulary; nil where nothing is wrong.
  func worst(_ words: Vocabulary) -> GuardrailFinding.Worst? {
    guard let group else { return nil }
    let ranked = groups.filter { $0.value.count > 0 }.max { left, right in
      left.value.count != right.value.count
        ? left.value.count < right.value.count
        : words.utf8(right.key).lexicographicallyPrecedes(words.utf8(left.key))
    }
    return ranked.map {
      .init(
        group: group, name: words[$0.key], count: $0.value.count,
        base: isOfWrongOnly ? nil : $0.value.base)
    }
  }
}
