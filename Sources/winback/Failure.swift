import ArgumentParser
import Glibc

/// A command that cannot go on: one sentence on standard error, and the status to end with.
struct Failure: Error {
  let sentence: String
  let status: Int32

  /// Status 2, unusable input, unless another is given.
  init(_ sentence: String, status: Int32 = 2) {
    self.sentence = sentence
    self.status = status
  }
}
