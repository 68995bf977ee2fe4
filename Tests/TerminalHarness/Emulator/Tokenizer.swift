/// Cuts bytes into tokens, however the reads have cut the stream.
struct Tokenizer: Sendable {
  private enum State {
    case text
    /// After ESC, with the bytes such as `(` that came since.
    case escape([UInt8])
    /// After ESC `[`.
    case sequence([UInt8])
    /// After ESC and the byte that opens a string; `isEnding` after the ESC of its end.
    case string(opener: UInt8, bytes: [UInt8], isEnding: Bool)
  }

  private var state = State.text
  private var decoder = CharacterDecoder()

  mutating func tokens(_ bytes: some Sequence<UInt8>) -> [Token] {
    bytes.flatMap { token($0) }
  }

  private mutating func token(_ byte: UInt8) -> [Token] {
    if case .string(let opener, let bytes, let isEnding) = state {
      return string(byte, opener, bytes, isEnding)
    }
    switch byte {
    case 0x1B:
      state = .escape([])
      return decoder.cutShort()
    // Cancels a sequence.
    case 0x18, 0x1A:
      state = .text
      return decoder.cutShort()
    // Controls act at once, even inside a sequence.
    case 0..<0x20: return decoder.cutShort() + [.control(byte)]
    case 0x7F: return decoder.cutShort()
    default: break
    }
    switch state {
    case .escape(let bytes): return escape(byte, after: bytes)
    case .sequence(let bytes): return sequence(byte, after: bytes)
    case .text, .string: return decoder.tokens(byte)
    }
  }

  private mutating func escape(_ byte: UInt8, after bytes: [UInt8]) -> [Token] {
    switch byte {
    case 0x20...0x2F:
      state = .escape(bytes + [byte])
    case UInt8(ascii: "[") where bytes.isEmpty:
      state = .sequence([])
    case _ where bytes.isEmpty && "]PX^_k".utf8.contains(byte):
      state = .string(opener: byte, bytes: [], isEnding: false)
    default:
      state = .text
      let final = Character(Unicode.Scalar(byte))
      return [.escape(intermediates: String(decoding: bytes, as: UTF8.self), final: final)]
    }
    return []
  }

  private mutating func sequence(_ byte: UInt8, after bytes: [UInt8]) -> [Token] {
    guard (0x40...0x7E).contains(byte) else {
      state = .sequence(bytes + [byte])
      return []
    }
    state = .text
    return [.sequence(ControlSequence(body: bytes, final: byte))]
  }

  private mutating func string(
    _ byte: UInt8, _ opener: UInt8, _ bytes: [UInt8], _ isEnding: Bool
  ) -> [Token] {
    let isCommand = opener == UInt8(ascii: "]")
    if isEnding && byte != UInt8(ascii: "\\") {
      // Another sequence begins where the end of the string was expected.
      state = .escape([])
      return [finished(isCommand, bytes)] + token(byte)
    }
    if isEnding || (isCommand && (byte == 0x07 || isConsolePalette(bytes + [byte]))) {
      state = .text
      return [finished(isCommand, isEnding || byte == 0x07 ? bytes : bytes + [byte])]
    }
    let isEscape = byte == 0x1B
    state = .string(
      opener: opener, bytes: isEscape ? bytes : bytes + [byte], isEnding: isEscape)
    return []
  }

  private func finished(_ isCommand: Bool, _ bytes: [UInt8]) -> Token {
    isCommand ? .command(String(decoding: bytes, as: UTF8.self)) : .skippedString
  }

  /// The Linux console's palette: ESC `] R` resets it and ESC `] P` with seven digits sets a
  /// colour, and nothing ends them.
  private func isConsolePalette(_ bytes: [UInt8]) -> Bool {
    bytes == [UInt8(ascii: "R")] || (bytes.first == UInt8(ascii: "P") && bytes.count == 8)
  }
}
