import Terminal

extension Dashboard {
  /// Moves the cursor, as far as there is something to move to.
  mutating func move(_ command: Command) {
    guard let shown else { return }
    var place = place(on: shown.page)
    let layout = shown.layout
    switch command {
    case .up, .down: place = step(from: place, layout, command == .up ? -1 : 1)
    case .first: place.stop = layout.firstStop ?? place.stop
    case .last:
      place.stop = layout.lastStop ?? place.stop
      place.top = layout.lines.count
    case .pageUp, .pageDown: place = page(from: place, shown, command == .pageUp ? -1 : 1)
    case .left, .right: place.column = layout.column(besides: place, command == .right ? 1 : -1)
    case .nextSection, .previousSection:
      place.stop = layout.section(after: place.stop, command == .nextSection ? 1 : -1)
    default: return
    }
    places[layer] = place
  }

  /// A stop on; of what is higher than the screen, first a line on.
  private func step(from place: Place, _ layout: Layout, _ way: Int) -> Place {
    var place = place
    if let lines = layout.places[place.stop] {
      let isCut = way > 0 ? lines.upperBound > place.top + bodyHeight : lines.lowerBound < place.top
      if isCut {
        place.top += way
        return place
      }
    }
    place.stop = layout.stop(next: place.stop, way) ?? place.stop
    return place
  }

  /// A screen on: what was last seen is first, and nothing is passed over.
  private func page(from place: Place, _ shown: Shown, _ way: Int) -> Place {
    var place = place
    if layer.isList, let table = shown.page.table(at: place.stop.section), table.rowCount > 0 {
      let row = place.stop.row + way * max(1, listHeight(shown) - 1)
      place.stop.row = min(max(row, 0), table.rowCount - 1)
      return place
    }
    // The titles of a table lie over its first line that is seen.
    let unseen = way > 0 ? place.top + bodyHeight : place.top
    guard let stop = shown.layout.stop(at: unseen, way) else {
      place.stop = (way > 0 ? shown.layout.lastStop : shown.layout.firstStop) ?? place.stop
      return place
    }
    place.stop = stop
    place.top = max(0, way > 0 ? unseen - 2 : unseen - bodyHeight + 2)
    return place
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
  /// The stop that a line belongs to or, where it belongs to none, the next one's or the one's before;
  /// nil beyond the ends.
  fileprivate func stop(at line: Int, _ way: Int) -> Stop? {
    var line = line
    while lines.indices.contains(line) {
      if let part = lines[line].parts.first { return part.stop }
      line += way
    }
    return nil
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
    let last = max(0, lines.count - height)
    // The heading of a section and the titles over a row are seen with it.
    let head = lines[place.lowerBound].head
    let start = stop.row == 0 ? starts[stop.section] : place.lowerBound - (head == nil ? 0 : 1)
    let first = stop == firstStop ? 0 : start
    // What with its heading is higher than the screen is seen from wherever it was left.
    if place.upperBound - first > height {
      return min(max(top, first, place.lowerBound - height + 1), place.upperBound - height)
    }
    var top = min(top, last)
    if place.upperBound > top + height { top = place.upperBound - height }
    if first < top { top = first }
    let least = head != nil && height > 1 ? place.lowerBound - 1 : place.lowerBound
    if place.lowerBound >= top + height { top = least }
    top = min(top, last)
    // No sentence begins in its middle, unless it is the one that is read.
    if let cut = lines[top].parts.first.flatMap({ places[$0.stop] }), cut.lowerBound < top,
      cut.upperBound <= place.lowerBound, cut.count <= height
    {
      top = cut.upperBound
    }
    return top
  }
}
