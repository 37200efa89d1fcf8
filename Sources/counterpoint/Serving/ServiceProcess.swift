import ArticleParsing
import ArticleService
import ArticleStore
import Dispatch
import Glibc
import HTTPServer
import Logging
import Synchronization

/// The service as a process: it starts, loads, and stops in order.
final class ServiceProcess: Sendable {
  private let configuration: Configuration
  private let logger: Logger
  private let store: ArticleStore
  private let service: ArticleService
  private let server: HTTPServer
  private let isStopping = Atomic(false)

  /// The token that was made because none was given, to be told once.
  private let madeToken: BearerToken?

  /// Puts the layers together; nothing runs yet.
  ///
  /// Beyond this machine strangers may not write: where the address is not a loopback one and no
  /// token was given, one is made, unless the configuration goes without by name.
  init(_ configuration: Configuration) {
    var configuration = configuration
    let needsToken =
      configuration.service.access.token == nil && !configuration.allowsUnauthenticated
      && !configuration.isLoopback
    madeToken = needsToken ? BearerToken.random() : nil
    configuration.service.access.token = configuration.service.access.token ?? madeToken
    self.configuration = configuration
    logger = Logger(label: "counterpoint") { _ in
      JSONLinesHandler(logLevel: configuration.logLevel)
    }
    let store = ArticleStore(limit: configuration.storeBytes) { WallClock.milliseconds }
    let workers = WorkLine(
      workers: configuration.workers ?? Self.cores, capacity: configuration.workLine)
    let service = ArticleService(
      store: store, workers: workers, configuration: configuration.service)
    server = HTTPServer(
      configuration: configuration.server, admission: { service.admit($0) },
      handler: { service.handle($0, $1) }, refusal: { service.refuse($0) })
    self.store = store
    self.service = service
  }

  private static var cores: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

  /// Listens, and then stores the files; only when that is done, `/readyz` says that requests are
  /// wanted. Returns as soon as it listens. A file that is no article ends the process.
  ///
  /// - Throws: `HTTPServerError`.
  func start(loading files: [InputFile]) throws {
    service.isReady = false
    let address = try server.start()
    logger.notice(
      "listening on http://\(address); articles are kept in memory and end with the process",
      metadata: ["url": "http://\(address)"])
    if let madeToken {
      // Not a log line: the token is for whoever started the process, and is told this once.
      let line = "token for this run, as no other was given: \(madeToken.secret)\n"
      _ = write(Array(line.utf8), to: STDERR_FILENO)
    }
    DispatchQueue(label: "counterpoint.load").async { [self] in
      do throws(InputError) {
        for file in files { try load(file) }
      } catch {
        logger.critical("\(error)")
        exit(EXIT_FAILURE)
      }
      if !files.isEmpty { logger.info("loaded", metadata: ["documents": "\(files.count)"]) }
      if !isStopping.load(ordering: .relaxed) { service.isReady = true }
    }
  }

  /// Takes no more connections, finishes what is in flight, and ends the process with 0.
  func stop(because signal: String) {
    logger.notice("stopping: \(signal)")
    isStopping.store(true, ordering: .relaxed)
    service.isReady = false
    server.stop(grace: .seconds(configuration.stopSeconds)) { [logger] in
      logger.notice("stopped")
      exit(EXIT_SUCCESS)
    }
  }

  private func load(_ file: InputFile) throws(InputError) {
    let bytes = try file.read(limit: configuration.service.documentLimit)
    let submission: Submission
    do throws(Problem) {
      submission = try Submission(reading: bytes, media: file.media)
    } catch {
      throw .noArticle(file.name, reason: error.detail)
    }
    // One after another: what is stored is in the order of the files, and only one document is held
    // beside the store.
    let stored = DispatchSemaphore(value: 0)
    let result = Mutex<Result<ArticleStore.Written, StoreError>?>(nil)
    store.add(submission) { written in
      result.withLock { $0 = written }
      stored.signal()
    }
    stored.wait()
    switch result.withLock({ $0 }) {
    case .success(let written):
      logger.debug("stored \(file.name)", metadata: ["article": "\(written.article.id.text)"])
    case .failure(.full(let limit)): throw .storeFull(file.name, limit: limit)
    case .failure(let error): throw .noArticle(file.name, reason: "it cannot be stored: \(error).")
    case nil: break
    }
  }
}
