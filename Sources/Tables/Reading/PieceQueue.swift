import Dispatch
import Glibc
import Synchronization

/// Reads the pieces of a file on all cores, and adds them to the cohort in the order of the file.
///
/// Whoever has read the piece that is next adds it, and those behind it that are ready; the others
/// go on reading meanwhile.
final class PieceQueue<Rows: RowReader>: Sendable {
  private struct Supply: ~Copyable {
    var source: BlockSource
    /// The rest of the block that the header stood in.
    var first: Piece<Rows>?
    var problem: FileProblem?
  }

  private struct Line {
    var next: Int
    var isAdding = false
    var ready: [Int: Piece<Rows>] = [:]
    /// Pieces that have been added, to be used again.
    var spare: [Piece<Rows>] = []
  }

  private struct Target {
    var context: ReadingContext
    var file: InputFile
    /// Line breaks before the piece that is next.
    var lines: Int
    /// Whether room was made for all rows.
    var isReserved = false
  }

  private let reader: PieceReader<Rows>
  private let supply: Mutex<Supply>
  private let line: Mutex<Line>
  private let target: Mutex<Target>
  /// How many pieces may be on their way: they are all that is held of the file.
  private let free = DispatchSemaphore(value: 2 * PieceQueue.workers)

  private init(_ reader: PieceReader<Rows>, _ supply: consuming sending Supply, _ target: Target) {
    self.reader = reader
    // Empty lines before the header may fill blocks.
    line = Mutex(Line(next: supply.first?.block.number ?? 0))
    self.supply = Mutex(supply)
    self.target = Mutex(target)
  }

  private static var workers: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Reads all rows of a file whose header has been read.
  static func read(
    _ records: consuming sending RecordReader, _ reader: PieceReader<Rows>,
    into file: inout InputFile, of context: inout ReadingContext
  ) throws(FileProblem) {
    var first = Piece(reader)
    first.block = records.block
    first.clear(reader)
    let lines = records.linesBefore
    // A core more would have nothing to do.
    let cores = records.stamp.size <= BlockSource.size(ofFile: records.stamp.size) ? 1 : workers
    // Moved, not copied: what two hold is copied by whoever changes it first.
    let emptied = ReadingContext(options: context.options)
    let target = Target(
      context: exchange(&context, with: emptied), file: file, lines: lines)
    let queue = PieceQueue(reader, Supply(source: records.source, first: first), consume target)
    DispatchQueue.concurrentPerform(iterations: cores) { _ in
      queue.work()
    }
    (context, file) = queue.target.withLock { ($0.context, $0.file) }
    let problem: FileProblem? = queue.supply.withLock { supply in
      file.byteCount = supply.source.byteCount
      do throws(FileProblem) {
        // What went wrong with a file that somebody writes to is that.
        try supply.source.expectUnchanged()
        return supply.problem
      } catch {
        return error
      }
    }
    if let problem { throw problem }
  }

  /// Reads pieces until there is none left.
  private func work() {
    var reader = reader
    while true {
      free.wait()
      var piece = take()
      if piece == nil {
        free.signal()
        return
      }
      piece?.read(&reader)
      deliver(&piece)
    }
  }

  /// A piece to be read, or nil at the end of the file.
  private func take() -> Piece<Rows>? {
    if reader.progress.isStopped { return nil }
    // Moved on from hand to hand: what two hold of a piece is copied by whoever changes it first.
    var spare = line.withLock { $0.spare.popLast() }
    return supply.withLock { supply in
      if let first = supply.first {
        supply.first = nil
        return first
      }
      var piece = spare.take() ?? Piece(reader)
      piece.clear(reader)
      do throws(FileProblem) {
        guard supply.problem == nil, try supply.source.next(&piece.block) else { return nil }
        return piece
      } catch {
        supply.problem = error
        return nil
      }
    }
  }

  /// Adds a piece when its turn has come, and those behind it that wait.
  private func deliver(_ piece: inout Piece<Rows>?) {
    var due = line.withLock { line in
      if let piece = piece.take() { line.ready[piece.block.number] = piece }
      return line.isAdding ? nil : PieceQueue.nextPiece(&line)
    }
    while due != nil {
      add(&due)
      due = line.withLock { line in
        if let piece = due.take() { line.spare.append(piece) }
        return PieceQueue.nextPiece(&line)
      }
      free.signal()
    }
  }

  /// Adds a piece where it is: it is no one else's meanwhile.
  private func add(_ piece: inout Piece<Rows>?) {
    guard let (rowCount, end) = piece.map({ ($0.rowCount, $0.block.end) }) else { return }
    target.withLock { target in
      if let piece, !target.isReserved { reserve(piece, &target) }
      target.isReserved = true
      piece?.add(to: &target.context, &target.file, lines: &target.lines)
    }
    reader.progress.change {
      $0.rows += rowCount
      $0.bytes += end
    }
  }

  /// Takes the piece whose turn it is, if it is ready: whoever gets it is the one that adds.
  private static func nextPiece(_ line: inout Line) -> Piece<Rows>? {
    let piece = line.ready.removeValue(forKey: line.next)
    line.isAdding = piece != nil
    if piece != nil { line.next += 1 }
    return piece
  }

  /// A row with an id, a customer and a day is no shorter, in bytes.
  private static var shortestRow: Int { 16 }

  /// Makes room for the rows of all files of the table, by the length of the first one's first.
  private func reserve(_ piece: Piece<Rows>, _ target: inout Target) {
    let bytes = max(1, piece.block.end)
    guard reader.expectedSize > bytes else { return }
    let rows = (piece.rowCount - piece.refusedCount) * (reader.expectedSize / bytes + 1)
    let most = reader.expectedSize / PieceQueue.shortestRow
    Rows.reserve(min(rows + rows / 16, most), in: &target.context)
  }
}
