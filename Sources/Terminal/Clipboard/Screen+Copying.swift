extension Screen {
  /// Copies a text by the first way that leads somewhere: tmux, the terminal's clipboard, a file; nil
  /// where none does. Whether a terminal obeys cannot be known, since nothing is asked of it.
  ///
  /// To be called between frames, from the thread that draws.
  package func copy(
    _ text: String, in environment: ClipboardEnvironment = .current
  ) -> CopyDestination? {
    if let tmux = environment.tmux,
      TmuxBuffer.load(text, with: tmux, patience: environment.patience)
    {
      return .tmux
    }
    if !environment.isWithoutClipboard,
      let sequence = ClipboardSequence.sequence(
        copying: text, isWithinScreen: environment.isWithinScreen)
    {
      send(String(decoding: sequence, as: UTF8.self))
      return .terminal
    }
    return CopyFile.write(text, in: environment.directories).map { .file($0) }
  }
}
