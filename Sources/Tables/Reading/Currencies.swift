extension ReadingContext {
  /// Brings all orders of a folder to one currency, or says which rate is missing.
  mutating func convertCurrencies(in folder: String) throws(CohortProblem) {
    do {
      try convertCurrencies()
    } catch {
      // What is wrong with a file that somebody writes to is that.
      try expectUnchanged(in: folder)
      throw error
    }
  }

  private mutating func convertCurrencies() throws(CohortProblem) {
    let currencyOfKind = orderKinds.kinds.map { Int($0.currency) }
    let names = currenciesFound(currencyOfKind).map { currencies.words[Int32($0)] }.sorted()
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
    var refunds = exchange(&cohort.orders.refunds, with: [])
    orders.change { order in
      guard let rate = rates[currencyOfKind[Int(order.kind)]] else { return }
      order.revenue = ReadingContext.converted(order.revenue, rate)
      order.discount = ReadingContext.converted(order.discount, rate)
      if order.refund >= 0 {
        let refund = Int(order.refund)
        refunds[refund].amount = ReadingContext.converted(refunds[refund].amount, rate)
      }
    }
    cohort.orders.refunds = refunds
  }

  /// The currencies that any order names, without those that only replaced orders did.
  private func currenciesFound(_ currencyOfKind: [Int]) -> [Int] {
    var isFound = [Bool](repeating: false, count: currencies.words.count)
    var left = Set(currencyOfKind).count
    // Nearly always all have been found after a few orders.
    for order in orders.rows {
      let currency = currencyOfKind[Int(order.kind)]
      if isFound[currency] { continue }
      isFound[currency] = true
      left -= 1
      if left == 0 { break }
    }
    return isFound.indices.dropFirst().filter { isFound[$0] }
  }

  /// An amount at a rate; one that leaves the range stays at its edge and fails the check of sums.
  private static func converted(_ amount: Int64, _ rate: Double) -> Int64 {
    let product = (Double(amount) * rate).rounded()
    return abs(product) < 0x1p62 ? Int64(product) : product < 0 ? -(1 << 62) : 1 << 62
  }
}
