import Testing

/// Days since any fixed day, by Fliegel and Van Flandern (1968).
func dayNumber(_ moment: String) throws -> Int {
  let parts = try moment.prefix(10).split(separator: "-").map { try #require(Int($0)) }
  let shift = (parts[1] - 14) / 12
  return 1461 * (parts[0] + 4800 + shift) / 4 + 367 * (parts[1] - 2 - 12 * shift) / 12
    - 3 * ((parts[0] + 4900 + shift) / 100) / 4 + parts[2]
}
