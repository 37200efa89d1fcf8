import ArticleParsing
import ArticleService
import ArticleStore
import CAllocator
import Dispatch
import Glibc
import HTTPCore
import HTTPServer
import Logging
import Operations
import Synchronization

/// The service as a process: it starts, loads, and stops in order.
final class ServiceProcess: Sendable {
  private let configuration: Configuration
  private let logger: Logger
  private let store: ArticleStore
  private let service: ArticleService
  private let server: HTTPServer
  /// `nil` when requests are not logged.
  private let accessLog: AccessLog?
  private let isStopping = Atomic(false)

  /// The token that was made because none was given, to be shown once where it is new.
  private let madeToken: BearerToken?
  /// The file that holds the token; `nil` where it is in none.
  private let tokenFile: InputFile?
  /// Where that file is read again: one time after another, and nothing waits for it.
  private let tokenQueue = DispatchQueue(label: "counterpoint.token")

  /// Puts the layers together; nothing runs yet.
  ///
  /// Beyond this machine strangers may not write: where the address is not a loopback one and no
  /// token was given, one is made, unless the configuration goes without by name. In a data folder
  /// it is kept.
  ///
  /// - Throws: `DataError` when the data folder cannot be used, ``InputError`` when its token cannot.
  init(_ configuration: Configuration) throws {
    var configuration = configuration
    let logger = Logger(label: "counterpoint") { [logLevel = configuration.logLevel] _ in
      JSONLinesHandler(logLevel: logLevel)
    }
    let store = try ArticleStore(
      in: configuration.data, limit: configuration.storeBytes,
      parser: ArticleParser(limits: configuration.parsing),
      clock: { WallClock.milliseconds }, trim: { callocator_trim() },
      report: { logger.error("\($0)") })
    let needsToken =
      configuration.service.access.token == nil
      && !configuration.service.access.allowsUnauthenticated && !configuration.isLoopback
    if needsToken, let folder = configuration.data {
      let kept = try KeptToken(in: folder)
      configuration.service.access.token = RenewableToken(kept.token)
      madeToken = kept.isNew ? kept.token : nil
      tokenFile = InputFile(KeptToken.path(in: folder))
    } else {
      madeToken = needsToken ? BearerToken.random() : nil
      if let madeToken { configuration.service.access.token = RenewableToken(madeToken) }
      tokenFile = configuration.tokenFile.map { InputFile($0) }
    }
    self.configuration = configuration
    self.logger = logger
    let workers = WorkQueue(workers: configuration.workers, capacity: configuration.workLine)
    let accessLog = configuration.logsAccess ? AccessLog(Self.accessLogger) : nil
    self.accessLog = accessLog
    let serverMetrics = ServerMetrics(labels: ArticleService.labels)
    let service = ArticleService(
      store: store, workers: workers, memory: MemoryBudget(limit: configuration.reservableBytes),
      trim: { callocator_trim() }, serverMetrics: serverMetrics,
      configuration: configuration.service)
    server = HTTPServer(
      configuration: configuration.server, metrics: serverMetrics,
      report: accessLog.map { log -> ExchangeReport in { log.accept($0) } },
      admission: { service.admit($0) },
      handler: { service.handle($0, $1) }, refusal: { service.refuse($0) })
    self.store = store
    self.service = service
  }

  /// Its lines are wanted whatever `logLevel` is.
  private static var accessLogger: Logger {
    Logger(label: "counterpoint.access") { _ in JSONLinesHandler(logLevel: .info) }
  }

