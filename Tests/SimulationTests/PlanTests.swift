import Foundation
import Simulation
import Testing

struct PlanTests {
  @Test(arguments: [0, -1, 5_000_001])
  func `a plan has one to five million customers`(count: Int) {
    #expect(throws: SimulationError.customersOutOfRange(count)) {
      try SimulationPlan(customers: count, seed: 1)
    }
  }

  @Test func `a plan keeps its orders`() {
    #expect(throws: SimulationError.ordersLeftOut) {
      try SimulationPlan(customers: 1, seed: 1, without: [.orders, .spend])
    }
  }

  @Test(
    arguments: [
      (
        SimulationError.customersOutOfRange(0),
        "0 customers can't be simulated: give a number from 1 to 5,000,000."
      ),
      (.ordersLeftOut, "A cohort folder needs its orders: leave out any other table."),
      (.folderNotEmpty("out"), "out is not empty: name a new or an empty folder."),
      (
        .folderRefused("a/b", reason: "No such file or directory"),
        "a/b can't be used as a folder (No such file or directory): name one that can be created."
      ),
      (
        .writeRefused("out/orders.csv", reason: "No space left on device"),
        """
        out/orders.csv can't be written (No space left on device): free some space or name \
        another folder.
        """
      ),
    ])
  func `an error is one sentence`(error: SimulationError, sentence: String) {
    #expect(error.description == sentence)
  }

  @Test func `a folder is created and holds the same bytes as memory`() throws {
    try inNewFolder { folder in
      let plan = try SimulationPlan(customers: 40, seed: 9)
      try Simulation(plan).write(to: folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      let files = try Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, Array(try Data(contentsOf: URL(filePath: folder + "/" + name))))
        })
      #expect(files == (try SimulatedFolder(plan).files))
    }
  }

  @Test func `a folder that holds something is refused and left alone`() throws {
    try inNewFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/mine", withIntermediateDirectories: true)
      let plan = try SimulationPlan(customers: 40, seed: 9)
      #expect(throws: SimulationError.folderNotEmpty(folder)) {
        try Simulation(plan).write(to: folder)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["mine"])
    }
  }

  @Test func `a folder that can't be is refused with the reason`() throws {
    try inNewFolder { folder in
      let plan = try SimulationPlan(customers: 40, seed: 9)
      #expect(
        throws: SimulationError.folderRefused(
          folder + "/deeper", reason: "No such file or directory")
      ) { try Simulation(plan).write(to: folder + "/deeper") }
      #expect(FileManager.default.createFile(atPath: folder, contents: nil))
      #expect(throws: SimulationError.folderRefused(folder, reason: "Not a directory")) {
        try Simulation(plan).write(to: folder)
      }
    }
  }

  private func inNewFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/simulation-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
}
