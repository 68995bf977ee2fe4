/// A stream of random numbers: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", 2014; constants of Vigna's public-domain splitmix64.c).
struct RandomStream: RandomNumberGenerator {
  private var state: UInt64

  /// What a stream is for; each customer has one of each, so no table's draws move another's.
  enum Purpose: UInt64 {
    case person = 1
    case purchases, checkout, programme, messages, cancellations, directory
    case tickets, carts, account, conversion
  }

  init(seed: UInt64, customer: Int, purpose: Purpose) {
    // Two rounds apart, so that neighbours in any of the three share no stretch of numbers.
    state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    state = Self.mixed(state ^ UInt64(customer) &* 0xD1B5_4A32_D192_ED03)
    state = Self.mixed(state ^ purpose.rawValue &* 0xABC9_8388_FB8F_AC03)
  }

  init(state: UInt64) { self.state = state }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
