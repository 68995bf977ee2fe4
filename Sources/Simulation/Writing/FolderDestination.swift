import Glibc

/// A folder on disk that was new or empty; the only code here that calls the C library.
struct FolderDestination: Destination, ~Copyable {
  private let path: String
  private var descriptors: [String: Int32] = [:]

  init(_ path: String) throws(SimulationError) {
    self.path = path
    if unsafe mkdir(path, 0o755) == 0 { return }
    guard errno == EEXIST else { throw .folderRefused(path, reason: Self.reason()) }
    guard let folder = unsafe opendir(path) else {
      throw .folderRefused(path, reason: Self.reason())
    }
    var entries = 0
    while unsafe readdir(folder) != nil { entries += 1 }
    unsafe closedir(folder)
    // "." and ".." are always there.
    if entries > 2 { throw .folderNotEmpty(path) }
  }

  deinit {
    for descriptor in descriptors.values { close(descriptor) }
  }

  mutating func append(_ bytes: [UInt8], to file: String) throws(SimulationError) {
    let descriptor = try descriptor(of: file)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw .writeRefused("\(path)/\(file)", reason: Self.reason())
      }
      written += count
    }
  }

  private mutating func descriptor(of file: String) throws(SimulationError) -> Int32 {
    if let open = descriptors[file] { return open }
    let descriptor = unsafe open("\(path)/\(file)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .writeRefused("\(path)/\(file)", reason: Self.reason())
    }
    descriptors[file] = descriptor
    return descriptor
  }

  private static func reason() -> String {
    unsafe String(cString: strerror(errno))
  }
}
