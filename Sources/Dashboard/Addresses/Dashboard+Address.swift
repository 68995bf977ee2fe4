import Metrics
import Tables

extension Dashboard {
  /// The address as far as it may be seen: while e-mail addresses are hidden it does not name a person
  /// whose id is one, but the list that the person stands in.
  package var shownAddress: Address {
    var shown = address
    if let person = shown.person, !isRevealed, Masking.hides(person) { shown.person = nil }
    return shown
  }

  /// The words that open what is looked at again.
  var address: Address {
    var address = Address()
    address.lens = lens
    address.window = view.window
    address.dimension = view.dimension
    address.cohortValue = view.cohortValue
    address.credit = view.credit
    address.table = view.tables[subject]
    address.isTableNamed = address.table != nil
    for layer in view.stack where !layer.isOverlay { address.add(layer) }
    return address
  }

  /// Opens what an address says; what has to be worked out first is asked for.
  mutating func go(to address: Address) -> [Effect] {
    let before = view
    view.stack = address.stack
    view.asOf = address.lens.asOf == evidence?.orderDays?.upperBound ? nil : address.lens.asOf
    view.period = address.lens.period
    view.window = address.window
    view.dimension = address.dimension
    view.cohortValue = address.cohortValue
    view.credit = address.credit
    places[layer] = nil
    view.tables[layer] = address.table.map { placed($0, isNamed: address.isTableNamed) }
    lastFilters[layer] = address.table?.filter ?? lastFilter
    let effects = lookIfNeeded()
    if effects.isEmpty, let evidence, page(of: layer, evidence) == nil {
      view = before
      message = AddressProblem.nothingThere(address.text).sentence
    } else {
      remember(before)
    }
    keepCursorInSight()
    return effects
  }

  /// A table's view on the top layer: of the table that is named, or else of the first that there is.
  private mutating func placed(_ table: TableView, isNamed: Bool) -> TableView {
    var table = table
    guard !isNamed, let evidence, let page = page(of: layer, evidence) else { return table }
    table.section = page.sections.indices.first { page.table(at: $0) != nil } ?? table.section
    return table
  }

  /// Opens what an address says of evidence that is seen through its lens already.
  @discardableResult
  package mutating func open(_ address: Address) throws(AddressProblem) -> [Effect] {
    let effects = go(to: address)
    guard view.stack == address.stack else { throw .nothingThere(address.text) }
    return effects
  }
}

extension Address {
  /// Goes on to a layer.
  fileprivate mutating func add(_ layer: Layer) {
    switch layer {
    case .screen(let screen):
      self.screen = screen
      isPeople = screen == .people
    case .channel(let name):
      screen = .channels
      channel = name
      conditions = [.row(.firstChannel, name)]
    case .selection(let selection):
      leaveChannel(unlessIn: selection)
      conditions = selection.conditions
      if screen == .segments, case .row(let dimension, _) = conditions.last {
        self.dimension = dimension
      }
    case .people(let selection):
      leaveChannel(unlessIn: selection)
      conditions = selection.conditions
      // Those of a comparison are those of the one that its cursor was on.
      compared = []
      isPeople = true
    case .tactic(let tactic):
      screen = .playbook
      self.tactic = tactic
    case .roster(let source):
      if case .behind = source { screen = .guardrails }
      roster = source
    case .person(let id): person = id
    case .comparison(let marks): compare(marks)
    case .review: isReview = true
    case .explanation, .origin, .address, .help, .palette: break
    }
  }

  /// A drill goes on from a channel's pane only among those whom the channel wrote to first.
  private mutating func leaveChannel(unlessIn selection: Selection) {
    if let channel, selection.conditions.first == .row(.firstChannel, channel) { return }
    channel = nil
    screen = Address.screen(of: selection, from: screen)
  }

  private mutating func compare(_ marks: [Mark]) {
    guard let first = marks.first else { return }
    conditions = [first.condition]
    channel = nil
    // Marks are kept, so a comparison may be asked for over a list or a person, too.
    isPeople = false
    person = nil
    tactic = nil
    roster = nil
    switch first {
    case .channel(let name):
      screen = .channels
      channel = name
    case .row(let dimension, _):
      screen = .segments
      self.dimension = dimension
    case .month: screen = .cohorts
    }
    compared = marks.dropFirst().map { mark in
      switch mark {
      case .channel(let name), .row(_, let name): name
      case .month(let month): "\(month)"
      }
    }
  }

  private static func screen(of selection: Selection, from screen: ScreenName) -> ScreenName {
    // Channels are drilled from Channels: by who wrote first, by credit, by campaign, by step.
    if selection.conditions.isEmpty || screen == .channels { return screen }
    if case .month = selection.conditions.first { return .cohorts }
    return .segments
  }
}
