package import Metrics

/// What Enter opens.
package enum Link: Hashable, Sendable {
  /// Another layer.
  case layer(Layer)
  /// A line of the help.
  case command(Command)
}

/// What is drawn over everything below it; the lowest of the stack is a screen.
package enum Layer: Hashable, Sendable {
  /// One of the screens that number keys open.
  case screen(ScreenName)
  /// A channel, by its word.
  case channel(String)
  /// A row of a breakdown, or a month.
  case group(Group)
  /// The month's findings, to be pasted into a mail.
  case review
  /// What the keys do here.
  case help
}

/// A screen that a number key opens.
package enum ScreenName: String, CaseIterable, Hashable, Sendable {
  case scorecard, segments, channels, cohorts, data

  /// As the footer and the breadcrumb name it.
  var title: String {
    switch self {
    case .scorecard: "Scorecard"
    case .segments: "Segments"
    case .channels: "Channels"
    case .cohorts: "Cohorts"
    case .data: "Data"
    }
  }
}
