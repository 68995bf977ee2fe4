/// Writes the cohort folder of a made-up business: the same bytes for the same plan.
///
/// The files are in the order of time although every customer is simulated alone. So the history
/// is cut into stretches: each pass simulates all customers, keeps the rows of its stretch, sorts
/// and writes them. How many stretches there are decides the memory, never the bytes.
package struct Simulation {
  private let plan: SimulationPlan
  private let stretches: [Range<Moment>]

  /// A simulation that holds the rows of about half a million customers at a time.
  package init(_ plan: SimulationPlan) {
    self.init(plan, customersHeld: 500_000)
  }

  /// A simulation that holds the rows of about so many customers at a time: 1 or more.
  package init(_ plan: SimulationPlan, customersHeld: Int) {
    precondition(customersHeld > 0, "a simulation needs room for at least one customer")
    self.plan = plan
    let count = (plan.customers - 1) / customersHeld + 1
    let cuts = (1..<count).map { index in
      Moment(day: History.firstDay + History.dayCount * index / count, second: 0)
    }
    stretches = zip([Moment(seconds: 0)] + cuts, cuts + [.end]).map { $0..<$1 }
  }

  /// Writes into a folder, which is created; one that exists must be empty.
  package func write(to folder: String) throws(SimulationError) {
    var destination = try FolderDestination(folder)
    try write(to: &destination)
  }

  /// Hands the files' bytes on, piece by piece.
  package func write(
    to destination: inout some Destination & ~Copyable
  ) throws(SimulationError) {
    try destination.append(Array(plan.export.configuration.utf8), to: "winback.toml")
    let world = World(plan)
    var books = Books()
    for (index, stretch) in stretches.enumerated() {
      if index == 0 {
        try writeWholeLives(of: world, stretch, &books, to: &destination)
      } else {
        var life = Life()
        for customer in 0..<plan.customers {
          world.live(customer, into: &life)
          books.take(life, within: stretch, plan)
        }
      }
      try books.write(to: &destination, plan)
    }
  }

  /// The first pass: beside its stretch, it writes what needs every customer's whole life.
  private func writeWholeLives(
    of world: World, _ stretch: Range<Moment>, _ books: inout Books,
    to destination: inout some Destination & ~Copyable
  ) throws(SimulationError) {
    var people = CustomerFile(plan)
    var spend = SpendBook(plan)
    var life = Life()
    for customer in 0..<plan.customers {
      world.live(customer, into: &life)
      books.take(life, within: stretch, plan)
      spend.count(life.touches)
      if plan.writes(.customers) { try people.add(customer, life, to: &destination) }
    }
    if plan.writes(.customers) { try people.finish(to: &destination) }
    if plan.writes(.spend) { try spend.write(to: &destination) }
  }
}
