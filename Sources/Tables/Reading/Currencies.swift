extension ReadingContext {
  /// Brings all orders to one currency, or says which rate is missing.
  mutating func convertCurrencies(_ options: ReadingOptions) throws(CohortProblem) {
    let found = Set(orderCurrency).subtracting([0])
    let names = found.map { currencies.words[$0] }.sorted()
    // Orders that name no currency are in the reported one.
    let reported = options.currency ?? (names.count == 1 ? names[0] : nil)
    cohort.currency = reported
    // Rates say what other money is worth in the reported one: it must have a name.
    guard reported != nil || names.count < 2 else {
      throw .noRate(currencies: names, reported: nil)
    }
    let without = names.filter { $0 != reported && options.rates[$0] == nil }
    guard without.isEmpty else { throw .noRate(currencies: without, reported: reported) }
    guard names.contains(where: { $0 != reported }) else { return }
    let rates = currencies.words.texts.map { $0 == reported ? nil : options.rates[$0] }
    for row in orderCurrency.indices {
      guard let rate = rates[Int(orderCurrency[row])] else { continue }
      cohort.orders.revenue[row] = converted(cohort.orders.revenue[row], rate)
      cohort.orders.discount[row] = converted(cohort.orders.discount[row], rate)
      cohort.orders.refunded[row] = converted(cohort.orders.refunded[row], rate)
    }
  }

  /// An amount at a rate; one that leaves the range stays at its edge and fails the check of sums.
  private func converted(_ amount: Int64, _ rate: Double) -> Int64 {
    let product = (Double(amount) * rate).rounded()
    return abs(product) < 0x1p62 ? Int64(product) : product < 0 ? -(1 << 62) : 1 << 62
  }
}
