import Metrics
import Tables
package import Terminal

/// The state of the dashboard: a value that events change and frames are drawn from. It knows no clock,
/// no file and no terminal.
package struct Dashboard: Sendable {
  /// The folder that is read, as the user named it.
  let folder: String
  /// Nil until the first cohort has been read.
  package internal(set) var evidence: Evidence?
  /// Whether a cohort is being read, or seen from another day.
  var isReading = true
  var view = View()
  /// Earlier views, the last of them the newest.
  var earlier: [View] = []
  /// Where the cursor was on each layer.
  var places: [Layer: Place] = [:]
  /// What was worked out for the layers that were opened.
  var details: [Layer: Detail] = [:]
  var size: Size
  let glyphs: GlyphSet
  /// Whether the files shown are older than a try to read them again.
  var isOutdated = false
  /// What the top layer says, and where: kept, since every key asks for it many times.
  private(set) var shown: Shown?
  /// What the footer says in place of the keys, until the next key.
  var message: String?

  /// How many views Backspace can take back.
  static let depthOfUndo = 50

  /// A dashboard that has not read its folder yet.
  package init(folder: String, size: Size, glyphs: GlyphSet) {
    self.folder = folder
    self.size = size
    self.glyphs = glyphs
  }

  /// What lies on top.
  var layer: Layer { view.stack[view.stack.count - 1] }
}

/// A page as it is laid out for the terminal's size.
struct Shown: Sendable {
  let page: Page
  let layout: Layout
}

/// What a layer shows that the report does not hold.
enum Detail: Sendable {
  case channel(ChannelCurves)
  case group(GroupDetail)
}

extension Dashboard {
  /// Works out what is shown; after every change of what it is made from.
  mutating func refresh() {
    // Help needs no cohort.
    let page = layer == .help ? HelpPage.page(self) : evidence.flatMap { self.page(of: layer, $0) }
    shown = page.map { page in
      Shown(
        page: page,
        layout: Layout(page, width: size.columns, rows: size.rows, glyphs: glyphs))
    }
  }

  /// What the top layer says; nil while there is nothing to say it of.
  package var page: Page? { shown?.page }

  func page(of layer: Layer, _ evidence: Evidence) -> Page? {
    switch (layer, details[layer]) {
    case (.screen(.scorecard), _): ScorecardPage.page(evidence)
    case (.screen(.segments), _): SegmentsPage.page(evidence, by: view.dimension)
    case (.screen(.channels), _): ChannelsPage.page(evidence)
    case (.screen(.cohorts), _): CohortsPage.page(evidence)
    case (.screen(.data), _): DataPage.page(evidence)
    case (.channel(let name), .channel(let curves)): ChannelPane.page(evidence, name, curves)
    case (.group(let group), .group(let detail)): GroupPane.page(evidence, group, detail)
    case (.review, _): ReviewPage.page(evidence)
    case (.help, _): HelpPage.page(self)
    case (.channel, _), (.group, _): nil
    }
  }

  /// What a layer shows that the report does not hold; nil where it needs nothing or there is nothing.
  static func detail(of layer: Layer, _ evidence: Evidence) -> Detail? {
    switch layer {
    case .channel(let name): ChannelCurves(evidence, name).map { .channel($0) }
    case .group(let group):
      evidence.analysis.detail(
        of: group, quarter: evidence.report.quarter.span,
        days: ChannelCurves.days(window: evidence.report.definitions.window)
      ).map { .group($0) }
    case .screen, .review, .help: nil
    }
  }

  /// The place of the cursor on a page that is shown, within its bounds whatever was loaded since.
  func place(on page: Page) -> Place {
    guard var place = places[layer], page.sections.indices.contains(place.stop.section),
      page.sections[place.stop.section].stops > 0
    else {
      guard let layout = shown?.layout else { return Place() }
      return Place(on: page, layout, height: size.rows - 4)
    }
    place.stop.row = min(place.stop.row, page.sections[place.stop.section].stops - 1)
    return place
  }
}
