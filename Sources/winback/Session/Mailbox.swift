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

  /// Reads a folder beside the loop.
  func read(_ input: FolderArguments) {
    DispatchQueue.global().async {
      do throws(Failure) {
        self.leave(.loaded(try input.evidence()))
      } catch {
        self.leave(.failed(error.sentence))
      }
    }
  }

  /// Sees from another day what was read, beside the loop.
  func look(_ evidence: Evidence, from day: Day) {
    DispatchQueue.global().async { self.leave(.loaded(evidence.at(day))) }
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
