import Dashboard
import Terminal

/// A dashboard that is played with as fast as it goes, and how long each key took.
struct KeyBenchmark {
  /// How long a key took from its event to its frame.
  struct Timing {
    let key: String
    /// Where one was when it was pressed.
    let screen: String
    let duration: Duration
  }

  private static let count = 5_000

  private(set) var timings: [Timing] = []
  private let views: EvidenceViews
  private var dashboard: Dashboard

  private init(_ views: EvidenceViews, size: Size) {
    self.views = views
    dashboard = Dashboard(folder: "folder", size: size, glyphs: .braille)
    _ = dashboard.update(.loaded(views.newest))
    timings.reserveCapacity(2 * KeyBenchmark.count)
  }

  /// Plays all keys so many times, and takes of each the fastest, since other programs get in between.
  static func timings(_ views: EvidenceViews, size: Size, plays: Int) -> [Timing] {
    let all = (0..<plays).map { _ in
      var benchmark = KeyBenchmark(views, size: size)
      benchmark.play()
      return benchmark.timings
    }
    return all[0].indices.compactMap { index in
      all.map { $0[index] }.min { $0.duration < $1.duration }
    }
  }

  private mutating func play() {
    for key in KeySequence(count: KeyBenchmark.count) {
      for effect in time(.key(key), "\(key)") {
        // It is in the loop that what was worked out is taken in, so that is counted.
        if let answer = answer(to: effect) {
          let details = DetailCache(for: dashboard.requests, of: answer)
          _ = time(.loaded(answer, details), "\(key), answered")
        }
      }
    }
  }

  /// Takes an event in and draws the frame, as the loop does; gives the effects.
  private mutating func time(_ event: Event, _ key: String) -> [Effect] {
    let screen = (dashboard.page?.crumbs ?? []).joined(separator: " > ")
    let start = ContinuousClock.now
    let effects = dashboard.update(event)
    let frame = dashboard.frame
    let duration = ContinuousClock.now - start
    // Whatever is never looked at could be left out by the compiler.
    precondition(frame.size.rows > 0, "a frame")
    timings.append(Timing(key: key, screen: screen, duration: duration))
    return effects
  }

  /// What a worker would find; nil for effects that need none, or that would leave the program.
  private func answer(to effect: Effect) -> Evidence? {
    switch effect {
    case .look(let lens), .reload(let lens): views.evidence(through: lens)
    default: nil
    }
  }
}
