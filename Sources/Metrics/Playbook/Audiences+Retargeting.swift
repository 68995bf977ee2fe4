import Tables

/// Who is on the lists of retargeting.
extension Audiences {
  func add(_ retargeting: RetargetingList, to list: inout some AudienceList) {
    let named = analysis.definitions.retargetingSegments[retargeting].map { names in
      Set(names.compactMap { cohort.segments.words.existingCode(of: $0) })
    }
    switch retargeting {
    case .oneTimeBuyer:
      addLapsed(to: &list) { episode in
        if let named { return named.contains(analysis.segment(ofLapse: episode)) }
        let silent = asOf.number - Int(analysis.purchases[Int(episodes.last[episode])].day)
        return analysis.orders(before: episode) == 1 && silent <= 180
      }
    case .trialCancelled:
      addNeverPaid(Reference.trial, to: &list) { row in
        if let named { return named.contains(cohort.customerList.segment[row]) }
        let ended = cohort.customerList.trialEndedDay[row]
        return ended != absent && (0...90).contains(asOf.number - Int(ended))
      }
    case .freeInactive:
      let inactive = named == nil ? analysis.inactive : []
      addNeverPaid(Reference.free, to: &list) { row in
        if let named { return named.contains(cohort.customerList.segment[row]) }
        let customer = Int(cohort.customerList.customer[row])
        return cohort.customerList.trialEndedDay[row] == absent && inactive[customer]
      }
    }
  }

  /// People of the customer file without a purchase.
  private func addNeverPaid(
    _ reference: (Int32) -> Reference, to list: inout some AudienceList, where isIn: (Int) -> Bool
  ) {
    let customers = cohort.customerList.customer
    for row in customers.indices
    where analysis.purchases.range(Int(customers[row])).isEmpty && isIn(row) {
      list.add(Roster.Entry(customer: customers[row], reference: reference(Int32(row))))
    }
  }
}
