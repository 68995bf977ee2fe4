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
  /// What is being read or worked out beside the loop; nil while nothing is.
  var awaited: Awaited? = .reading
  /// How far the reading has come, once that was told.
  var progress: ReadingProgress.State?
  /// The files as they are now, where they are others than those shown, until they are taken over.
  var news: Evidence?
  /// Whether files changed while they were being read.
  var isNewsDue = false
  /// Whether new files are being read beside those shown.
  var isReadingNews = false
  var view = View()
  /// Earlier views, the last of them the newest.
  var earlier: [View] = []
  /// Where the cursor was on each layer.
  var places: [Layer: Place] = [:]
  /// What was worked out for what was opened.
  var details = DetailCache()
  /// What is put side by side by the next comparison, up to four of a kind.
  var marks: [Mark] = []
  /// What is being typed.
  var prompt: Prompt?
  /// What was last looked for on each layer, for the way to the next.
  var lastFilters: [Layer: Filter] = [:]
  /// Where a customer's rows stand in the files.
  var trace: Trace?
  /// Whether names and e-mail addresses are to be seen.
  var wantsNames = false
  /// Names and e-mail addresses by id, once they are seen.
  var contacts: [String: Contact]?
  var size: Size
  var glyphs: GlyphSet
  /// What inks look like; nil where the terminal has no colours, or is to show none.
  package internal(set) var theme: Theme?
  /// Whether clicks and the wheel come here.
  var isMouseOn = false
  /// Whether the files shown are older than a try to read them again.
  var isOutdated = false
  /// What the top layer says, and where: kept, since every key asks for it many times.
  private(set) var shown: Shown?
  /// What the footer says in place of the keys, until the next key.
  var message: String?

  /// How many views Backspace can take back.
  static let depthOfUndo = 50
  /// How many rows are copied: terminals take some 75 kilobytes.
  static let mostCopied = 500
  /// How many rows can be put side by side.
  static let mostMarks = 4

  /// What a worker is busy with.
  enum Awaited: Equatable {
    /// The files.
    case reading
    /// What was read, seen through another lens.
    case looking(Lens)
  }

  /// A dashboard that has not read its folder yet.
  package init(
    folder: String, size: Size, glyphs: GlyphSet, theme: Theme? = .terminal, lens: Lens = Lens()
  ) {
    self.folder = folder
    self.size = size
    self.glyphs = glyphs
    self.theme = theme
    view.asOf = lens.asOf
    view.period = lens.period
  }

  /// What lies on top.
  var layer: Layer { view.stack[view.stack.count - 1] }

  /// The highest layer that is no overlay: what overlays speak of.
  var subject: Layer { view.stack.last { !$0.isOverlay } ?? view.stack[0] }

  /// The screen that lies lowest.
  var root: ScreenName { if case .screen(let name) = view.stack[0] { name } else { .scorecard } }

  var isBusy: Bool { awaited != nil }

  /// What was last looked for here.
  var lastFilter: Filter { lastFilters[layer] ?? Filter("") }

  /// Days in which a return counts on rates and curves.
  var window: Int { view.window ?? evidence?.report.definitions.window ?? 60 }
}

/// A page as it is laid out for the terminal's size.
struct Shown: Sendable {
  let page: Page
  let layout: Layout
}

extension Dashboard {
  /// Works out what is shown; after every change of what it is made from.
  mutating func refresh() {
    details.beginPage()
    let page = currentPage()
    shown = page.map { page in
      Shown(
        page: page, layout: Layout(page, width: size.columns, rows: size.rows, glyphs: glyphs))
    }
  }

  /// What the top layer says; nil while there is nothing to say it of.
  package var page: Page? { shown?.page }

  private mutating func currentPage() -> Page? {
    switch layer {
    // Help and palette need no cohort.
    case .help: return seen(HelpPage.page(self), as: layer)
    case .palette: return PalettePage.page(self)
    case .explanation: return below().map { ExplanationPage.page(self, $0) }
    case .origin: return below().map { OriginPage.page(&self, $0) }
    case .address: return AddressPage.page(self)
    default: return evidence.flatMap { seen(page(of: layer, $0), as: layer) }
    }
  }

  /// The page that an overlay speaks of.
  private mutating func below() -> Page? {
    evidence.flatMap { seen(page(of: subject, $0), as: subject) }
  }

