import CPseudoTerminal
import Glibc

/// A program to be started on a terminal of its own.
struct ProgramStart {
  var program: String
  var arguments: [String]
  var environment: [String: String]
  var directory: String?

  /// Starts it as the leader of a session that the terminal controls, and gives its process id.
  func spawn(onTerminal path: String) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    try check("posix_spawn_file_actions_init", unsafe posix_spawn_file_actions_init(&actions))
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe try setUp(&actions, path)
    var attributes = posix_spawnattr_t()
    try check("posix_spawnattr_init", unsafe posix_spawnattr_init(&attributes))
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    try setUp(&attributes)
    return unsafe try withCStrings([program] + arguments) { arguments in
      unsafe try withCStrings(environment.map { $0 + "=" + $1 }) { environment in
        var process: pid_t = 0
        let number = unsafe posix_spawnp(
          &process, program, &actions, &attributes, arguments, environment)
        try check("posix_spawn of \(program)", number)
        return process
      }
    }
  }

  /// The terminal is standard input, output and error; a session's leader without a terminal gets
  /// the first it opens. Everything else is closed: the descriptors of tests that run beside this
  /// one would keep their pipes and terminals open.
  private func setUp(_ actions: inout posix_spawn_file_actions_t, _ path: String) throws {
    let call = "posix_spawn_file_actions"
    try check(call, unsafe posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0))
    try check(call, unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1))
    try check(call, unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2))
    try check(call, unsafe posix_spawn_file_actions_addclosefrom_np(&actions, 3))
    guard let directory else { return }
    try check(call, unsafe posix_spawn_file_actions_addchdir_np(&actions, directory))
  }

  /// No signal is blocked and all have their ordinary effect, whatever the test's process does.
  private func setUp(_ attributes: inout posix_spawnattr_t) throws {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    try check("posix_spawnattr", unsafe posix_spawnattr_setsigmask(&attributes, &signals))
    unsafe sigfillset(&signals)
    try check("posix_spawnattr", unsafe posix_spawnattr_setsigdefault(&attributes, &signals))
    let flags =
      spawn_as_session_leader | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    try check("posix_spawnattr", unsafe posix_spawnattr_setflags(&attributes, flags))
  }
}

/// Lends texts as C has them: a list that ends with nil.
private func withCStrings<Result>(
  _ texts: [String],
  _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) throws -> Result
) rethrows -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = unsafe texts.map { unsafe strdup($0) }
  unsafe pointers.append(nil)
  defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
  return unsafe try body(pointers)
}
