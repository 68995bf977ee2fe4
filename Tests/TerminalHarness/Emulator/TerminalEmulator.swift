/// The screen of a terminal, made of the bytes that a program writes to it. It understands what
/// ncurses emits for xterm-256color, tmux-256color, screen, linux and vt100, and lists the rest.
/// It never answers: a program that queries its terminal is found out by `unknown`.
package struct TerminalEmulator: Sendable {
  package private(set) var modes = Set<Mode>.initial
  /// The sequences it did not understand, queries among them.
  package internal(set) var unknown: [String] = []
  /// The texts of ESC `]`, such as titles (`0;…`) and copied text (`52;…`).
  package internal(set) var commands: [String] = []
  package internal(set) var bells = 0

  var grid: Grid
  var cursor = Cursor()
  var savedCursor = Cursor()
  /// Of the main and the alternate screen the one that is not shown; each saves its own cursor.
  var hiddenGrid: Grid
  var hiddenSavedCursor = Cursor()
  /// First and one past the last row that scroll.
  var region: Range<Int>
  var tabStops: Set<Int>
  /// What the repeat sequence repeats.
  var lastCharacter: Unicode.Scalar?
  private var tokenizer = Tokenizer()

  package init(columns: Int, rows: Int) {
    grid = Grid(columns: columns, rows: rows)
    hiddenGrid = grid
    region = 0..<rows
    tabStops = Set(stride(from: 8, to: 1000, by: 8))
  }

  package mutating func receive(_ bytes: some Sequence<UInt8>) {
    for token in tokenizer.tokens(bytes) { apply(token) }
  }

  package mutating func receive(_ text: String) { receive(text.utf8) }

  mutating func set(_ mode: Mode, _ isOn: Bool) {
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
  }

  /// ESC c.
  mutating func reset() {
    let kept = self
    self = TerminalEmulator(columns: kept.columns, rows: kept.rows)
    (unknown, commands, bells) = (kept.unknown, kept.commands, kept.bells)
  }

  /// ESC [!p: everything but what is on the screen.
  mutating func resetSoftly() {
    modes = isAlternateScreen ? .initial.union([.alternateScreen]) : .initial
    region = 0..<rows
    cursor.style = .plain
    cursor.characterSets = CharacterSets()
    savedCursor = Cursor()
  }

  /// As xterm does it: the rows at the top go where the cursor would else fall off the end.
  package mutating func resize(columns: Int, rows: Int) {
    let lost = max(0, cursor.row - rows + 1)
    grid.resize(columns: columns, rows: rows, losingAbove: lost)
    hiddenGrid.resize(columns: columns, rows: rows, losingAbove: 0)
    cursor.row -= lost
    cursor.column = min(cursor.column, columns - 1)
    cursor.isWrapPending = false
    region = 0..<rows
  }
}

struct Cursor: Equatable {
  var row = 0
  var column = 0
  /// After the last column: the next character goes to the next row first.
  var isWrapPending = false
  var style = Style.plain
  var characterSets = CharacterSets()
}

/// Which of two sets the letters are drawn from.
struct CharacterSets: Equatable {
  var isLineDrawing = [false, false]
  var shifted = 0
}
