import ArgumentParser
import Foundation
import Terminal
import Testing

@testable import winback

struct SettingsTests {
  @Test func `every setting has a key, and an option of the same meaning`() throws {
    let text = """
      theme = "high-contrast"
      glyphs = "block"
      mouse = true
      escape_delay = 200
      """
    let read = try Settings(text: text, file: "settings.toml")
    let options = [
      "--theme", "high-contrast", "--glyphs", "block", "--mouse", "--escape-delay", "200",
    ]
    #expect(read == (try SettingsOptions.parse(options).given))
    #expect(read.theme == .highContrast && read.glyphs == .block)
    #expect(read.mouse == true && read.escapeDelay == 200)
    #expect(try Settings(text: "", file: "settings.toml") == Settings())
  }

  @Test(
    arguments: [
      (
        "theme = \"solarized\"",
        "theme must be \"default\" or \"dark\" or \"light\" or \"high-contrast\" or \"mono\""
      ),
      ("glyphs = 8", "glyphs must be a text in quotes"),
      ("mouse = \"on\"", "mouse must be true or false"),
      ("escape_delay = -1", "escape_delay must be a number of milliseconds from 0 to 1000"),
      (
        "color = true",
        "color is no key that winback knows; there are theme, glyphs, mouse, escape_delay"
      ),
    ])
  func `what cannot be set is said with file and line`(line: String, complaint: String) {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try Settings(text: "# mine\n" + line, file: "/home/ada/.config/winback/settings.toml")
    }
    let place = "/home/ada/.config/winback/settings.toml:2: "
    #expect(problem?.sentence == place + complaint)
  }

  @Test(
    arguments: [
      (["HOME": "/home/ada"], ["/home/ada/.config", "/etc/xdg"]),
      (["HOME": "/home/ada", "XDG_CONFIG_HOME": "/cfg"], ["/cfg", "/etc/xdg"]),
      (["HOME": "/home/ada", "XDG_CONFIG_HOME": ""], ["/home/ada/.config", "/etc/xdg"]),
      (["HOME": "/home/ada", "XDG_CONFIG_HOME": "relative"], ["/home/ada/.config", "/etc/xdg"]),
      (["HOME": "/home/ada", "XDG_CONFIG_HOME": "/a:b"], ["/a:b", "/etc/xdg"]),
      (["HOME": ""], ["/etc/xdg"]), (["XDG_CONFIG_DIRS": "relative:"], ["/etc/xdg"]),
      (["XDG_CONFIG_DIRS": "/a:relative:/b"], ["/a", "/b"]),
      ([:], ["/etc/xdg"]),
    ] as [([String: String], [String])])
  func `the file lies where XDG has it`(variables: [String: String], folders: [String]) {
    #expect(Settings.paths { variables[$0] } == folders.map { $0 + "/winback/settings.toml" })
  }

  @Test func `the user's file goes before the machine's, and the command line before both`() throws
  {
    let folder = try TemporaryFolder([
      "own/winback/settings.toml": "theme = \"dark\"\nmouse = true\n",
      "machine/winback/settings.toml": "theme = \"light\"\nescape_delay = 5\n",
    ])
    func read(_ own: String) throws -> Settings {
      let variables = [
        "XDG_CONFIG_HOME": folder.path + own, "XDG_CONFIG_DIRS": folder.path + "/machine",
      ]
      return try Settings.read { variables[$0] }
    }
    #expect(try read("/own") == Settings(theme: .dark, mouse: true))
    #expect(try read("/nowhere") == Settings(theme: .light, escapeDelay: 5))
    let given = Settings(theme: .mono, mouse: false)
    #expect(given.over(try read("/own")) == Settings(theme: .mono, mouse: false))
    #expect(Settings(glyphs: .ascii).over(try read("/own")).theme == .dark)
  }

  @Test func `what draws nothing does not read the settings`() throws {
    let folder = try TemporaryFolder(["winback/settings.toml": "theme = 3\n"])
    let environment = ["XDG_CONFIG_HOME": folder.path]
    let report = try Ended("report", casesFolder + "/drop", environment: environment)
    #expect(report.status == 0 && report.complaint.isEmpty)
    #expect(try Ended(casesFolder + "/drop", environment: environment).status == 0)
    #expect(try Ended("report", casesFolder + "/drop", "--theme", "dark").status == 64)
  }

  @Test(
    arguments: [
      (nil, [:], true, 25), (nil, ["NO_COLOR": "1"], false, 25), (nil, ["NO_COLOR": ""], true, 25),
      (.dark, ["NO_COLOR": "1"], true, 25), (nil, ["SSH_CONNECTION": "a 1 b 2"], true, 100),
      (nil, ["ESCDELAY": "7", "SSH_CONNECTION": "a 1 b 2"], true, 7),
    ] as [(Theme?, [String: String], Bool, Int)])
  func `the environment has its say where the settings are silent`(
    theme: Theme?, variables: [String: String], hasColours: Bool, delay: Int
  ) {
    let manner = Environment.manner(Settings(theme: theme)) { variables[$0] }
    #expect(manner.hasColours == hasColours)
    #expect(manner.escapeDelay == delay)
    let own = Environment.manner(Settings(escapeDelay: 300)) { variables[$0] }
    #expect(own.escapeDelay == 300)
  }
}
