import Glyphs
package import Metrics
package import Tables

/// A row that can be put beside others of its kind.
package enum Mark: Hashable, Sendable {
  /// Those whom a channel wrote to first.
  case channel(String)
  /// A row of a breakdown.
  case row(Dimension, String)
  /// A month of enrolments.
  case month(Month)

  /// A row of a breakdown, unless it may be compared with nothing: people who came back before anyone
  /// wrote are winners by construction.
  init?(_ dimension: Dimension, _ name: String) {
    if dimension == .firstChannel, name == Breakdown.Row.nobodyWrote { return nil }
    self = .row(dimension, name)
  }

  /// What can be compared with each other.
  enum Kind: Hashable {
    case channels, months
    case rows(Dimension)
  }

  var kind: Kind {
    switch self {
    case .channel: .channels
    case .row(let dimension, _): .rows(dimension)
    case .month: .months
    }
  }

  /// Those whom it stands for.
  var condition: Selection.Condition {
    switch self {
    case .channel(let name): .row(.firstChannel, name)
    case .row(let dimension, let name): .row(dimension, name)
    case .month(let month): .month(month)
    }
  }

  /// What Enter opens of it.
  var layer: Layer {
    if case .channel(let name) = self { return .channel(name) }
    return .selection(Selection([condition]))
  }

  /// Its name in a text.
  var title: String {
    switch self {
    case .channel(let name), .row(_, let name): SafeText(name, limit: 40).description
    case .month(let month): Wording.month(month)
    }
  }
}

extension Mark.Kind {
  /// What its members are called.
  var words: String {
    switch self {
    case .channels: "channels"
    case .months: "months"
    case .rows(let dimension): "rows by \(dimension.words)"
    }
  }
}