  /// A page with the rows that its layer's filter leaves, in the order asked for.
  private func seen(_ page: Page?, as layer: Layer) -> Page? {
    guard var page, let view = view.tables[layer], !layer.isList,
      page.sections.indices.contains(view.section),
      case .table(let table) = page.sections[view.section].body
    else { return page }
    page.sections[view.section].body = .table(table.seen(through: view))
    return page
  }

  /// What a layer says, before it is filtered and sorted; nil where the files have nothing of it.
  mutating func page(of layer: Layer, _ evidence: Evidence) -> Page? {
    switch layer {
    case .screen(.scorecard): return ScorecardPage.page(evidence)
    case .screen(.segments):
      return detail(.breakdown(view.dimension, window))?.breakdown.map {
        SegmentsPage.page(evidence, $0, window: window)
      }
    case .screen(.channels):
      return detail(.breakdown(.firstChannel, window))?.breakdown.map {
        ChannelsPage.page(evidence, $0, view.credit, window: window)
      }
    case .screen(.cohorts): return CohortsPage.page(evidence, view.cohortValue)
    case .screen(.people), .people, .roster: return listPage(layer, evidence)
    case .screen(.data): return DataPage.page(evidence)
    case .screen(.guardrails): return GuardrailsPage.page(evidence)
    case .screen(.playbook): return PlaybookPage.page(evidence)
    case .tactic(let tactic):
      return detail(.tactic(tactic))?.tactic.flatMap {
        TacticPage.page(evidence, tactic, $0, isRevealed: contacts != nil)
      }
    case .channel(let name):
      let first = Selection([.row(.firstChannel, name)])
      return ChannelPane.page(
        evidence, name, detail(.group(first, window))?.group, isTold: isTold(first), window: window)
    case .selection(let selection):
      guard let group = detail(.group(selection, window))?.group else { return nil }
      return SelectionPane.page(
        evidence, selection, group, isTold: isTold(selection), window: window, root: root)
    case .person(let id):
      return detail(.timeline(id))?.timeline.map {
        PersonPage.page($0, evidence, contact: contacts?[id], isRevealed: contacts != nil)
      }
    case .comparison(let marks): return comparisonPage(marks, evidence)
    case .review: return ReviewPage.page(evidence)
    case .explanation, .origin, .address, .help, .palette: return nil
    }
  }

  /// Whether the table that a row stands in allows to say that it differs; what was drilled into further
  /// stands in none, and speaks for itself.
  private mutating func isTold(_ selection: Selection) -> Bool {
    guard case .row(let dimension, let name) = selection.conditions.last,
      selection.conditions.count == 1
    else { return true }
    let rows = detail(.breakdown(dimension, window))?.breakdown?.rows
    return rows?.first { $0.name == name }?.isTold ?? false
  }

  private mutating func comparisonPage(_ marks: [Mark], _ evidence: Evidence) -> Page? {
    var sides: [ComparisonPage.Side] = []
    for mark in marks {
      let selection = Selection([mark.condition])
      guard let group = detail(.group(selection, window))?.group else { return nil }
      sides.append(ComparisonPage.Side(mark: mark, group: group))
    }
    return ComparisonPage(sides: sides, evidence: evidence, window: window).page
  }

  private mutating func listPage(_ layer: Layer, _ evidence: Evidence) -> Page? {
    list(of: layer, evidence)?.page(from: places[layer]?.firstRow ?? 0, count: size.rows)
  }

  /// The list that a layer shows, as a whole; nil where the files have nothing of it.
  mutating func list(of layer: Layer, _ evidence: Evidence) -> (any ListPage)? {
    let tableView = view.tables[layer]
    switch layer {
    case .screen(.people), .people:
      var selection = Selection()
      if case .people(let people) = layer { selection = people }
      return detail(.people(selection, tableView))?.people.map { people in
        PeoplePage(
          selection: selection, people: people, evidence: evidence, contacts: contacts,
          view: tableView, root: root)
      }
    case .roster(let source):
      return detail(.roster(source, tableView))?.roster.map { roster in
        RosterPage(
          source: source, roster: roster, evidence: evidence, contacts: contacts, view: tableView)
      }
    default: return nil
    }
  }

  /// The place of the cursor on a page that is shown, within its bounds whatever was loaded since.
  func place(on page: Page) -> Place { place(of: layer, on: page) }

  /// The place of the cursor on a layer's page.
  func place(of layer: Layer, on page: Page) -> Place {
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
