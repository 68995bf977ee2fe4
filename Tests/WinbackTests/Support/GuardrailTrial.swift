import Metrics
import Testing

/// A guardrail with a folder that trips it, one that holds just at the limit and one that cannot tell,
/// and the sentence that is read of each.
struct GuardrailTrial: Sendable, CustomTestStringConvertible {
  typealias Filling = @Sendable (inout Book) -> Void

  let guardrail: Guardrail
  let parts: [(sentence: String, fill: Filling)]

  init(
    _ guardrail: Guardrail, trips: String, _ trip: @escaping Filling, holds: String,
    _ hold: @escaping Filling, lacks: String, _ lack: @escaping Filling
  ) {
    self.guardrail = guardrail
    parts = [(trips, trip), (holds, hold), (lacks, lack)]
  }

  var testDescription: String { guardrail.rawValue }

  func run() throws {
    let findings = try parts.map { try Book($0.fill).analysed().finding(guardrail) }
    for (finding, part) in zip(findings, parts) { #expect(finding.sentence == part.sentence) }
    #expect(findings[0].verdict == .tripped)
    #expect(findings[1].verdict == .held)
    #expect(findings[2].verdict.word == "cannot tell")
  }
}
