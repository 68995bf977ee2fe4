import Tables

extension Analysis {
  /// Everything that is known of a customer; nil for an id that no file has by the day of the report.
  package func timeline(of id: String) -> Timeline? {
    guard let customer = cohort.customers.existingCode(of: id) else { return nil }
    var builder = TimelineBuilder(self, customer: Int(customer))
    let events = builder.events()
    // Rows dated after the report do not exist; the customer file has no dates.
    if events.isEmpty && !cohort.customerList.customer.contains(customer) { return nil }
    let own = purchases.range(Int(customer))
    return Timeline(
      id: id, purchases: own.count, firstPurchase: own.first.map { Day(purchases[$0].day) },
      status: status(Int(customer)), events: events)
  }

  private func status(_ customer: Int) -> Timeline.Status {
    guard let last = purchases.range(customer).last else { return .neverBought }
    if let episode = episodes(of: customer).last, episodes.isOpen(episode) {
      return .lapsed(since: Day(episodes.start[episode]))
    }
    let since = Double(asOf.number - Int(purchases[last].day))
    return lapse.atRiskAfter.map { since > $0 } == true ? .atRisk : .active
  }

  /// The episodes of a customer; they stand together.
  func episodes(of customer: Int) -> Range<Int> { episodesByCustomer.range(customer) }
}
