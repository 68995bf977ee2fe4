/// Why a terminal could not do what a test asked for.
package enum HarnessFailure: Error, CustomStringConvertible {
  /// A call of the system failed, with its error number.
  case system(call: String, number: Int32)
  /// The deadline came before what was waited for; with what the terminal showed.
  case tooLate(String, screen: String)
  /// The program ended before what was waited for.
  case ended(Ending, before: String, screen: String)

  package var description: String {
    switch self {
    case .system(let call, let number): "\(call) failed with error \(number)"
    case .tooLate(let what, let screen): "waited in vain for \(what)\n\(screen)"
    case .ended(let ending, let what, let screen): "\(ending) before \(what)\n\(screen)"
    }
  }
}

/// How a program ended.
package enum Ending: Equatable, Sendable {
  case exited(Int32)
  case killed(by: Int32)
}

/// Passes on a result that is no error, for calls that give an error number back.
func check(_ call: String, _ number: Int32) throws {
  if number != 0 { throw HarnessFailure.system(call: call, number: number) }
}
