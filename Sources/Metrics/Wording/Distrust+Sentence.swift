import Glyphs
import Tables

extension Distrust {
  /// The reason in one sentence.
  package var sentence: String {
    switch self {
    case .threshold(let uncontacted):
      let share = uncontacted.incidence.value?.value ?? 0
      return "The lapse threshold is too short: \(Wording.percent(share)) come back within "
        + "\(uncontacted.windowDays) days without being contacted. Distrust every rate."
    case .suspicion(let suspicion): return suspicion.sentence
    case .sampleRatio(let lift):
      return "The holdout is not the planned share (\(Wording.count(lift.holdout.n)) of "
        + "\(Wording.count(lift.holdout.n + lift.treatment.n))): no lift can be read."
    case .contaminated(let lift):
      return "\(Wording.count(lift.contaminated)) of \(Wording.count(lift.holdout.n)) held-out "
        + "people \(lift.contaminated == 1 ? "was" : "were") contacted: the lift reads too low."
    case .spendWithoutTouches(let names):
      let list = Wording.list(names.prefix(5).map { SafeText($0, limit: 40).description })
      return "Spend names \(list), which no touch does: nothing can be credited there. "
        + "[channels] in winback.toml maps spellings to words."
    case .discountHabit(let line):
      return "\(Wording.percent(line.rate.value ?? 0)) of the returns used a discount: a habit."
    case .notCausal(let detectable):
      // A tenth of a handful is nobody.
      let could = (detectable.treated.n < 100 ? nil : detectable.difference).map {
        " Holding out a tenth of this list could show a gap of \(Wording.decimal($0 * 100, 1)) points."
      }
      return "No holdout: not causal. What came back is counted, not what win-back brought back."
        + (could ?? "")
    case .smallHoldout(let lift):
      return "The holdout is too small for proof: \(Wording.count(lift.holdout.n)) held out "
        + "against \(Wording.count(lift.treatment.n)) treated."
    case .noTouches:
      return "There are no touches: nothing can be credited to a channel, and what touches cost is "
        + "missing."
    case .noSpend:
      return "There is no spend: cost is only what touches carry, so return reads too high."
    case .noMargin: return "No margin is configured: return on cost is on revenue basis."
    case .noCost: return "Nothing says what win-back cost: no return on cost."
    }
  }
}
