import ArticleService
import HTTPServer

/// The default limits of what is held in memory: so that all of it together fits what the process has.
///
/// Of the whole, three eighths are for articles, which take up to five times their bytes with their
/// indexes and what was read in them; three eighths for connections, work and answers that are not yet
/// taken; a sixteenth each for answers that are kept and for the content of requests. An eighth is left
/// for the process itself and for what an allocator cannot give back.
struct MemoryPlan: Sendable, Equatable {
  /// `limits.memoryBytes`.
  let memoryBytes: Int
  /// `limits.connections`.
  let connections: Int
  /// The most workers, by default, for which there is memory.
  let workers: Int
  /// `limits.storeBytes`.
  let storeBytes: Int
  /// `limits.cacheBytes`.
  let cacheBytes: Int
  /// `limits.contentInFlightBytes`.
  let contentInFlightBytes: Int

  /// The least of ``memoryBytes`` with which anything can be done.
  static let leastMemory = 32 << 20
  /// What work and answers can reserve where nothing bounds the process.
  static let reservableBytes = 768 << 20
  /// What two workers have, one for short and one for long work.
  private static let workerBytes = 2 * ArticleService.workerBytes

  /// The most connections for which there is room in so much of `limits.memoryBytes`: in a third of it.
  static func connections(in memoryBytes: Int) -> Int {
    max(memoryBytes / 3 / HTTPServerConfiguration.connectionBytes, 1)
  }

  /// The most workers for which there is room: in a quarter of it.
  static func workers(in memoryBytes: Int) -> Int { max(memoryBytes / 4 / workerBytes, 1) }

  /// The limits for so many bytes in all.
  ///
  /// - Parameters:
  ///   - available: `nil` where nothing bounds the process; then it takes what one of usual size needs.
  ///   - threads: how many workers are wanted.
  init(available: Int?, threads: Int) {
    guard let available else {
      connections = 512
      memoryBytes =
        Self.reservableBytes + connections * HTTPServerConfiguration.connectionBytes
        + threads * Self.workerBytes
      workers = threads
      storeBytes = 1 << 30
      cacheBytes = 256 << 20
      contentInFlightBytes = 256 << 20
      return
    }
    let memoryBytes = min(max(available / 8 * 3, Self.leastMemory), 4 << 30)
    self.memoryBytes = memoryBytes
    connections = min(512, Self.connections(in: memoryBytes))
    workers = min(threads, Self.workers(in: memoryBytes))
    storeBytes = min(1 << 30, max(available / 40 * 3, 1 << 20))
    cacheBytes = min(256 << 20, available / 16)
    contentInFlightBytes = min(256 << 20, max(available / 16, 1 << 20))
  }
}
