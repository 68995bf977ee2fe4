/// Where a copied text has gone: what the user is told, since most terminals say nothing of it.
package enum CopyDestination: Equatable, Sendable {
  /// A buffer of tmux, which hands it on to the terminal it runs in.
  case tmux
  /// The terminal, which puts it on its clipboard if it is allowed to.
  case terminal
  /// A new file of this path, which nobody but the user can read.
  case file(String)
}
