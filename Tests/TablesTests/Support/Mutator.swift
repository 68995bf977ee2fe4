/// Spoils files the same way for the same seed: SplitMix64 draws what is changed, and where.
struct Mutator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// What breaks readers: quotes, line breaks, zero bytes, bytes that are no UTF-8, numbers and dates
  /// at their ends.
  private static let tokens: [[UInt8]] = [
    [0x22], [0x22, 0x22], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0x00], [0xFF], [0xC3],
    [0xED, 0xA0, 0x80],
    [0xEF, 0xBB, 0xBF], Array("\u{202E}".utf8), Array("99999999999999999999".utf8), Array("-".utf8),
    Array("1e9".utf8), Array("0000-00-00".utf8), Array("2026-02-29".utf8),
    Array("2026-10-25T02:30:00+02:00".utf8), Array("9999-12-31T23:59:60Z".utf8), Array(" ".utf8),
    Array("\t".utf8), Array("customer_id".utf8), [],
  ]

  /// A file with one to eight changes.
  mutating func spoiled(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...7, using: &self) {
      let place = Int.random(in: 0...bytes.count, using: &self)
      let length = min(Int.random(in: 0...12, using: &self), bytes.count - place)
      switch Int.random(in: 0...4, using: &self) {
      case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.removeSubrange(place..<place + length)
      case 2: bytes.insert(contentsOf: Array(bytes[place..<place + length]), at: place)
      case 3 where place < bytes.count: bytes.removeSubrange(place...)
      default:
        let token = Mutator.tokens[Int.random(in: 0..<Mutator.tokens.count, using: &self)]
        bytes.replaceSubrange(place..<place + (Bool.random(using: &self) ? 0 : length), with: token)
      }
    }
    return bytes
  }
}
