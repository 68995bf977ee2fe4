import Terminal

extension Dashboard {
  /// Moves the cursor, as far as there is something to move to.
  mutating func move(_ command: Command) {
    guard let shown else { return }
    var place = place(on: shown.page)
    let layout = shown.layout
    switch command {
    case .up: place.stop = layout.stop(next: place.stop, -1) ?? place.stop
    case .down: place.stop = layout.stop(next: place.stop, 1) ?? place.stop
    case .first: place.stop = layout.firstStop ?? place.stop
    case .last: place.stop = layout.lastStop ?? place.stop
    case .pageUp, .pageDown: place.stop = pageStep(from: place, shown, command == .pageUp ? -1 : 1)
    case .left, .right: place.column = layout.column(besides: place, command == .right ? 1 : -1)
    case .nextSection, .previousSection:
      place.stop = layout.section(after: place.stop, command == .nextSection ? 1 : -1)
    default: return
    }
    places[layer] = place
  }

  private func pageStep(from place: Place, _ shown: Shown, _ way: Int) -> Stop {
    guard layer.isList, let table = shown.page.table(at: place.stop.section), table.rowCount > 0
    else {
      return shown.layout.stop(from: place.stop, lines: way * (bodyHeight - 1))
    }
    let row = place.stop.row + way * max(1, listHeight(shown) - 1)
    return Stop(section: place.stop.section, row: min(max(row, 0), table.rowCount - 1))
  }

  /// Scrolls as far as the cursor asks for.
  mutating func keepCursorInSight() {
    refresh()
    guard let page = shown?.page else { return }
    places[layer] = place(on: page)
    if layer.isList { scrollList() }
    guard let shown else { return }
    var place = place(on: shown.page)
    place.top = shown.layout.top(showing: place.stop, from: place.top, height: bodyHeight)
    places[layer] = place
  }

  /// How many rows of a list are seen under what stands above it.
  private func listHeight(_ shown: Shown) -> Int {
    let section = shown.page.sections.firstIndex {
      if case .table = $0.body { true } else { false }
    }
    guard let section, let table = shown.page.table(at: section),
      let first = shown.layout.places[Stop(section: section, row: table.firstRow)]
    else { return 1 }
    return max(1, bodyHeight - first.lowerBound)
  }

  /// Holds the part of a list that the cursor is in; its opening and its titles stay where they are.
  private mutating func scrollList() {
    guard let shown, var place = places[layer],
      let table = shown.page.table(at: place.stop.section)
    else { return }
    let height = listHeight(shown)
    let row = place.stop.row
    if row < place.firstRow { place.firstRow = row }
    if row >= place.firstRow + height { place.firstRow = row - height + 1 }
    place.firstRow = max(0, min(place.firstRow, table.rowCount - height))
    place.top = 0
    if places[layer] == place { return }
    places[layer] = place
    refresh()
  }
}

extension Layout {
  /// The stop some lines further, on the first line that has one.
  fileprivate func stop(from stop: Stop, lines distance: Int) -> Stop {
    guard let here = places[stop]?.lowerBound else { return stop }
    let line = min(max(here + distance, 0), lines.count - 1)
    let way = distance > 0 ? 1 : -1
    var next = line
    while lines.indices.contains(next) {
      if let part = lines[next].parts.first { return part.stop }
      next += way
    }
    return (distance > 0 ? lastStop : firstStop) ?? stop
  }

  /// The next column that is shown on the cursor's row.
  fileprivate func column(besides place: Place, _ way: Int) -> Int {
    let shown = cells(of: place.stop).map(\.index)
    guard !shown.isEmpty else { return place.column }
    let here = shown.lastIndex { $0 <= place.column } ?? 0
    return shown[min(max(here + way, 0), shown.count - 1)]
  }

  /// The first stop of the next section that has any, or of the one before.
  fileprivate func section(after stop: Stop, _ way: Int) -> Stop {
    let sections = counts.indices.filter { counts[$0] > 0 }
    guard let here = sections.firstIndex(of: stop.section) else { return stop }
    let next = (here + way + sections.count) % sections.count
    return Stop(section: sections[next], row: 0)
  }

  /// The cells of a stop that are shown.
  func cells(of stop: Stop) -> [LaidLine.Cell] {
    guard let line = places[stop]?.lowerBound else { return [] }
    return lines[line].parts.first { $0.stop == stop }?.cells ?? []
  }

  /// The first line to show so that a stop is seen, as near to where it was as can be.
  func top(showing stop: Stop, from top: Int, height: Int) -> Int {
    guard let place = places[stop], height > 0 else { return 0 }
    // The heading of a section and the titles over a row are seen with it.
    let head = lines[place.lowerBound].head
    let start = stop.row == 0 ? starts[stop.section] : place.lowerBound - (head == nil ? 0 : 1)
    let first = stop == firstStop ? 0 : start
    var top = top
    if place.upperBound > top + height { top = place.upperBound - height }
    if first < top { top = first }
    // Of what is higher than the screen the beginning is seen.
    let least = head != nil && height > 1 ? place.lowerBound - 1 : place.lowerBound
    if place.lowerBound >= top + height { top = least }
    top = min(top, max(0, lines.count - height))
    // No sentence begins in its middle, unless it is the one that is read.
    if let cut = lines[top].parts.first.flatMap({ places[$0.stop] }), cut.lowerBound < top,
      cut.upperBound <= place.lowerBound
    {
      top = cut.upperBound
    }
    return top
  }
}
