import Tables

/// Counts what a guardrail looks at, keeps what is wrong, and where most of it comes from.
struct Tally: Sendable {
  private(set) var base = 0
  private(set) var cases: [GuardrailFinding.Case] = []
  /// By code.
  private var groups: [(count: Int, base: Int)] = []
  private let group: GuardrailFinding.Group?
  private let isOfWrongOnly: Bool

  /// Tells what it counts apart by groups of a kind, or only what is wrong of it.
  init(by group: GuardrailFinding.Group? = nil, ofWrongOnly: Bool = false) {
    self.group = group
    isOfWrongOnly = ofWrongOnly
  }

  /// The groups with something wrong.
  var wrongGroups: [Int32] { groups.indices.filter { groups[$0].count > 0 }.map { Int32($0) } }

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
    let more = Int(code) + 1 - groups.count
    if more > 0 { groups += [(count: Int, base: Int)](repeating: (0, 0), count: more) }
    groups[Int(code)].base += 1
    if isWrong { groups[Int(code)].count += 1 }
  }

  /// Adds what another has looked at, behind what this has.
  mutating func add(_ others: Tally) {
    base += others.base
    cases += others.cases
    let more = others.groups.count - groups.count
    if more > 0 { groups += [(count: Int, base: Int)](repeating: (0, 0), count: more) }
    for (code, other) in others.groups.enumerated() {
      groups[code].base += other.base
      groups[code].count += other.count
    }
  }

  /// The group that most of it comes from, by its word in a vocabulary; nil where nothing is wrong.
  func worst(_ words: Vocabulary) -> GuardrailFinding.Worst? {
    guard let group else { return nil }
    let worst = wrongGroups.max { left, right in
      let (own, other) = (groups[Int(left)].count, groups[Int(right)].count)
      return own != other
        ? own < other : words.utf8(right).lexicographicallyPrecedes(words.utf8(left))
    }
    return worst.map {
      let (count, base) = groups[Int($0)]
      return .init(
        group: group, name: words[$0], count: count, base: isOfWrongOnly ? nil : base)
    }
  }
}
