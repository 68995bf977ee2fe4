import Simulation

/// The files of one simulation, and their rows by column name.
struct SimulatedFolder {
  let files: [String: [UInt8]]
  private var parsed: [SimulationPlan.Table: [[String: String]]] = [:]

  init(_ plan: SimulationPlan, customersHeld: Int = 500_000) throws(SimulationError) {
    var memory = MemoryDestination()
    try Simulation(plan, customersHeld: customersHeld).write(to: &memory)
    files = memory.files
  }

  /// Every table of every kind of business.
  static let tables = SimulationPlan.Model.allCases.flatMap { model in
    SimulationPlan.Table.allCases.filter(model.keeps).map { (model, $0) }
  }

  /// One of the simulations that many tests look at; made once.
  private static let shop = Result { try parsed(SimulationPlan(customers: 4_000, seed: 11)) }
  private static let saas = Result {
    try parsed(SimulationPlan(customers: 4_000, seed: 11, model: .saas))
  }

  private static func parsed(_ plan: SimulationPlan) throws -> SimulatedFolder {
    var folder = try SimulatedFolder(plan)
    for table in SimulationPlan.Table.allCases { folder.parsed[table] = folder.rows(table) }
    return folder
  }

  static func of(_ model: SimulationPlan.Model) throws -> SimulatedFolder {
    try model == .shop ? shop.get() : saas.get()
  }

  func text(_ file: String) -> String {
    String(decoding: files[file, default: []], as: UTF8.self)
  }

  /// The rows of a table, each with as many fields as the header.
  func rows(_ table: SimulationPlan.Table) -> [[String: String]] {
    if let rows = parsed[table] { return rows }
    var lines = split(files[table.file, default: []])
    guard !lines.isEmpty else { return [] }
    let header = lines.removeFirst()
    return lines.map { fields in
      precondition(fields.count == header.count, "\(table): \(fields)")
      return Dictionary(uniqueKeysWithValues: zip(header, fields))
    }
  }

  /// A slow and obvious reader of RFC 4180.
  private func split(_ bytes: [UInt8]) -> [[String]] {
    var lines: [[String]] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var previous: UInt8? = nil
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        // A quote right after a closing one stands for itself.
        if isQuoted, previous == byte { field.append(byte) }
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll()
        if byte == UInt8(ascii: "\n") {
          lines.append(fields)
          fields.removeAll()
        }
      default: field.append(byte)
      }
      previous = byte
    }
    return lines
  }
}
