import Tables
import Terminal
import Testing

@testable import Dashboard

/// What is shown while files are read, and when they change afterwards.
struct NewsTests {
  private func state(rows: Int, bytes: Int, of all: Int, isRead: Bool = false)
    -> ReadingProgress.State
  {
    var state = ReadingProgress.State()
    (state.rows, state.bytes, state.allBytes, state.isRead) = (rows, bytes, all, isRead)
    return state
  }

  /// The same files, read once more.
  private var other: Evidence {
    get throws { try evidence(ofFolder: sampleFolder) }
  }

  private func unread() -> Dashboard {
    Dashboard(folder: "data", size: Size(columns: 80, rows: 24), glyphs: .braille)
  }

  @Test func `rows and bytes are told while the first reading goes on`() {
    var dashboard = unread()
    #expect(dashboard.frame.text.contains("Reading data …"))
    _ = dashboard.update(.progress(state(rows: 3_400_000, bytes: 412_345_678, of: 1_198_000_000)))
    #expect(dashboard.frame.text.contains("3,400,000 rows, 412 of 1,198 MB; Esc stops it."))
    _ = dashboard.update(.progress(state(rows: 7, bytes: 1_249_999, of: 9_900_000)))
    #expect(dashboard.frame.text.contains("7 rows, 1.2 of 9.9 MB"))
    _ = dashboard.update(.progress(state(rows: 9, bytes: 9, of: 9, isRead: true)))
    #expect(dashboard.frame.text.contains("Counting what 9 rows of data say …"))
    _ = dashboard.update(.loaded(sample))
    #expect(dashboard.frame.text.contains("> Day-60 reactivation"))
  }

  @Test func `Esc stops the first reading, and R begins it again`() {
    var dashboard = unread()
    #expect(dashboard.press([.escape]) == [.stopReading])
    #expect(dashboard.frame.text.contains("Reading data was stopped: R reads it, q quits."))
    // What arrives late is not wanted any more.
    _ = dashboard.update(.loaded(sample))
    #expect(dashboard.evidence == nil)
    #expect(dashboard.press(["R"]) == [.reload(Lens())])
    _ = dashboard.update(.loaded(sample))
    #expect(dashboard.evidence != nil)
  }

  @Test func `while files are read again the old stay, dated, with a share of the bytes`() {
    var dashboard = Dashboard(sample, keys: ["R"])
    _ = dashboard.update(.progress(state(rows: 52_000, bytes: 45, of: 100)))
    #expect(dashboard.frame.text(row: 0).contains("52,000 rows, 45 %, 31 Oct 2026"))
    #expect(dashboard.frame.text.contains("> Day-60 reactivation"))
    #expect(dashboard.press([.escape]) == [.stopReading])
    #expect(dashboard.frame.text.contains("What was there stays."))
    #expect(dashboard.press([.escape]).isEmpty)
  }

  @Test func `files that change are read beside the old, and offered`() throws {
    let other = try other
    var dashboard = Dashboard(sample, keys: ["3"])
    #expect(dashboard.press(["r"]).isEmpty)
    #expect(dashboard.message?.hasPrefix("No new files have arrived") == true)
    dashboard.press([.down])
    #expect(dashboard.update(.filesChanged) == [.readNews(Lens())])
    let before = dashboard.frame.text
    _ = dashboard.update(.arrived(other))
    #expect(dashboard.frame.text(row: 0).contains("new data: r, 31 Oct 2026"))
    #expect(dashboard.evidence === sample)
    #expect(
      dashboard.frame.text.split(separator: "\n").dropFirst().dropLast()
        == before.split(separator: "\n").dropFirst().dropLast())
    dashboard.press(["r"])
    #expect(dashboard.evidence === other && dashboard.message?.hasPrefix("Read again") == true)
    #expect(!dashboard.frame.text(row: 0).contains("new data"))
  }

  @Test func `what R reads goes before what was offered`() throws {
    let other = try other
    var dashboard = Dashboard(sample, keys: [])
    _ = dashboard.update(.arrived(other))
    dashboard.press(["R"])
    _ = dashboard.update(.arrived(sample))
    _ = dashboard.update(.loaded(other))
    #expect(dashboard.evidence === other && dashboard.news == nil)
  }

  @Test func `a look at the old files that comes after r is not taken`() throws {
    let other = try other
    var dashboard = Dashboard(sample, keys: [])
    _ = dashboard.update(.arrived(other))
    dashboard.press(["["])
    let lens = dashboard.lens
    #expect(dashboard.press(["r"]) == [.look(lens)])
    _ = dashboard.update(.loaded(sample.seen(through: lens)))
    #expect(dashboard.evidence === other)
    let seen = other.seen(through: lens)
    _ = dashboard.update(.loaded(seen))
    #expect(dashboard.evidence === seen && !dashboard.isBusy)
  }

  @Test func `new files whose reading R has stopped are read after all when R is given up`() {
    var dashboard = Dashboard(sample, keys: [])
    #expect(dashboard.update(.filesChanged) == [.readNews(Lens())])
    #expect(dashboard.press(["R"]) == [.reload(Lens())])
    #expect(dashboard.press([.escape]) == [.stopReading, .readNews(Lens())])
    dashboard.press(["R"])
    #expect(dashboard.update(.filesChanged).isEmpty)
    #expect(dashboard.press([.escape]) == [.stopReading, .readNews(Lens())])
  }

  @Test func `files that change while they are read are read once more`() {
    var dashboard = unread()
    #expect(dashboard.update(.filesChanged).isEmpty)
    #expect(dashboard.update(.loaded(sample)) == [.readNews(Lens())])
    dashboard.press(["R"])
    #expect(dashboard.update(.filesChanged).isEmpty)
    #expect(dashboard.update(.failed("orders.csv: changed")) == [.readNews(Lens())])
  }

  @Test func `new files that cannot be read are said, and the old stay`() {
    var dashboard = Dashboard(sample, keys: [])
    _ = dashboard.update(.spoiled("orders.csv: is empty"))
    #expect(dashboard.message == "The files have changed: orders.csv: is empty.")
    #expect(dashboard.frame.text(row: 0).contains("not read again"))
    #expect(dashboard.evidence === sample)
  }
}
