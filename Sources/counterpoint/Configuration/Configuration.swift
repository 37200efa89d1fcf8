import ArticleParsing
import ArticleService
import HTTPCore
import HTTPServer
import Logging

/// What `serve` is given: every value checked, every default in one place.
struct Configuration: Sendable {
  /// Where to listen, and what a connection may cost.
  var server = HTTPServerConfiguration()
  /// What the API may keep and take.
  var service = ArticleService.Configuration()
  /// How much is made of one document.
  var parsing = ParsingLimits()
  /// The number of workers.
  var workers: Int
  /// How much work may wait for a worker.
  var workLine = 128
  /// How many bytes of documents are kept.
  var storeBytes: Int
  /// How many bytes work, connections and answers that are not yet taken may have.
  var memoryBytes: Int
  /// How long requests in flight have to finish when the process is asked to stop.
  var stopSeconds = 10
  /// The folder that articles are kept in; `nil` to keep them in memory alone.
  var data: String?
  /// Files and folders to store before requests are wanted.
  var load: [String] = []
  var logLevel = Logger.Level.info
  /// Whether every request is a line of the log.
  var logsAccess = false
  /// A file that holds the token.
  var tokenFile: String?
  /// Where the values were given that were, by the names of their keys.
  private var origins: [String: ConfigurationOrigin] = [:]

  /// Whether only this machine reaches the address that is listened on.
  var isLoopback: Bool {
    let host = Array(server.host.utf8)[...]
    return host.matches("localhost") || IPAddress(literal: host)?.isLoopback ?? false
  }

  /// How many connections are taken, which the descriptor limit may lower.
  var connectionsInForce: Int { min(server.maximumConnections, HTTPServer.affordableConnections) }

  /// The defaults, as they are on what the process has of the machine.
  init(on resources: ProcessResources = .current) {
    let threads = min(resources.processors, ConfigurationKey.threads.upperBound)
    let plan = MemoryPlan(available: resources.memoryMax, threads: threads)
    isMemoryBounded = resources.memoryMax != nil
    storeBytes = plan.storeBytes
    memoryBytes = plan.memoryBytes
    workers = plan.workers
    server.port = 8080
    server.loops = threads
    server.maximumConnections = plan.connections
    server.maximumContentInFlight = plan.contentInFlightBytes
    service.cacheLimit = plan.cacheBytes
  }

  /// What of ``memoryBytes`` is there to be reserved by work and answers: each connection, and each worker
  /// of both kinds, has a share of its own. Negative where these alone are more.
  var reservableBytes: Int {
    memoryBytes - connectionsInForce * HTTPServerConfiguration.connectionBytes
      - 2 * workers * ArticleService.workerBytes
  }

  /// Whether the kernel bounds the memory of the process.
  private let isMemoryBounded: Bool

  /// Fits what was not given to the memory that is: the numbers of connections and workers, and how large
  /// a document may be; and checks that values which are right on their own are so together.
  ///
  /// - Throws: ``ConfigurationError/tooLittleMemory(_:needed:connections:workers:contentBytes:)``.
  mutating func settle() throws(ConfigurationError) {
    if origins["limits.connections"] == nil {
      server.maximumConnections = min(
        server.maximumConnections, MemoryPlan.connections(in: memoryBytes))
    }
    let wanted = workers
    if origins["workers"] == nil { workers = min(workers, MemoryPlan.workers(in: memoryBytes)) }
    if origins["limits.memoryBytes"] == nil, !isMemoryBounded {
      // More connections or workers are not to take it from work and answers.
      memoryBytes += max(MemoryPlan.reservableBytes - reservableBytes, 0)
    }
    if origins["limits.contentBytes"] == nil {
      let most = max(reservableBytes / Self.memoryOfContent, Self.leastContent)
      service.documentLimit = min(service.documentLimit, most)
      server.connection.limits.contentBytes = service.documentLimit
    }
    let least = Self.memoryOfContent * service.documentLimit
    guard reservableBytes >= least else {
      // With more memory there are as many workers as were wanted.
      let shares =
        memoryBytes - reservableBytes + 2 * (wanted - workers) * ArticleService.workerBytes
      throw .tooLittleMemory(
        memoryBytes, needed: shares + least, connections: connectionsInForce, workers: wanted,
        contentBytes: service.documentLimit)
    }
  }

  /// How many times the bytes of the largest document are there at least for reading it, keeping it and
  /// giving it back.
  private static let memoryOfContent = 8
  /// The least that the largest document has by default.
  private static let leastContent = 1 << 20

  /// Where the value of a key was given.
  func origin(of key: ConfigurationKey) -> ConfigurationOrigin { origins[key.name] ?? .none }

  /// Accepts a value that was given; messages call the place where that was by `place`.
  ///
  /// - Throws: ``ConfigurationError/wrongValue(_:value:allowed:)``.
  mutating func accept(
    _ value: ConfigurationValue, for key: ConfigurationKey, from origin: ConfigurationOrigin,
    at place: ConfigurationError.Place
  ) throws(ConfigurationError) {
    guard key.set(value, in: &self) else {
      throw .wrongValue(place, value: key.shown(value), allowed: key.allowed)
    }
    origins[key.name] = origin
  }

  /// Reads the token of `access.tokenFile`, if there is one.
  ///
  /// - Throws: ``ConfigurationError``.
  mutating func readTokenFile() throws(ConfigurationError) {
    guard let tokenFile else { return }
    if let origin = origins["access.token"] {
      throw .twoTokens(origin, origins["access.tokenFile"] ?? .none)
    }
    service.access.token = RenewableToken(try Self.token(in: InputFile(tokenFile)))
    origins["access.token"] = .file(InputFile(tokenFile).name)
  }

  /// The token that a file holds.
  ///
  /// - Throws: ``ConfigurationError``.
  static func token(in file: InputFile) throws(ConfigurationError) -> BearerToken {
    let content: [UInt8]
    do throws(InputError) {
      content = try file.read(limit: 2 * BearerToken.length.upperBound)
    } catch {
      throw .unreadable(error)
    }
    do throws(BearerToken.Fault) {
      return try BearerToken(content)
    } catch {
      throw .noToken(file: file.name, count: content.count)
    }
  }
}
