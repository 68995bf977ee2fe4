import ArgumentParser
import Dashboard
import Foundation
import Metrics
import Tables
import Terminal

@testable import winback

/// The top of the project.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder of sample data.
let sampleFolder = projectFolder.appendingPathComponent("sample-data").path

/// The evidence of the sample data, read once for all tests.
let sample: Evidence = {
  do {
    return try evidence(ofFolder: sampleFolder)
  } catch {
    fatalError("sample-data: \(error)")
  }
}()

/// The evidence of a folder.
func evidence(ofFolder path: String) throws -> Evidence {
  try FolderArguments.parse([path]).evidence()
}

extension Evidence {
  /// The same files, seen from another day.
  func at(_ day: Day) -> Evidence { seen(through: Lens(asOf: day)) }
}

extension Dashboard {
  /// A dashboard that shows some evidence, after some keys.
  init(
    _ evidence: Evidence, _ size: Size = Size(columns: 80, rows: 24), glyphs: GlyphSet = .braille,
    keys: [Key] = []
  ) {
    self.init(folder: "folder", size: size, glyphs: glyphs)
    _ = update(.loaded(evidence))
    press(keys)
  }

  /// Presses keys; gives the effects of all of them.
  @discardableResult
  mutating func press(_ keys: [Key]) -> [Effect] { keys.flatMap { update(.key($0)) } }
}
