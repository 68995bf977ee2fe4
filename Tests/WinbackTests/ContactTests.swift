import Tables
import Testing

@testable import Metrics

/// Contacts are counted once a month for all figures: here each figure is counted by itself, from the rows.
struct ContactTests {
  /// What is told of the contacts of some months, counted the long way.
  private struct Counted: Equatable {
    var contacted: [String: Int] = [:]
    var clicks: [String: Int] = [:]
    var replies: [String: Int] = [:]
    var byCampaign: [String: Int] = [:]
    var steps: [String: Proportion] = [:]
    var variants: [String: Proportion] = [:]
  }

  private static func count(_ analysis: Analysis, _ span: MonthSpan) -> Counted {
    let (cohort, window) = (analysis.cohort, analysis.definitions.window)
    let touches = cohort.touches
    var counted = Counted()
    for episode in analysis.treated(in: span) {
      let rows = analysis.episodes.contacts(episode).filter { touches.event($0).isTouch }
      func channel(_ row: Int) -> String { cohort.channels.words[touches.channel(row)] }
      func sender(_ row: Int) -> String {
        "\(channel(row)), \(touches.campaigns.words[touches.campaign(row)])"
      }
      func message(_ row: Int) -> String { "\(sender(row)), \(touches.step(row))" }
      for name in Set(rows.map(channel)) { counted.contacted[name, default: 0] += 1 }
      for name in Set(rows.map(sender)) { counted.byCampaign[name, default: 0] += 1 }
      for row in rows where touches.event(row) == .clicked {
        counted.clicks[channel(row), default: 0] += 1
      }
      for row in rows where touches.event(row) == .replied {
        counted.replies[channel(row), default: 0] += 1
      }
      guard analysis.isMature(episode, window) else { continue }
      let isBack = analysis.cameBack(episode, within: window)
      let nobody = Proportion(0, of: 0)
      // The steps of each campaign in the order in which they were first sent.
      let sent = rows.filter { touches.event($0).isMessage && touches.step($0) != absent }
      for (_, own) in Dictionary(grouping: sent, by: sender) {
        var steps: [String] = []
        for row in own where !steps.contains(message(row)) { steps.append(message(row)) }
        for step in steps {
          let one = Proportion(isBack && step == steps.last ? 1 : 0, of: 1)
          counted.steps[step] = (counted.steps[step] ?? nobody) + one
        }
      }
      for (name, own) in Dictionary(grouping: rows, by: message) {
        guard let first = own.first(where: { touches.variant($0) != 0 }) else { continue }
        let form = "\(name), \(touches.variants.words[touches.variant(first)])"
        counted.variants[form] =
          (counted.variants[form] ?? nobody) + Proportion(isBack ? 1 : 0, of: 1)
      }
    }
    return counted
  }

  /// The same as the report has it.
  private static func told(_ analysis: Analysis, _ span: MonthSpan) -> Counted {
    let period = PeriodWork(analysis, span).value
    var told = Counted()
    for row in period.channels {
      if row.contacted > 0 { told.contacted[row.name] = row.contacted }
      if row.clicks > 0 { told.clicks[row.name] = row.clicks }
      if row.replies > 0 { told.replies[row.name] = row.replies }
    }
    for row in period.campaigns where row.contacted > 0 {
      told.byCampaign["\(row.channel), \(row.campaign)"] = row.contacted
    }
    for row in period.steps {
      told.steps["\(row.channel), \(row.campaign), \(row.step)"] = row.rate
    }
    for row in period.variants {
      let step = row.step.map { Int32($0) } ?? absent
      told.variants["\(row.channel), \(row.campaign), \(step), \(row.variant)"] = row.rate
    }
    return told
  }

  @Test(arguments: AnalysedFolder.all)
  func `contacts of months add up to what their rows say`(_ folder: AnalysedFolder) {
    let analysis = folder.analysis
    let last = analysis.asOf.month
    var all = 0
    for span in [
      analysis.quarter, analysis.year, MonthSpan(1, endingWith: last - 3),
      MonthSpan(40, endingWith: last),
    ] {
      let expected = Self.count(analysis, span)
      #expect(Self.told(analysis, span) == expected, "\(span.from) to \(span.to)")
      all += expected.contacted.values.reduce(0, +)
    }
    if folder.testDescription == sampleData { #expect(all > 1_000) }
  }
}
