package import Terminal

/// The state of the dashboard: a value that events change and frames are drawn from. It knows no clock,
/// no file and no terminal.
package struct Dashboard: Sendable {
  /// The folder that is read, as the user named it.
  let folder: String
  /// Nil until the first cohort has been read.
  var evidence: Evidence?
  /// Whether a cohort is being read.
  var isReading = true
  /// From the screen at the bottom to what lies on top.
  var stack: [Layer] = [.screen(.scorecard)]
  /// Where the cursor was on each layer.
  var places: [Layer: Place] = [:]
  /// The curves of channels that were opened.
  var curves: [String: ChannelCurves] = [:]
  var size: Size
  let glyphs: GlyphSet
  /// What the footer says in place of the keys, until the next key.
  var message: String?

  /// A dashboard that has not read its folder yet.
  package init(folder: String, size: Size, glyphs: GlyphSet) {
    self.folder = folder
    self.size = size
    self.glyphs = glyphs
  }

  /// What lies on top.
  var layer: Layer { stack[stack.count - 1] }

  /// The screen at the bottom.
  var screen: Layer { stack[0] }
}

extension Dashboard {
  /// What the top layer says; nil while there is nothing to say it of.
  package var page: Page? { evidence.flatMap { page(of: layer, $0) } }

  func page(of layer: Layer, _ evidence: Evidence) -> Page? {
    switch layer {
    case .screen(.scorecard): ScorecardPage.page(evidence)
    case .screen(.channels): ChannelsPage.page(evidence)
    case .channel(let name): curves[name].flatMap { ChannelPane.page(evidence, name, $0) }
    case .help: HelpPage.page(self)
    }
  }

  /// The place of the cursor on a page that is shown, within its bounds whatever was loaded since.
  func place(on page: Page) -> Place {
    guard var place = places[layer], page.sections.indices.contains(place.stop.section),
      page.sections[place.stop.section].stops > 0
    else { return Place(on: page, layout(of: page), height: bodyHeight) }
    place.stop.row = min(place.stop.row, page.sections[place.stop.section].stops - 1)
    return place
  }
}
