/// Where the bytes of the files go, in the order in which they are made.
package protocol Destination: ~Copyable {
  /// Adds to the end of a file, which begins with the first bytes added to it.
  mutating func append(_ bytes: [UInt8], to file: String) throws(SimulationError)
}

/// Files kept in memory, by name: for small folders and for tests.
package struct MemoryDestination: Destination {
  /// The files' bytes so far, by name.
  package private(set) var files: [String: [UInt8]] = [:]

  /// No files yet.
  package init() {}

  /// Adds to the end of a file.
  package mutating func append(_ bytes: [UInt8], to file: String) throws(SimulationError) {
    files[file, default: []] += bytes
  }
}
