import Dashboard
import Dispatch
import Synchronization
import Tables
import Terminal

/// Where workers leave what they have found, for the loop to take.
final class Mailbox: Sendable {
  /// Rings when something was left.
  let bell = WakeUp()
  private let events = Mutex<[Event]>([])
  /// One look at a time: of several that are asked for only the last is worked out.
  private let looks = DispatchQueue(label: "looks")
  private let wanted = Mutex<Lens?>(nil)

  /// What is being read; whoever stops it wants to hear no more of it.
  private let reading = Mutex<ReadingProgress?>(nil)
  /// How often one is told how far a reading has come: as often as it can be read.
  private static let pace = Duration.milliseconds(250)

  /// Reads a folder beside the loop; what is being read already is stopped.
  func read(_ input: FolderArguments, through lens: Lens) {
    begin(input, lens, isTold: true) {
      .loaded($0)
    } failed: {
      .failed($0)
    }
  }

  /// Reads a folder whose files have changed, to be offered beside what is shown.
  func readNews(_ input: FolderArguments, through lens: Lens) {
    begin(input, lens, isTold: false) {
      .arrived($0)
    } failed: {
      .spoiled($0)
    }
  }

  /// Stops what is being read.
  func stopReading() { reading.withLock { $0?.stop() } }

  private func begin(
    _ input: FolderArguments, _ lens: Lens, isTold: Bool,
    done: @escaping @Sendable (Evidence) -> Event, failed: @escaping @Sendable (String) -> Event
  ) {
    let progress = isTold ? told() : ReadingProgress()
    reading.withLock { reading in
      reading?.stop()
      reading = progress
    }
    // On a thread of its own: it waits for others, which must not wait for its place among the workers.
    DispatchQueue(label: "reading").async {
      let event: Event
      do throws(Failure) {
        event = done(try input.evidence(through: lens, progress: progress))
      } catch {
        event = failed(error.sentence)
      }
      returnFreeMemory()
      if !progress.isStopped { self.leave(event) }
    }
  }

  /// A reading that tells how far it has come.
  private func told() -> ReadingProgress {
    let last = Mutex(ContinuousClock.now)
    return ReadingProgress { state in
      let isDue = last.withLock { last in
        let now = ContinuousClock.now
        guard state.isRead || now - last >= Mailbox.pace else { return false }
        last = now
        return true
      }
      if isDue { self.leave(.progress(state)) }
    }
  }

  /// Watches a folder's files from now on.
  func watch(_ folder: String) {
    _ = FolderWatch(folder) { self.leave(.filesChanged) }
  }

  /// Sees what was read in another way, beside the loop, with what the page that is shown asks of it.
  func look(_ evidence: Evidence, through lens: Lens, for page: PageRequests) {
    wanted.withLock { $0 = lens }
    looks.async {
      guard self.wanted.withLock({ $0 == lens }) else { return }
      let seen = evidence.seen(through: lens)
      guard self.wanted.withLock({ $0 == lens }) else { return }
      self.leave(.loaded(seen, DetailCache(for: page, of: seen)))
    }
  }

  /// Gives back memory that is free again, beside the loop.
  func returnMemory() { DispatchQueue.global().async { returnFreeMemory() } }

  /// Looks a customer's rows up in the files, beside the loop.
  func trace(_ customer: String, _ input: FolderArguments, isRevealing: Bool) {
    work { () throws(Failure) in
      .traced(try input.trace(customer, isRevealing: isRevealing))
    } failed: {
      .refused($0)
    }
  }

  /// Reads names and e-mail addresses, beside the loop.
  func introduce(_ input: FolderArguments) {
    work { () throws(Failure) in
      .introduced(try input.contacts())
    } failed: {
      .refused($0)
    }
  }

  /// Writes a screen to a file, beside the loop.
  func export(_ dashboard: Dashboard, to path: String, isReplacing: Bool) {
    // As shells have it; here none has read it.
    let home = path.hasPrefix("~/") ? Environment.value("HOME") : nil
    let place = home.map { $0 + path.dropFirst() } ?? path
    DispatchQueue.global().async {
      // Whoever is in a list of people need not be seen by everyone on the machine.
      let creation = OutputFile.create(
        dashboard.text(forFile: path), at: place, replacing: isReplacing,
        isPrivate: dashboard.showsPeople)
      switch creation {
      case .written: self.leave(.written(path: path))
      case .exists: self.leave(.alreadyThere(path: path))
      case .failed(let sentence): self.leave(.refused(sentence))
      }
    }
  }

  private func work(
    _ body: @escaping @Sendable () throws(Failure) -> Event,
    failed: @escaping @Sendable (String) -> Event
  ) {
    DispatchQueue.global().async {
      do throws(Failure) {
        self.leave(try body())
      } catch {
        self.leave(failed(error.sentence))
      }
    }
  }

  private func leave(_ event: Event) {
    events.withLock { $0.append(event) }
    bell.ring()
  }

  /// All that was left, in order.
  func take() -> [Event] {
    events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
