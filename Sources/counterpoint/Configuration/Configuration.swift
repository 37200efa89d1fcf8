import ArticleService
import HTTPCore
import HTTPServer
import Logging

/// What `serve` is told: every value checked, every default in one place.
struct Configuration: Sendable {
  /// Where to listen, and what a connection may cost.
  var server = HTTPServerConfiguration()
  /// What the API may keep and take.
  var service = ArticleService.Configuration()
  /// The number of workers; `nil` for one per core.
  var workers: Int?
  /// How much work may wait for a worker.
  var workLine = 128
  /// How many bytes of documents are kept.
  var storeBytes = 1 << 30
  /// How long requests in flight have to finish when the process is told to stop.
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
  /// Whether an address beyond this machine may be listened on without a token.
  var allowsUnauthenticated = false

  /// Whether only this machine reaches the address that is listened on.
  var isLoopback: Bool {
    let host = Array(server.host.utf8)[...]
    return host.matches("localhost") || IPAddress(literal: host)?.isLoopback ?? false
  }

  /// The defaults.
  init() {
    server.port = 8080
  }
}
