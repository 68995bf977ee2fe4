import Dashboard
import Dispatch
import Synchronization
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
