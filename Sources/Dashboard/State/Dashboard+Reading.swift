import Metrics
import Tables

/// Files that are read, that could not be read, and that have changed since.
extension Dashboard {
  mutating func fail(_ sentence: String) -> [Effect] {
    if evidence != nil { keepWhatIsSeen() }
    awaited = nil
    progress = nil
    isOutdated = evidence != nil
    message = sentence
    refresh()
    return evidence == nil ? [.giveUp(sentence)] : readNewsAgain()
  }

  mutating func take(_ evidence: Evidence, _ details: DetailCache) -> [Effect] {
    // Of several ways to see that were asked for only the last is waited for; none after Esc.
    let isReread: Bool
    switch awaited {
    case .looking(let lens):
      // What was asked of files that have been replaced since is not waited for either.
      guard evidence.isSeen(through: lens),
        self.evidence?.analysis.history === evidence.analysis.history
      else { return [] }
      isReread = false
    case .reading:
      // What was looked at of the old files is not what is waited for.
      if let old = self.evidence, old.analysis.history === evidence.analysis.history { return [] }
      isReread = self.evidence != nil
    case nil: return []
    }
    message = nil
    if isReread { renew(evidence) }
    show(evidence, details)
    // While the files were read another way of seeing them may have been asked for.
    return lookIfNeeded() + noticeLateChange()
  }

  /// Takes over files that were read again.
  private mutating func renew(_ evidence: Evidence) {
    message = "Read again: \(Wording.counted(evidence.analysis.cohort.files.count, "file"))."
    isOutdated = false
    news = nil
    isReadingNews = false
    // Names belong to the files that they were read from.
    trace = nil
    contacts = nil
    wantsNames = false
  }

  private mutating func show(_ evidence: Evidence, _ details: DetailCache = DetailCache()) {
    self.evidence = evidence
    self.details = details
    awaited = nil
    progress = nil
    closeWhatIsGone(evidence)
    keepCursorInSight()
  }

  /// Shows the files that have arrived.
  mutating func takeNews() -> [Effect] {
    guard let news else { return [] }
    renew(news)
    show(news)
    return lookIfNeeded()
  }

  /// Has new files read beside what is shown, once nothing else is being read.
  mutating func noticeChange() -> [Effect] {
    isNewsDue = awaited == .reading
    return isNewsDue || evidence == nil ? [] : readNews()
  }

  /// The same for files that changed while others were being read.
  private mutating func noticeLateChange() -> [Effect] {
    isNewsDue && evidence != nil ? readNews() : []
  }

  /// The same after a reading that came to nothing: it had stopped one of new files, too.
  mutating func readNewsAgain() -> [Effect] {
    (isNewsDue || isReadingNews) && evidence != nil ? readNews() : []
  }

  private mutating func readNews() -> [Effect] {
    isNewsDue = false
    isReadingNews = true
    return [.readNews(lens)]
  }

  mutating func offer(_ evidence: Evidence) {
    isReadingNews = false
    news = evidence
  }

  /// What the new files or the new day do not have closes.
  private mutating func closeWhatIsGone(_ evidence: Evidence) {
    let layers = view.stack
    for (depth, layer) in layers.enumerated().dropFirst()
    where !layer.isOverlay && page(of: layer, evidence) == nil {
      view.stack.removeSubrange(depth...)
      // What was being typed was typed for what is gone.
      prompt = nil
      message = "What was open does not exist on that day."
      return
    }
  }

  /// New files that cannot be read do not disturb what is typed.
  mutating func sayWhyNot(_ sentence: String) {
    isOutdated = true
    isReadingNews = false
    if prompt == nil { message = "The files have changed: \(sentence)." }
  }
}

/// What is said meanwhile.
extension Dashboard {
  /// What a worker is busy with; nil while none is.
  var doing: String? {
    guard isBusy else { return nil }
    guard awaited == .reading, let progress, progress.allBytes > 0 else { return "reading" }
    let share = 100 * progress.bytes / progress.allBytes
    return progress.isRead
      ? "counting" : "\(Wording.counted(progress.rows, "row")), \(min(share, 100)) %"
  }

  /// What stands on the screen before anything has been read.
  var waiting: [String] {
    guard isBusy else {
      return ["Reading \(folder) was stopped: R reads it, q quits."]
    }
    guard let progress else { return ["Reading \(folder) …"] }
    let rows = Wording.counted(progress.rows, "row")
    if progress.isRead { return ["Counting what \(rows) of \(folder) say …"] }
    let bytes =
      "\(Dashboard.megabytes(progress.bytes)) of \(Dashboard.megabytes(progress.allBytes)) MB"
    return ["Reading \(folder) …", "\(rows), \(bytes); Esc stops it."]
  }

  /// Millions of bytes; with a decimal where there are few.
  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : Wording.count((tenths + 5) / 10)
  }
}
