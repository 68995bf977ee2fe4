import CNcurses
import Glibc

/// The terminal as ncurses draws it: the only code that calls ncurses for what is seen.
///
/// ncurses belongs to one thread, so a screen is not `Sendable`. It compares each frame with what
/// the terminal shows and sends the difference.
@safe package final class Screen {
  /// What the terminal can show.
  package struct Abilities: Equatable, Sendable {
    package var colours: ColourDepth
    /// Whether characters beyond ASCII reach the terminal.
    package var isUnicode: Bool
  }

  /// What is drawn into, and where keys come from.
  package struct Files: Equatable, Sendable {
    package var input: String
    package var output: String

    /// The two files by their paths.
    package init(input: String, output: String) {
      self.input = input
      self.output = output
    }

    /// The terminal that the program was started from, whatever its input and output are.
    package static let controllingTerminal = Files(input: "/dev/tty", output: "/dev/tty")
  }

  /// One reading of the keyboard.
  enum Reading: Equatable {
    case character(Unicode.Scalar)
    /// A special key.
    case code(Int32)
    /// Bytes that are no character.
    case nothing
  }

  package let abilities: Abilities
  /// The descriptor that keys are read from.
  let input: Int32
  /// What inks look like from the next frame on.
  package var theme = Theme.terminal { didSet { if theme != oldValue { applyTheme() } } }
  /// Whether the mouse is reported, and so does not select text.
  var isMouseOn = false
  /// What is written to standard error while the screen is shown.
  private let stray = StrayOutput()
  private let files: (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)
  private let screen: OpaquePointer
  let window: UnsafeMutablePointer<WINDOW>
  private var isShown = true
  /// What ncurses' window holds; nil where that is not known.
  var drawn: Frame?

  private init(
    _ files: (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>),
    _ screen: OpaquePointer, _ window: UnsafeMutablePointer<WINDOW>, _ manner: Manner
  ) {
    unsafe self.files = unsafe files
    unsafe self.screen = unsafe screen
    unsafe self.window = unsafe window
    input = unsafe fileno(files.input)
    abilities = Abilities(
      colours: manner.hasColours ? Screen.startColours() : .none, isUnicode: Locale.isUnicode)
  }

  /// How a terminal is to be taken over.
  package struct Manner: Equatable, Sendable {
    package var hasColours: Bool
    /// Milliseconds, 0 or more, in which the rest of a key's sequence must follow its Esc.
    package var escapeDelay: Int

    /// With colours or without, and a delay of so many milliseconds.
    package init(hasColours: Bool = true, escapeDelay: Int = 25) {
      self.hasColours = hasColours
      self.escapeDelay = escapeDelay
    }
  }

  /// Takes the terminal over, or gives nil where there is none, or none that can place its cursor.
  /// `types` are the names of terminals to try, in turn.
  package static func open(
    _ files: Files = .controllingTerminal, types: [String], _ manner: Manner = Manner()
  ) -> Screen? {
    // ncurses would take these for the size, for ever.
    unsafe unsetenv("LINES")
    unsafe unsetenv("COLUMNS")
    Locale.start()
    guard let input = unsafe fopen(files.input, "r") else { return nil }
    guard let output = unsafe fopen(files.output, "w") else {
      unsafe fclose(input)
      return nil
    }
    Crash.watch(terminal: unsafe fileno(output))
    guard let screen = unsafe terminal(input, output, types) else {
      Crash.unwatch()
      unsafe fclose(input)
      unsafe fclose(output)
      return nil
    }
    // A size of its own would not follow the terminal's.
    guard let window = unsafe newwin(0, 0, 0, 0) else {
      endwin()
      Crash.unwatch()
      unsafe delscreen(screen)
      unsafe fclose(input)
      unsafe fclose(output)
      return nil
    }
    return unsafe start(Screen((input, output), screen, window, manner), manner)
  }

  /// The first type that is known and can place its cursor.
  private static func terminal(
    _ input: UnsafeMutablePointer<FILE>, _ output: UnsafeMutablePointer<FILE>, _ types: [String]
  ) -> OpaquePointer? {
    for type in types {
      guard let screen = unsafe newterm(type, output, input) else { continue }
      if unsafe nc_has_capability("cup") && nc_has_capability("clear") { return unsafe screen }
      endwin()
      unsafe delscreen(screen)
      // A terminal that is known to be this plain is not to be drawn on as another.
      return nil
    }
    return nil
  }

  private static func start(_ screen: Screen, _ manner: Manner) -> Screen {
    raw()
    noecho()
    nonl()
    curs_set(0)
    unsafe keypad(screen.window, true)
    unsafe nodelay(screen.window, true)
    set_escdelay(Int32(clamping: manner.escapeDelay))
    for (sequence, code) in KeySequence.known { unsafe define_key(sequence, code) }
    // Of a report of the mouse ncurses would read on until all of it has come.
    define_key(nil, KEY_MOUSE)
    screen.send("\u{1B}[?2004h")
    screen.keepStrayOutput()
    return screen
  }

  deinit {
    if isShown { leave() }
    unsafe delwin(window)
    unsafe delscreen(screen)
    unsafe fclose(files.input)
    unsafe fclose(files.output)
  }
}

extension Screen {
  /// How many cells the terminal has now.
  package var size: Size {
    Size(columns: unsafe Int(getmaxx(window)), rows: unsafe Int(getmaxy(window)))
  }

  /// Takes over the size that the terminal says it has.
  func followTerminal() {
    var (columns, rows): (Int32, Int32) = (0, 0)
    guard unsafe nc_terminal_size(fileno(files.output), &columns, &rows) == 0, columns > 0, rows > 0
    else { return }
    resize(Size(columns: Int(columns), rows: Int(rows)))
  }

  /// Takes a size over.
  package func resize(_ size: Size) {
    resizeterm(Int32(size.rows), Int32(size.columns))
    drawn = nil
  }

  /// Draws a frame.
  package func show(_ frame: Frame) {
    isShown = true
    draw(frame)
    unsafe wmove(window, Int32(frame.cursor.row), Int32(frame.cursor.column))
    unsafe wnoutrefresh(window)
    doupdate()
  }

  /// Lets the next frame be drawn whole, whatever the terminal shows.
  package func forget() { nc_repaint() }

  /// Gives the terminal back as it was found; the next frame takes it over again.
  package func leave() {
    // A job in the background that touched its terminal would be stopped for it.
    guard isShown else { return }
    send("\u{1B}[?2004l")
    if isMouseOn { reportMouse(false) }
    endwin()
    isShown = false
    stray.release()
    Crash.unwatch()
  }

  /// Takes the terminal over again, whatever was done to it meanwhile.
  func comeBack() {
    isShown = true
    // Only after this does ncurses set the terminal's modes again.
    endwin()
    send("\u{1B}[?2004h")
    forget()
    if isMouseOn { reportMouse(true) }
    Crash.watch(terminal: unsafe fileno(files.output))
    keepStrayOutput()
  }

  /// Keeps standard error off what is drawn, where both are terminals.
  private func keepStrayOutput() {
    if unsafe isatty(fileno(files.output)) == 1 { stray.divert() }
  }

  /// Sends a sequence that ncurses knows nothing of.
  func send(_ sequence: String) {
    unsafe fputs(sequence, files.output)
    unsafe fflush(files.output)
  }

  /// What was typed next; nil where nothing more is there.
  func read() -> Reading? {
    var value: wint_t = 0
    switch unsafe wget_wch(window, &value) {
    case OK: return Unicode.Scalar(value).map { .character($0) } ?? .nothing
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    default: return nil
    }
  }
}
