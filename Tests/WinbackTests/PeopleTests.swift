import Tables
import Testing

@testable import Metrics

/// The list behind a selection: who is in it, in which order, and who stays when it is filtered.
struct `Laws of lists of people` {
  @Test(arguments: AnalysedFolder.all)
  func `a list is as long as its pane says`(_ folder: AnalysedFolder) throws {
    let span = folder.report.quarter.span
    for row in folder.report.quarter.breakdown(.segment) {
      let selection = Selection([.row(.segment, row.name)])
      let people = folder.analysis.people(selection, in: span)
      let detail = folder.analysis.detail(of: selection, in: span, window: 60, days: 90)
      #expect(people.count == detail?.own.enrolled)
      #expect((0..<people.count).allSatisfy { people[$0].segment == row.name })
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `those back, their revenue and their channels are the report's`(_ folder: AnalysedFolder) {
    let period = folder.report.quarter
    let people = folder.analysis.people(Selection(), in: period.span)
    let back = people.filtered([.isBack(true)]).all
    #expect(back.count == period.channels.reduce(0) { $0 + $1.reactivations })
    #expect(people.filtered([.isBack(false)]).count == people.count - back.count)
    let revenue = back.reduce(0) { $0 + ($1.revenue ?? 0) }
    #expect(abs(revenue - period.channels.reduce(0) { $0 + $1.revenue }) < 1e-6)
    for row in period.channels {
      #expect(back.count { $0.credited == row.name } == row.reactivations)
    }
    let window = folder.report.definitions.window
    #expect(back.allSatisfy { $0.daysToReturn.map { (0...window).contains($0) } ?? false })
    #expect(people.all.allSatisfy { $0.isMature == ($0.matures <= folder.report.asOf) })
  }

  @Test(arguments: AnalysedFolder.all)
  func `the newest enrolment comes first`(_ folder: AnalysedFolder) {
    let days = folder.people.all.map(\.enrolled)
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test(arguments: AnalysedFolder.all)
  func `every column sorts as its values do, and what is missing is last`(
    _ folder: AnalysedFolder
  ) {
    for column in People.Column.allCases {
      for isDescending in [false, true] {
        let sorted = folder.people.sorted(by: column, descending: isDescending)
        #expect(sorted.episodes.sorted() == folder.people.episodes.sorted())
        let keys = sorted.all.map { $0.key(column) }
        let known = keys.prefix { $0 != nil }.compactMap { $0 }
        #expect(keys.dropFirst(known.count).allSatisfy { $0 == nil })
        #expect(
          zip(known, known.dropFirst()).allSatisfy {
            isDescending ? !$0.precedes($1) : !$1.precedes($0)
          }, "\(column)")
      }
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `equal rows stay as they stood`(_ folder: AnalysedFolder) {
    let byDay = folder.people.sorted(by: .orders, descending: true)
    let bySegment = byDay.sorted(by: .segment, descending: true).all
    for (one, next) in zip(bySegment, bySegment.dropFirst()) where one.segment == next.segment {
      #expect(one.orders >= next.orders)
    }
  }

  private static let conditions: [[PeopleCondition]] = [
    [.number(.orders, .atLeast, 2)], [.number(.day, .atMost, 7)], [.number(.value, .less, 50)],
    [.number(.silent, .greater, 120), .isBack(false)], [.number(.revenue, .greater, 0)],
    [.word("sms", isExcluded: false)], [.word("Email", isExcluded: true)],
    [.isDiscounted(true)], [.isDiscounted(false), .word("1", isExcluded: false)],
  ]

  @Test(arguments: AnalysedFolder.all)
  func `filtering then sorting is sorting then filtering`(_ folder: AnalysedFolder) {
    for conditions in Self.conditions {
      for column in People.Column.allCases {
        let one = folder.people.filtered(conditions).sorted(by: column, descending: true)
        let other = folder.people.sorted(by: column, descending: true).filtered(conditions)
        #expect(one.episodes == other.episodes)
      }
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `a filter keeps those whose row says so`(_ folder: AnalysedFolder) {
    for conditions in Self.conditions {
      let kept = folder.people.filtered(conditions).all
      let expected = folder.people.all.filter { person in conditions.allSatisfy(person.meets) }
      #expect(kept == expected, "\(conditions)")
    }
  }

  @Test func `no date or word is a number, and nothing missing meets a condition`() throws {
    let people = try #require(AnalysedFolder.all.last).people
    for column in [People.Column.enrolled, .back, .customer, .segment, .offer] {
      #expect(people.filtered([.number(column, .greater, -1e9)]).count == 0)
    }
    let isBack = people.filtered([.isBack(true)]).count
    #expect(people.filtered([.number(.day, .atLeast, 0)]).count == isBack)
    #expect(people.filtered([.number(.day, .less, 1e9)]).count == isBack)
  }
}

/// Radix sorting against the library's.
struct StableOrderTests {
  @Test(arguments: [0, 1, 2, 100, 5_000])
  func `it is the order of the library's sort, equal numbers as they stand`(_ count: Int) {
    var random = SeededRandom(seed: UInt64(count))
    for largest: UInt64 in [1, 9, 4_000, 1 << 40, .max] {
      let numbers = (0..<count).map { _ in random.next() % largest }
      let expected = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
      #expect(stableOrder(numbers).map { Int($0) } == expected)
    }
  }
}

extension AnalysedFolder {
  /// Everyone of the year.
  fileprivate var people: People { analysis.people(Selection(), in: report.year.span) }
}

extension People {
  fileprivate var all: [Person] { (0..<count).map { self[$0] } }
}

/// A cell as a test reads it.
private enum Key: Equatable {
  case number(Double)
  case text(String)

  func precedes(_ other: Key) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let two)): one < two
    case (.text(let one), .text(let two)): one.utf8.lexicographicallyPrecedes(two.utf8)
    default: false
    }
  }
}

extension Person {
  fileprivate func key(_ column: People.Column) -> Key? {
    switch column {
    case .customer: .text(id)
    case .segment: .text(segment)
    case .first: .text(firstChannel)
    case .credited: credited.map { .text($0) }
    default: number(column).map { .number($0) }
    }
  }

  private func number(_ column: People.Column) -> Double? {
    switch column {
    case .orders: Double(orders)
    case .silent: Double(silentDays)
    case .value: valueBefore
    case .enrolled: Double(enrolled.number)
    case .back: back.map { Double($0.number) }
    case .day: daysToReturn.map { Double($0) }
    case .revenue: revenue
    case .offer: isDiscounted.map { $0 ? 1 : 0 }
    default: nil
    }
  }

  fileprivate func meets(_ condition: PeopleCondition) -> Bool {
    switch condition {
    case .number(let column, let comparator, let bound):
      number(column).map { comparator.holds($0, bound) } ?? false
    case .word(let word, let isExcluded):
      [id, segment, firstChannel, credited ?? ""]
        .contains { $0.lowercased().contains(word.lowercased()) } != isExcluded
    case .isDiscounted(let wanted): isDiscounted == wanted
    case .isBack(let wanted): (back != nil) == wanted
    }
  }
}