  /// Listens, then loads what the data folder keeps, and then stores the files; only when all that
  /// is done, `/readyz` says that requests are wanted. Returns as soon as it listens. Data that is
  /// damaged, and a file that is no article, end the process.
  ///
  /// - Throws: `HTTPServerError`.
  func start(loading files: [InputFile]) throws {
    service.isReady = false
    let address = try server.start()
    let url = "http://\(address.onThisMachine)"
    let family = address.host.contains(":") ? "IPv6" : "IPv4"
    let others = address.isUnspecified ? " and all other \(family) addresses of this machine" : ""
    let keeping = configuration.data.map { "in \($0)" } ?? "in memory and end with the process"
    logger.notice(
      "listening on \(url)\(others); articles are kept \(keeping)", metadata: ["url": "\(url)"])
    warnOfFewerConnections()
    if let madeToken {
      // Not a log line: the token is for whoever started the process, and is shown this once.
      let kept = configuration.data.map { " and kept in \($0)/token" } ?? ""
      let line =
        "token for this run\(kept), as no other was given: \(madeToken.secret)\n"
      _ = write(Array(line.utf8), to: STDERR_FILENO)
    }
    let queue = DispatchQueue(label: "counterpoint.load")
    store.load(progress: LoadingReport(logger).show) { [self] loaded in
      switch loaded {
      case .success(let count):
        if configuration.data != nil {
          logger.info("the data is loaded", metadata: ["articles": .stringConvertible(count)])
        }
        queue.async { self.load(files) }
      case .failure(let error):
        // A process that stops leaves the loading where it is.
        guard !isStopping.load(ordering: .relaxed) else { return }
        logger.critical("\(error)")
        exit(EXIT_FAILURE)
      }
    }
  }

  /// Says so when there are fewer connections than was configured.
  private func warnOfFewerConnections() {
    let wanted = configuration.server.maximumConnections
    let inForce = configuration.connectionsInForce
    guard inForce < wanted else { return }
    let needed = wanted + HTTPServer.reservedDescriptors
    logger.warning(
      """
      \(inForce) connections are taken instead of \(wanted), since the limit of open files is too \
      low: raise it to \(needed) (ulimit -n, LimitNOFILE), or lower limits.connections
      """,
      metadata: [
        "configured": .stringConvertible(wanted), "inForce": .stringConvertible(inForce),
        "descriptorsNeeded": .stringConvertible(needed),
      ])
  }

  private func load(_ files: [InputFile]) {
    do throws(InputError) {
      for file in files { try load(file) }
    } catch {
      guard !isStopping.load(ordering: .relaxed) else { return }
      logger.critical("\(error)")
      exit(EXIT_FAILURE)
    }
    if !files.isEmpty {
      logger.info("loaded", metadata: ["documents": .stringConvertible(files.count)])
    }
    if !isStopping.load(ordering: .relaxed) { service.isReady = true }
  }

  /// Reads the token again from its file, and nothing else of the configuration. What holds no token
  /// changes nothing: a service that is reached from elsewhere must not be left without one.
  func readTokenAgain() {
    tokenQueue.async { [self] in
      guard let tokenFile, let token = configuration.service.access.token else {
        return logger.notice("SIGHUP changes nothing: no token was read from a file")
      }
      do throws(ConfigurationError) {
        let isAnother = token.renew(with: try Configuration.token(in: tokenFile))
        logger.notice("the token was read again, and is \(isAnother ? "another" : "the same")")
      } catch {
        logger.error("the token stays as it was: \(error)")
      }
    }
  }

  /// Accepts no more connections, completes what is in flight, closes the store, and ends the process
  /// with 0.
  func stop(because signal: String) {
    logger.notice("stopping: \(signal)")
    isStopping.store(true, ordering: .relaxed)
    service.isReady = false
    server.stop(grace: .seconds(configuration.stopSeconds)) { [self] in
      guard let accessLog else { return close() }
      accessLog.flush { self.close() }
    }
  }

  private func close() {
    store.close { [logger] in
      logger.notice("stopped")
      exit(EXIT_SUCCESS)
    }
  }

  private func load(_ file: InputFile) throws(InputError) {
    let operations = service.operations
    let document = try file.document(media: nil, limit: configuration.service.documentLimit)
    let submission: Submission
    do throws(DocumentError) {
      submission = operations.analyze(
        try Document(bytes: document.bytes, media: document.media))
    } catch {
      throw .noArticle(file.name, Problem(error))
    }
    // One after another: what is stored is in the order of the files, and only one document is held
    // beside the store.
    do throws(OperationError) {
      let written = try waitForOperation {
        operations.store(.add(operations.prepare(submission)), completion: $0)
      }
      logger.debug("stored \(file.name)", metadata: ["article": "\(written.article.id.text)"])
    } catch {
      if case .store(.full(let limit)) = error { throw .storeFull(file.name, limit: limit) }
      throw .noArticle(file.name, reason: "it cannot be stored: \(error).")
    }
  }
}
