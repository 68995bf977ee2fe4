/// Why no folder was simulated.
package enum SimulationError: Error, Equatable {
  case customersOutOfRange(Int)
  case ordersLeftOut
  case folderNotEmpty(String)
  case folderRefused(String, reason: String)
  case writeRefused(String, reason: String)
}

extension SimulationError: CustomStringConvertible {
  /// One sentence for the user: what, where, what would do.
  package var description: String {
    switch self {
    case .customersOutOfRange(let count):
      "\(count) customers can't be simulated: give a number from 1 to 5,000,000."
    case .ordersLeftOut:
      "A cohort folder needs its orders: leave out any other table."
    case .folderNotEmpty(let path):
      "\(path) is not empty: name a new or an empty folder."
    case .folderRefused(let path, let reason):
      "\(path) can't be used as a folder (\(reason)): name one that can be created."
    case .writeRefused(let path, let reason):
      "\(path) can't be written (\(reason)): free some space or name another folder."
    }
  }
}
