package import Metrics
package import Terminal

/// What a screen says, whatever the size of the terminal: the one value that the frame and the plain
/// text are both made from.
package struct Page: Equatable, Sendable {
  /// Where it is: `Channels`, `email`.
  package var crumbs: [String]
  /// From top to bottom.
  package var sections: [Section]
  /// Whom the page is about, where it is about some people.
  package var selection: Selection?

  /// A page from its parts.
  package init(_ crumbs: [String], _ sections: [Section], of selection: Selection? = nil) {
    self.crumbs = crumbs
    self.sections = sections
    self.selection = selection
  }
}

/// A part of a page that the cursor may enter.
package struct Section: Equatable, Sendable {
  package enum Body: Equatable, Sendable {
    case sentences([Sentence])
    /// Sentences that each stand for themselves.
    case bullets([Sentence])
    case table(Table)
    case curves(Curves)
    case columns(ColumnChart)
  }

  package var heading: String?
  package var body: Body
  /// Whether it stands beside the section before it, where the terminal is wide enough.
  package var isBeside = false

  /// A section, below the one before it.
  package init(_ heading: String? = nil, _ body: Body, isBeside: Bool = false) {
    self.heading = heading
    self.body = body
    self.isBeside = isBeside
  }
}

/// A sentence of a page.
package struct Sentence: Equatable, Sendable {
  package var text: String
  package var style: Style

  /// A sentence in the terminal's own colour, unless it is given a style.
  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

extension Sentence {
  /// The doubts that no rate may be read without.
  static func overriding(_ report: Report) -> [Sentence] {
    report.overriding.map { Sentence($0.sentence, Style(.bad, .bold)) }
  }
}

extension Section {
  /// How many places of it the cursor can stand on.
  var stops: Int {
    switch body {
    case .sentences(let sentences), .bullets(let sentences): sentences.count
    case .table(let table): table.rowCount
    case .curves, .columns: 1
    }
  }
}
