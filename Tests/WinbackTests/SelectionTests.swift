import Tables
import Testing

@testable import Metrics

/// What a drill-down looks at is what the table above it counted, in every folder.
struct `Laws of selections` {
  @Test func `no folder is missing`() { #expect(AnalysedFolder.all.count == 16) }

  @Test(arguments: AnalysedFolder.all)
  func `a selected row has the numbers of the breakdown's row`(_ folder: AnalysedFolder) throws {
    for period in [folder.report.quarter, folder.report.year] {
      for breakdown in period.breakdowns {
        for row in breakdown.rows {
          let detail = try #require(
            folder.detail([.row(breakdown.dimension, row.name)], period.span))
          #expect(detail.own.enrolled == row.enrolled)
          #expect(detail.own.rate == row.rate)
          #expect(detail.own.rate30 == row.rate30)
          #expect(detail.own.rate60 == row.rate60)
          #expect(detail.own.rate90 == row.rate90)
          #expect(detail.comparison == row.againstRest)
        }
      }
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `members of a row and all others are everyone`(_ folder: AnalysedFolder) {
    let analysis = folder.analysis
    let span = folder.report.year.span
    let all = analysis.members(of: Selection(), in: span)
    for breakdown in folder.report.year.breakdowns where breakdown.dimension != .firstChannel {
      for row in breakdown.rows {
        let selection = Selection([.row(breakdown.dimension, row.name)])
        let own = analysis.members(of: selection, in: span)
        #expect((own + Membership(analysis, selection, in: span).others).sorted() == all.sorted())
      }
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `conditions in any order select the same people`(_ folder: AnalysedFolder) {
    let period = folder.report.year
    var conditions = [Selection.Condition.month(period.span.to - 1)]
    conditions += period.breakdowns.compactMap { breakdown in
      breakdown.rows.max { $0.enrolled < $1.enrolled }.map {
        .row(breakdown.dimension, $0.name)
      }
    }
    for (first, second) in zip(conditions, conditions.dropFirst() + conditions.prefix(1)) {
      let one = folder.analysis.members(of: Selection([first, second]), in: period.span)
      let other = folder.analysis.members(of: Selection([second, first]), in: period.span)
      #expect(one == other)
    }
    let forward = folder.analysis.members(of: Selection(conditions), in: period.span)
    let backward = folder.analysis.members(of: Selection(conditions.reversed()), in: period.span)
    #expect(forward == backward)
  }

  @Test(arguments: AnalysedFolder.all)
  func `credited returns are the channel rows`(_ folder: AnalysedFolder) {
    let period = folder.report.quarter
    for row in period.channels {
      let selection = Selection([.credited(row.name)])
      #expect(
        folder.analysis.members(of: selection, in: period.span).count == row.reactivations)
      let detail = folder.detail(selection.conditions, period.span)
      #expect(detail?.own.discounted.x ?? 0 == row.discounted)
      #expect(detail?.comparison == nil)
    }
    let everyone = folder.detail([], period.span)
    let returns = (everyone?.own.returns ?? []).map { "\($0.name) \($0.count)" }
    let rows = period.channels.filter { $0.reactivations > 0 }
    #expect(returns.sorted() == rows.map { "\($0.name) \($0.reactivations)" }.sorted())
  }

  @Test(arguments: AnalysedFolder.all)
  func `a campaign has those contacted, a step those still lapsed`(_ folder: AnalysedFolder) {
    let period = folder.report.year
    for row in period.campaigns {
      let selection = Selection([.campaign(channel: row.channel, campaign: row.campaign)])
      #expect(folder.analysis.members(of: selection, in: period.span).count == row.contacted)
    }
    // Months whose windows are open too: steps count those whose own window has closed.
    let span = MonthSpan(12, endingWith: folder.report.asOf.month)
    for row in folder.analysis.steps(span) {
      let selection = Selection([
        .step(channel: row.channel, campaign: row.campaign, step: row.step)
      ])
      #expect(folder.analysis.members(of: selection, in: span).count == row.rate.n)
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `a month has the numbers of its row, and is compared with the month before`(
    _ folder: AnalysedFolder
  ) throws {
    for row in folder.report.months {
      let detail = try #require(folder.detail([.month(row.month)], folder.report.quarter.span))
      #expect(detail.span == MonthSpan(1, endingWith: row.month))
      #expect(detail.own.enrolled == row.enrolled)
      let before = folder.report.months.first { $0.month == row.month - 1 }
      #expect(detail.others.enrolled == before?.enrolled ?? 0)
      if row.isMature {
        #expect(detail.own.revenuePerLapsed == row.revenuePerLapsed)
        #expect(detail.comparison?.first == (before == nil ? nil : detail.own.rate))
      } else {
        #expect(detail.comparison == nil)
      }
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `twelve months of everyone are the month rows`(_ folder: AnalysedFolder) throws {
    guard let detail = folder.detail([], folder.report.year.span) else { return }
    #expect(detail.others.enrolled == 0 && detail.comparison == nil)
    #expect(
      detail.months.map(\.month) == MonthSpan(12, endingWith: folder.report.asOf.month).months)
    for month in detail.months {
      let row = folder.report.months.first { $0.month == month.month }
      #expect(month.enrolled == row?.enrolled ?? 0)
      #expect((month.rate == .missing(.nobody)) == (row == nil))
      #expect((month.rate.value != nil) == (row?.isMature ?? false))
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `first channels and twelve months of a row add up to it`(_ folder: AnalysedFolder) throws {
    for row in folder.report.year.breakdown(.segment) {
      let selection = [Selection.Condition.row(.segment, row.name)]
      let detail = try #require(folder.detail(selection, folder.report.year.span))
      #expect(detail.own.firstChannels.reduce(0) { $0 + $1.enrolled } == row.enrolled)
      #expect(detail.own.firstChannels.reduce(Proportion(0, of: 0)) { $0 + $1.rate } == row.rate)
      let months = Set(folder.report.year.span.months)
      for month in detail.months where months.contains(month.month) {
        let own = folder.detail(selection + [.month(month.month)], folder.report.year.span)
        #expect(month.enrolled == own?.own.enrolled ?? 0)
        #expect(month.rate.value == own?.own.rate)
      }
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `a breakdown within other days is that of a report whose window they are`(
    _ folder: AnalysedFolder
  ) {
    let analysis = folder.analysis
    let quarter = folder.report.quarter
    for days in [30, 60, 90, folder.report.definitions.window] {
      var definitions = analysis.definitions
      definitions.window = days
      let other = Analysis(analysis.history, definitions: definitions, asOf: analysis.asOf)
      let breakdowns = quarter.breakdowns.compactMap { $0.within(days) }
      #expect(breakdowns == PeriodWork(other, quarter.span).value.breakdowns)
    }
    #expect(quarter.breakdowns.allSatisfy { $0.within(17) == nil || $0.rows.isEmpty })
  }

  @Test func `two months at once, or a name that no file has, select nobody`() throws {
    let folder = try #require(AnalysedFolder.all.last)
    let month = folder.report.year.span.to
    #expect(folder.detail([.month(month), .month(month - 1)], folder.report.year.span) == nil)
    for condition in [
      Selection.Condition.row(.segment, "no such"), .credited("no such"),
      .campaign(channel: "email", campaign: "no such"),
      .step(channel: "email", campaign: "no such", step: 1),
    ] {
      #expect(folder.detail([condition], folder.report.year.span) == nil)
    }
  }
}

extension AnalysedFolder {
  fileprivate func detail(_ conditions: [Selection.Condition], _ span: MonthSpan) -> GroupDetail? {
    analysis.detail(
      of: Selection(conditions), in: span, window: report.definitions.window, days: 90)
  }
}
