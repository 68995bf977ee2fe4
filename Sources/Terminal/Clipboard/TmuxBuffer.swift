import CNcurses
import Glibc

/// A buffer of the tmux that the program runs in. With its default settings tmux drops what a program
/// sends to the clipboard, but takes it from its own command, and hands it on.
enum TmuxBuffer {
  /// Runs `tmux load-buffer -w -` with the text as its input; false where that fails or takes longer
  /// than `patience`.
  static func load(_ text: String, with program: String, patience: Duration) -> Bool {
    // A file in memory: a pipe could fill up, or break with a signal.
    let input = nc_memory_file()
    guard input >= 0 else { return false }
    defer { close(input) }
    guard Bytes.write(Array(text.utf8), to: input), lseek(input, 0, SEEK_SET) == 0,
      let process = QuietProgram.start([program, "load-buffer", "-w", "-"], input: input)
    else { return false }
    return hasSucceeded(process, patience)
  }

  /// Whether a process ends well in time; one that does not is ended.
  private static func hasSucceeded(_ process: pid_t, _ patience: Duration) -> Bool {
    let deadline = ContinuousClock.now + patience
    var status: Int32 = 0
    while true {
      switch unsafe waitpid(process, &status, WNOHANG) {
      case process: return status == 0
      case 0 where ContinuousClock.now < deadline: usleep(1_000)
      case 0:
        kill(process, SIGKILL)
        unsafe waitpid(process, &status, 0)
        return false
      // It has gone without a word, where the program was started with SIGCHLD ignored.
      default: return false
      }
    }
  }
}
