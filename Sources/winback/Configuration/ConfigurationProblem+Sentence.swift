import Glyphs
import Tables

extension ConfigurationProblem {
  /// What is wrong, on which line, and what would do, in one sentence.
  var sentence: String {
    let place = "\(SafeText(file)):" + (line == 0 ? " " : "\(line): ")
    switch kind {
    case .file(let problem): return place + problem.complaint
    case .notUTF8: return place + "is not UTF-8; save it as UTF-8"
    case .syntax(let message): return place + "is not TOML: \(SafeText(message))"
    case .unknownKey(let key, let known):
      return place + "\(SafeText(key)) is no key that winback knows; there "
        + (known.count == 1 ? "is " : "are ") + known.joined(separator: ", ")
    case .wrongValue(let key, let expected):
      return place + "\(SafeText(key)) must be \(expected)"
    case .unknownZone(let name):
      return place + "\"\(SafeText(name))\" is no time zone; write one such as Europe/Berlin"
    case .noZoneDatabase:
      return place + "this machine has no time zones; install the package tzdata"
    }
  }
}
