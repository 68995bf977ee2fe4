import Glibc

/// A file for a text that no clipboard takes: new, and for nobody's eyes but the user's.
enum CopyFile {
  /// How many names are tried in a folder.
  private static let names = 1...999

  /// Writes the text to a new file in the first of the folders that takes it; gives its path.
  static func write(_ text: String, in directories: [String]) -> String? {
    for directory in directories {
      if let path = write(Array(text.utf8), in: directory) { return path }
    }
    return nil
  }

  private static func write(_ bytes: [UInt8], in directory: String) -> String? {
    for number in names {
      let path = "\(directory)/winback-copy-\(number).txt"
      // Never one that is there: in a folder for all it may be somebody else's, or a link.
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { return nil }
      let isWritten = Bytes.write(bytes, to: descriptor)
      if close(descriptor) == 0, isWritten { return path }
      unsafe unlink(path)
      return nil
    }
    return nil
  }
}
