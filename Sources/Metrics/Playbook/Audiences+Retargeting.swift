import Tables

/// Who is on the lists of retargeting.
extension Audiences {
  func entries(_ list: RetargetingList) -> [Roster.Entry] {
    let named = analysis.definitions.retargetingSegments[list].map { names in
      Set(names.compactMap { cohort.segments.words.existingCode(of: $0) })
    }
    switch list {
    case .oneTimeBuyer:
      return lapsed { episode in
        if let named { return named.contains(analysis.segment(ofLapse: episode)) }
        let silent = asOf.number - Int(analysis.purchases.day[Int(episodes.last[episode])])
        return episodes.orders[episode] == 1 && silent <= 180
      }
    case .trialCancelled:
      return neverPaid(Reference.trial) { row in
        if let named { return named.contains(cohort.customerList.segment[row]) }
        let ended = cohort.customerList.trialEndedDay(row)
        return ended != absent && (0...90).contains(asOf.number - Int(ended))
      }
    case .freeInactive:
      let heard = analysis.lastHeard
      return neverPaid(Reference.free) { row in
        if let named { return named.contains(cohort.customerList.segment[row]) }
        let customer = Int(cohort.customerList.customer[row])
        return cohort.customerList.trialEndedDay(row) == absent
          && (heard.day(customer).map { asOf.number - $0 >= 60 } ?? true)
      }
    }
  }

  /// People of the customer file without a purchase.
  private func neverPaid(
    _ reference: (Int32) -> Reference, _ isIn: (Int) -> Bool
  ) -> [Roster.Entry] {
    (0..<cohort.customerList.count).filter { row in
      analysis.purchases.range(Int(cohort.customerList.customer[row])).isEmpty && isIn(row)
    }.map {
      Roster.Entry(customer: cohort.customerList.customer[$0], reference: reference(Int32($0)))
    }
  }
}
