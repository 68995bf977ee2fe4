/// What the files of a cohort folder were at some moment: another state is another report.
package struct FolderState: Equatable, Sendable {
  private let stamps: [String: FileStamp]

  /// The files that would be read now; none where there is no such folder.
  package init(path: String) {
    let names = (try? Folder(path: path))?.files.values.flatMap(\.self) ?? []
    stamps = Dictionary(
      (names + [Folder.configurationName]).compactMap { name in
        FileStamp(path: "\(path)/\(name)").map { (name, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
