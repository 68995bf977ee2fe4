// swift-tools-version: 6.2
import PackageDescription

// One section per target with its tests, lowest layer first; what every target shares is set in
// the loop at the end.
let package = Package(
  name: "winback",
  products: [.executable(name: "winback", targets: ["winback"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // Text made safe to show, and how many cells of a terminal it takes.
    .target(name: "Glyphs"),
    .testTarget(name: "GlyphsTests", dependencies: ["Glyphs"]),

    // What Swift has no word for: many bytes compared at once, and hints about memory.
    .target(name: "CBytes"),

    // Cohort files become typed columns, and every refused row a finding.
    .target(name: "Tables", dependencies: ["CBytes", "Glyphs"]),
    .testTarget(name: "TablesTests", dependencies: ["CBytes", "Tables"], exclude: ["Corpus"]),

    // Columns become episodes, episodes become the scorecard.
    .target(name: "Metrics", dependencies: ["Glyphs", "Tables"]),
    .testTarget(name: "MetricsTests", dependencies: ["Metrics", "Tables"]),

    // ncurses as Swift may use it.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),

    // Keys in, cells out: the only code that knows ncurses and signals.
    .target(name: "Terminal", dependencies: ["CNcurses", "Glyphs"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["CNcurses", "Glyphs", "Terminal", "TerminalHarness"]),

    // State, event to state, and state to frame: no clock, no file, no ncurses.
    .target(name: "Dashboard", dependencies: ["Glyphs", "Metrics", "Tables", "Terminal"]),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Dashboard", "Glyphs", "Metrics", "Tables", "Terminal", "TerminalHarness", "winback",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Frames"]),

    // A made-up business becomes a cohort folder: the same bytes for the same seed.
    .target(name: "Simulation"),
    .testTarget(name: "SimulationTests", dependencies: ["Simulation"]),

    // Arguments to meaning: one file a command, one file an output format.
    .executableTarget(
      name: "winback",
      dependencies: [
        "Dashboard", "Glyphs", "Metrics", "Simulation", "Tables", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    .testTarget(
      name: "WinbackTests",
      dependencies: [
        "Dashboard", "Glyphs", "Metrics", "Simulation", "Tables", "Terminal", "TerminalHarness",
        "winback",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Cases"]),

    // Tests run the program in a terminal of its own and read its screen.
    .systemLibrary(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "TerminalHarness", dependencies: ["CPseudoTerminal"], path: "Tests/TerminalHarness"),
    .testTarget(name: "TerminalHarnessTests", dependencies: ["TerminalHarness"]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
