import Dashboard
import Foundation
import Terminal
import Testing

/// The pictures of the README are what the program draws of sample-data. RECORD_FRAMES=1 draws them anew.
struct PictureTests {
  private static let pictures: [(name: String, title: String, keys: [Key])] = [
    ("scorecard", "The scorecard of Northwind Coffee", []),
    ("channels", "Its channels, with their intervals on one axis", ["3", .down]),
    ("channel", "The pane of SMS, with the curve of returns", ["3", .down, .enter]),
    ("comparison", "SMS beside e-mail", ["3", .down, " ", .up, " ", "c"]),
  ]

  @Test(arguments: pictures.indices)
  func `a picture of the documentation is what the program draws`(index: Int) throws {
    let (name, title, keys) = PictureTests.pictures[index]
    let frame = Dashboard(sample, Size(columns: 120, rows: 36), keys: keys).frame
    let drawn = frame.svg(title: title)
    let file = projectFolder.appendingPathComponent(
      "Sources/Dashboard/Dashboard.docc/Resources/\(name).svg")
    if isRecording { try drawn.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == drawn, "\(name).svg is out of date")
  }
}
