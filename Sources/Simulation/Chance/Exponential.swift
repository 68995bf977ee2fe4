/// The two functions that the distributions need, in IEEE arithmetic alone: a C library may round
/// the last bit differently on another machine, and the bytes must be the same everywhere.
enum Exponential {
  /// The natural logarithm of a positive, normal number, to about 1e-14.
  static func logarithm(_ x: Double) -> Double {
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.414_213_562_373_095 {
      mantissa /= 2
      exponent += 1
    }
    // ln m = 2 artanh s, a series in s that converges fast near m = 1.
    let s = (mantissa - 1) / (mantissa + 1)
    let square = s * s
    var sum = 0.0
    for odd in stride(from: 17.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
    return 2 * s * sum + exponent * 0.693_147_180_559_945_3
  }

  /// e to the power of x, for x of ordinary size, to about 1e-14.
  static func power(_ x: Double) -> Double {
    let halvings = (x / 0.693_147_180_559_945_3).rounded()
    let rest = x - halvings * 0.693_147_180_559_945_3
    var sum = 1.0
    for term in stride(from: 13.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
    return Double(sign: .plus, exponent: Int(halvings), significand: sum)
  }
}
