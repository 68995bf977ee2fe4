import Terminal

extension Dashboard {
  /// Moves the cursor, as far as there is something to move to.
  mutating func move(_ command: Command) {
    guard let shown else { return }
    var place = place(on: shown.page)
    let layout = shown.layout
    guard let index = layout.stops.firstIndex(of: place.stop) else { return }
    switch command {
    case .up: place.stop = layout.stops[max(index - 1, 0)]
    case .down: place.stop = layout.stops[min(index + 1, layout.stops.count - 1)]
    case .first: place.stop = layout.stops[0]
    case .last: place.stop = layout.stops[layout.stops.count - 1]
    case .pageUp: place.stop = layout.stop(from: place.stop, lines: -(bodyHeight - 1))
    case .pageDown: place.stop = layout.stop(from: place.stop, lines: bodyHeight - 1)
    case .left, .right: place.column = layout.column(besides: place, command == .right ? 1 : -1)
    case .nextSection, .previousSection:
      place.stop = layout.section(after: place.stop, command == .nextSection ? 1 : -1)
    default: return
    }
    places[layer] = place
  }

  /// Scrolls as far as the cursor asks for.
  mutating func keepCursorInSight() {
    refresh()
    guard let shown else { return }
    var place = place(on: shown.page)
    places[layer] = place
    place.top = shown.layout.top(showing: place.stop, from: place.top, height: bodyHeight)
    places[layer] = place
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
    return distance > 0 ? stops[stops.count - 1] : stops[0]
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
    let sections = stops.filter { $0.row == 0 }
    guard let here = sections.firstIndex(where: { $0.section == stop.section }) else { return stop }
    let next = here + way
    return sections.indices.contains(next)
      ? sections[next] : sections[way > 0 ? 0 : sections.count - 1]
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
    let first = stop == stops.first ? 0 : start
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
