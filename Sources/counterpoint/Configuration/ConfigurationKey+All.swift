import ArticleService
import HTTPCore
import HTTPServer
import Logging

extension ConfigurationKey {
  /// The key of that name.
  static func named(_ name: String) -> ConfigurationKey? { all.first { $0.name == name } }

  /// Every key there is, in the order of the documentation.
  static let all: [ConfigurationKey] = top + access + limits + timeouts

  private static let top = [
    ConfigurationKey("host", .text { $0.server.host = $1 }),
    ConfigurationKey("port", .number(0...65_535) { $0.server.port = UInt16(clamping: $1) }),
    ConfigurationKey("loops", .number(1...256) { $0.server.loops = $1 }),
    ConfigurationKey("workers", .number(1...256) { $0.workers = $1 }),
    ConfigurationKey("data", .text { $0.data = $1 }),
    ConfigurationKey("load", .list { $0.load = $1 }),
    ConfigurationKey(
      "logLevel",
      .choice(Logger.Level.allCases.map(\.rawValue)) {
        $0.logLevel = Logger.Level(rawValue: $1) ?? $0.logLevel
      }),
    ConfigurationKey("accessLog", .flag { $0.logsAccess = $1 }),
  ]

  private static let access = [
    ConfigurationKey(
      "access.auth",
      .choice(AccessPolicy.TokenScope.allCases.map(\.rawValue)) {
        $0.service.access.tokenScope = AccessPolicy.TokenScope(rawValue: $1) ?? .writes
      }),
    ConfigurationKey(
      "access.token",
      .checkedText(tokenRule) { configuration, text in
        configuration.service.access.token = try? BearerToken(Array(text.utf8))
        return configuration.service.access.token != nil
      }),
    ConfigurationKey("access.tokenFile", .text { $0.tokenFile = $1 }),
    ConfigurationKey("access.allowUnauthenticated", .flag { $0.allowsUnauthenticated = $1 }),
    ConfigurationKey(
      "access.allowedHosts",
      .checkedList("a list of host names or addresses, without ports") { configuration, texts in
        configuration.service.access.allowedHosts = texts.compactMap { AllowedHost($0) }
        return configuration.service.access.allowedHosts.count == texts.count
      }),
    ConfigurationKey(
      "access.allowedOrigins",
      .checkedList("a list of origins such as https://example.org") { configuration, texts in
        configuration.service.access.allowedOrigins = texts.compactMap { WebOrigin($0) }
        return configuration.service.access.allowedOrigins.count == texts.count
      }),
  ]

  /// What a token must be, for messages; the token itself is in none.
  static let tokenRule =
    "\(BearerToken.length.lowerBound) to \(BearerToken.length.upperBound) letters, digits and -._~+/"

  private static let limits = [
    ConfigurationKey(
      "limits.connections", .number(1...1_000_000) { $0.server.maximumConnections = $1 }),
    ConfigurationKey(
      "limits.requestsPerConnection",
      .number(1...1_000_000_000) { $0.server.connection.maximumRequests = $1 }),
    ConfigurationKey(
      "limits.requestLineBytes",
      .number(256...1 << 20) { $0.server.connection.limits.requestLineBytes = $1 }),
    ConfigurationKey(
      "limits.fieldSectionBytes",
      .number(1_024...1 << 24) { $0.server.connection.limits.fieldSectionBytes = $1 }),
    ConfigurationKey(
      "limits.fieldCount", .number(8...10_000) { $0.server.connection.limits.fieldCount = $1 }),
    ConfigurationKey(
      "limits.contentBytes",
      .number(1...1 << 30) {
        $0.server.connection.limits.contentBytes = $1
        $0.service.documentLimit = $1
      }),
    ConfigurationKey(
      "limits.chunkExtensionBytes",
      .number(0...1 << 20) { $0.server.connection.limits.chunkExtensionBytes = $1 }),
    ConfigurationKey(
      "limits.contentInFlightBytes", .number(1...1 << 40) { $0.server.maximumContentInFlight = $1 }
    ),
    ConfigurationKey("limits.workLine", .number(0...1_000_000) { $0.workLine = $1 }),
    ConfigurationKey("limits.storeBytes", .number(1...1 << 40) { $0.storeBytes = $1 }),
    ConfigurationKey("limits.cacheBytes", .number(0...1 << 40) { $0.service.cacheLimit = $1 }),
    ConfigurationKey(
      "limits.drainBytes", .number(0...1 << 30) { $0.server.connection.drainBytes = $1 }),
  ]

  private static let timeouts = [
    ConfigurationKey("timeouts.headSeconds", seconds { $0.head = $1 }),
    ConfigurationKey("timeouts.contentPauseSeconds", seconds { $0.contentPause = $1 }),
    ConfigurationKey("timeouts.contentSeconds", seconds { $0.content = $1 }),
    ConfigurationKey("timeouts.idleSeconds", seconds { $0.idle = $1 }),
    ConfigurationKey("timeouts.writeStallSeconds", seconds { $0.writeStall = $1 }),
    ConfigurationKey("timeouts.drainSeconds", seconds { $0.drain = $1 }),
    ConfigurationKey("timeouts.stopSeconds", .number(0...3_600) { $0.stopSeconds = $1 }),
  ]

  /// A time of a connection: given in seconds, kept in nanoseconds.
  private static func seconds(
    _ set: @escaping @Sendable (inout ConnectionTimeouts, UInt64) -> Void
  ) -> Kind {
    .number(1...86_400) { configuration, seconds in
      set(
        &configuration.server.connection.timeouts,
        UInt64(clamping: seconds) * ConnectionTimeouts.second)
    }
  }
}
