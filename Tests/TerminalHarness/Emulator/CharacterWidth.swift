extension Unicode.Scalar {
  /// The cells a character takes, as glibc's `wcwidth` counts them for ncurses: 0 combines with
  /// the character before it. The table is our own because `wcwidth` answers by the locale of the
  /// whole process.
  var width: Int {
    switch value {
    case 0...0x2FF: return 1
    // Vowels and final consonants that join the Korean syllable before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0
    // Half a flag.
    case 0x1F1E6...0x1F1FF: return 1
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide ? 2 : 1
    }
  }

  private var isWide: Bool {
    properties.isEmojiPresentation || Unicode.Scalar.wideRanges.contains { $0.contains(value) }
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265,
    0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
