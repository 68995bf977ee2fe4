import ArgumentParser
import Terminal

/// The settings as options of the command line: one for every key of the file.
struct SettingsOptions: ParsableArguments {
  @Option(help: "The colours.")
  var theme: Theme?
  @Option(help: "What charts are drawn with.")
  var glyphs: Settings.GlyphChoice?
  @Flag(
    inversion: .prefixedNo,
    help: "Have wheel and clicks work, or leave the mouse to the terminal. m changes it.")
  var mouse: Bool?
  @Option(
    help: ArgumentHelp(
      "Milliseconds to wait after an Esc for the rest of a key, 0 to 1000.", valueName: "ms"))
  var escapeDelay: Int?

  func validate() throws {
    if let escapeDelay, !Settings.escapeDelays.contains(escapeDelay) {
      throw ValidationError("--escape-delay takes milliseconds from 0 to 1000.")
    }
  }

  /// What the command line sets.
  var given: Settings {
    Settings(theme: theme, glyphs: glyphs, mouse: mouse, escapeDelay: escapeDelay)
  }

  /// What the command line sets, over what the user's file does.
  func settings() throws(Failure) -> Settings {
    do {
      return given.over(try Settings.read())
    } catch {
      throw Failure(error.sentence)
    }
  }
}

extension Theme: ExpressibleByArgument {}
extension Settings.GlyphChoice: ExpressibleByArgument {}
