package import ArticleParsing
import Dispatch
import Locking
import Synchronization

/// What has been read: articles in memory, by id and in order; in a folder, if there is one, so that
/// they outlive the process; and an index of their words.
///
/// The read of one article is from memory and immediate. Writes are put in a line; the writer, a
/// serial queue, takes all that wait, commits them in one transaction, hands them to the index,
/// publishes them to memory and then calls back. The index follows, on a queue of its own, and
/// nobody sees that it does. The lock is held for look-ups and pointers, never while something is parsed,
/// hashed, compared at length, encoded or written.
package final class ArticleStore: Sendable {
  /// Milliseconds since 1970, UTC.
  package typealias Clock = @Sendable () -> Int64
  /// A hash of a document; only tests give another than ``hash(_:)``.
  package typealias ContentHash = @Sendable (SubmittedDocument) -> UInt64
  /// Accepts what went wrong with the disk or the database, in words, for whoever runs the service.
  package typealias Report = @Sendable (String) -> Void

  /// What an article counts at least for its own records, so that a multitude of tiny articles is
  /// bounded too.
  package static let articleOverhead = 1 << 10
  /// What each point, detail, section, scenario and diagnostic of an article counts.
  package static let pieceOverhead = 256

  let contents: Locked<Contents>
  /// The filtered lists that were asked for of late.
  let lists = RememberedLists()
  /// The writer.
  let queue = DispatchQueue(label: "counterpoint.store")
  /// `nil` in memory, and once the store is closed.
  let database: Locked<ArticleDatabase?>
  let index: ArticleIndex
  let pending = Locked(CommitQueue())
  /// How long its work takes.
  package let times = StoreTimes()
  let loaded: Atomic<Bool>
  /// Whether the disk failed in a way after which no write is taken.
  let hasRefusedWrites = Atomic(false)
  /// When the writer began with the batch that it is at, by the clock of `DispatchTime`; 0 at none.
  let batchBegan = Atomic<UInt64>(0)
  let isClosing = Atomic(false)
  /// Whether the writer is about to give back what articles that are gone took.
  let isTidying = Atomic(false)
  /// The name of this store in its change feed.
  package let epoch: String
  /// The folder that it is kept in; `nil` in memory.
  let folder: String?
  let limit: Int
  /// What reads documents: those that are submitted, and again what is kept.
  package let parser: ArticleParser
  let clock: Clock
  let contentHash: ContentHash
  let report: Report

  /// A store for at most `limit` bytes: of each article its document, its text where that is not the
  /// document's own bytes, its metadata, ``articleOverhead`` and ``pieceOverhead``.
  ///
  /// In memory it is empty and ends with the process. In a folder it goes on where it was left, once
  /// ``load(progress:completion:)`` is done; until then nothing else is to be asked of it. What it keeps
  /// is read again by `parser`, which is to read what is submitted.
  ///
  /// `trim` has the allocator give back what is free; it is called when much was deleted.
  ///
  /// - Throws: ``DataError`` when the folder cannot be used, or SQLite cannot do what is needed.
  package init(
    in folder: String? = nil, limit: Int = 1 << 30, parser: ArticleParser = ArticleParser(),
    clock: @escaping Clock,
    contentHash: @escaping ContentHash = ArticleStore.hash,
    trim: @escaping @Sendable () -> Void = {}, report: @escaping Report = { _ in }
  ) throws(DataError) {
    let lengths = ArticleLengths()
    contents = Locked(Contents(lengths))
    if let folder {
      let dataFolder = try DataFolder(folder)
      try FolderCheck(folder).check()
      Draft.removeRest(of: dataFolder.databasePath)
      let opened = try ArticleDatabase.open(in: dataFolder)
      epoch = try DataError.at(dataFolder.databasePath) { () throws(SQLiteError) in
        try opened.noted(.epoch) ?? ""
      }
      database = Locked(opened)
      index = try ArticleIndex(in: dataFolder, lengths, parser, trim: trim, report)
    } else {
      database = Locked(nil)
      index = try ArticleIndex(in: nil, lengths, parser, trim: trim, report)
      epoch = Epoch.random()
    }
    loaded = Atomic(folder == nil)
    self.folder = folder
    self.limit = limit
    self.parser = parser
    self.clock = clock
    self.contentHash = contentHash
    self.report = report
  }

  /// Whether all that the store keeps is in memory, so that it may be asked.
  package var isLoaded: Bool { loaded.load(ordering: .acquiring) }

  /// Whether writing failed in a way after which nothing is written until the store is opened again.
  package var refusesWrites: Bool { hasRefusedWrites.load(ordering: .relaxed) }

  /// For how many nanoseconds the writer has been at one batch; 0 when it is at none.
  package var standstill: UInt64 {
    let began = batchBegan.load(ordering: .relaxed)
    let now = DispatchTime.now().uptimeNanoseconds
    return began == 0 || now < began ? 0 : now - began
  }

  /// XXH64 over the media and the bytes.
  package static let hash: ContentHash = { document in
    XXH64.hash(document.bytes, seed: XXH64.hash(Array(document.media.rawValue.utf8)))
  }

  /// Ends a loading that is under way, carries out the writes that still wait, leaves all in the folder and
  /// lets it go; writes that come later fail with ``StoreError/closed``.
  package func close(completion: @escaping @Sendable () -> Void) {
    isClosing.store(true, ordering: .relaxed)
    queue.async { [self] in
      runBatches()
      index.close()
      database.withLock { database in
        do throws(SQLiteError) {
          try database?.complete()
        } catch {
          report("the log could not be copied into the database, and stays: \(error.message)")
        }
        database = nil
      }
      completion()
    }
  }
}
