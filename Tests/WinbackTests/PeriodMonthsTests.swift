import Metrics
import Testing

/// The lines of a quarter over another period.
struct PeriodMonthsTests {
  @Test(arguments: [1, 3, 12])
  func `the period ends with the head month and is compared with the one before`(_ months: Int)
    throws
  {
    let usual = try AnalysedFolder(sampleData)
    let folder = try AnalysedFolder(sampleData) { $0.periodMonths = months }
    let span = folder.report.quarter.span
    #expect(span == MonthSpan(months, endingWith: usual.report.quarter.span.to))
    let line = try #require(folder.report.scorecard.reactivationRate.value)
    #expect(line.span == span && line.previousSpan == span.previous)
    #expect(line.previousSpan.count == months)
    #expect(folder.report.scorecard.roi.value?.previous.span == span.previous)
    #expect(folder.report.year == usual.report.year)
    #expect(folder.report.scorecard.day60 == usual.report.scorecard.day60)
    #expect((folder.report.quarter == usual.report.quarter) == (months == 3))
  }

  @Test func `a period of a year is the year`() throws {
    let folder = try AnalysedFolder(sampleData) { $0.periodMonths = 12 }
    #expect(folder.report.quarter == folder.report.year)
  }
}
