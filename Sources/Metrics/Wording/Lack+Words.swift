import Tables

extension Lack {
  /// What a question cannot be answered for, after "Cannot tell:".
  package var words: String {
    switch self {
    case .table(let table): "needs a file of \(table.rawValue)"
    case .column(let column, let table): "needs the column \(column) in \(table.rawValue)"
    case .setting(let key): "needs \(key) in winback.toml"
    case .months(let count): "needs \(Wording.counted(count, "month")) of enrolments in a row"
    case .closes(let day): "the first held-out window closes on \(Wording.day(day))"
    case .nothing(let subject): subject.words
    }
  }
}

extension Lack.Subject {
  fileprivate var words: String {
    switch self {
    case .enrolments: "nobody was enrolled in the last 90 days"
    case .quarter: "nobody was enrolled in the months that it looks at"
    case .year: "no window of the last twelve months' enrolments has closed"
    case .ever: "nobody was ever enrolled"
    case .unmoved: "nobody of the months that it looks at was sent anything and is still lapsed"
    case .cancelledLapses: "nobody enrolled in the last 90 days had cancelled"
    case .fewSegments: "there are under three segments of a twentieth to write to"
    case .sends: "nothing was sent in the last 90 days"
    case .retargeting: "nothing was shown by the channel retargeting in the last 90 days"
    case .returns: "nobody came back in the time that it looks at"
    case .cancellations: "nobody cancelled in the last 90 days"
    case .lapses: "nobody lapsed one to four months ago"
    case .cartSends: "no message about a cart followed one in the last 90 days"
    case .manyCodes: "no code is on 100 sends of the last 90 days"
    case .datedCodes: "no code with a last day was sent or used in the last 90 days"
    case .reasons: "nobody enrolled left for a reason that calls for something"
    case .segments: "no segment is named"
    case .campaigns: "no campaign was sent to enough people"
    case .days: "no table has rows on two days"
    case .enrolledMonths: "nobody lapsed in a whole month since the first enrolment"
    }
  }
}
