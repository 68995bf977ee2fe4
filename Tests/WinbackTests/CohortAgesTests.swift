import Metrics
import Tables
import Testing

/// A month by age is the month's row, once it is as old as the window.
struct `Laws of months by age` {
  @Test(arguments: AnalysedFolder.all)
  func `at the age of the window it says what the month's row says`(_ folder: AnalysedFolder) throws
  {
    let place = try #require(CohortAges.ages.firstIndex(of: folder.report.definitions.window))
    let months = folder.analysis.cohortAges()
    #expect(months.map(\.month) == folder.report.months.map(\.month).reversed())
    for (ages, row) in zip(months, folder.report.months.reversed()) {
      #expect(ages.rates[place] == row.rate60)
      #expect(ages.returns[place] == row.rate60.map(\.x))
      #expect(ages.revenuePerLapsed[place] == row.revenuePerLapsed)
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `returns and revenue grow with age, and are missing together`(_ folder: AnalysedFolder) {
    for month in folder.analysis.cohortAges() {
      #expect(month.returns.map(\.missing) == month.rates.map(\.missing))
      #expect(month.revenuePerLapsed.map(\.missing) == month.rates.map(\.missing))
      let returns = month.returns.compactMap(\.value)
      #expect(returns == returns.sorted())
      let revenue = month.revenuePerLapsed.compactMap(\.value)
      #expect(revenue == revenue.sorted())
    }
  }

  @Test(arguments: [7, 30, 90])
  func `at any age it says what a window of that many days would`(_ age: Int) throws {
    let place = try #require(CohortAges.ages.firstIndex(of: age))
    let months = try AnalysedFolder(sampleData).analysis.cohortAges()
    let folder = try AnalysedFolder(sampleData) { $0.window = age }
    for (ages, row) in zip(months, folder.report.months.reversed()) {
      #expect(ages.month == row.month)
      #expect(ages.revenuePerLapsed[place] == row.revenuePerLapsed)
      let detail = folder.analysis.detail(
        of: Selection([.month(row.month)]), in: folder.report.quarter.span, window: age, days: age)
      #expect(row.isMature == (ages.returns[place].value != nil))
      if row.isMature { #expect(ages.returns[place].value == detail?.own.rate.x) }
    }
  }
}
