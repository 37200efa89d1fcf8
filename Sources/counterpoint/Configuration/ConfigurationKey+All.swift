import ArticleParsing
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
    ConfigurationKey(
      "host",
      .checkedText("an IPv4 or IPv6 address, or localhost") { configuration, text in
        configuration.server.host = text
        return text == "localhost" || IPAddress(literal: Array(text.utf8)[...]) != nil
      }, { .string($0.server.host) }),
    ConfigurationKey(
      "port", .number(0...65_535) { $0.server.port = UInt16(clamping: $1) },
      { .number(Int($0.server.port)) }),
    ConfigurationKey(
      "loops", .number(threads) { $0.server.loops = $1 }, { .number($0.server.loops) }),
    ConfigurationKey("workers", .number(threads) { $0.workers = $1 }, { .number($0.workers) }),
    ConfigurationKey("data", .path { $0.data = $1 }, { .optional($0.data) }),
    ConfigurationKey("load", .list { $0.load = $1 }, { .list($0.load) }),
    ConfigurationKey(
      "logLevel",
      .choice(Logger.Level.allCases.map(\.rawValue)) {
        $0.logLevel = Logger.Level(rawValue: $1) ?? $0.logLevel
      }, { .string($0.logLevel.rawValue) }),
    ConfigurationKey(
      "accessLog", .flag { $0.logsAccess = $1 }, { .boolean($0.logsAccess) }),
  ]

  /// How many event loops there can be, and how many workers.
  static let threads = 1...256

  private static let access = [
    ConfigurationKey(
      "access.auth",
      .choice(AccessPolicy.TokenScope.allCases.map(\.rawValue)) {
        $0.service.access.tokenScope = AccessPolicy.TokenScope(rawValue: $1) ?? .writes
      }, { .string($0.service.access.tokenScope.rawValue) }),
    ConfigurationKey(
      "access.token",
      .checkedText(tokenRule) { configuration, text in
        configuration.service.access.token = (try? BearerToken(Array(text.utf8))).map {
          RenewableToken($0)
        }
        return configuration.service.access.token != nil
      }, { .optional($0.service.access.token?.current.secret) }),
    ConfigurationKey("access.tokenFile", .path { $0.tokenFile = $1 }, { .optional($0.tokenFile) }),
    ConfigurationKey(
      "access.allowUnauthenticated", .flag { $0.service.access.allowsUnauthenticated = $1 },
      { .boolean($0.service.access.allowsUnauthenticated) }),
    ConfigurationKey(
      "access.allowedHosts",
      .checkedList("a list of host names or addresses, without ports") { configuration, texts in
        configuration.service.access.allowedHosts = texts.compactMap { AllowedHost($0) }
        return configuration.service.access.allowedHosts.count == texts.count
      }, { .list($0.service.access.allowedHosts.map(\.text)) }),
    ConfigurationKey(
      "access.allowedOrigins",
      .checkedList("a list of origins such as https://example.org") { configuration, texts in
        configuration.service.access.allowedOrigins = texts.compactMap { WebOrigin($0) }
        return configuration.service.access.allowedOrigins.count == texts.count
      }, { .list($0.service.access.allowedOrigins.map(\.text)) }),
  ]

  /// What a token must be, for messages; the token itself is in none.
  static let tokenRule =
    "\(BearerToken.length.lowerBound) to \(BearerToken.length.upperBound) letters, digits and -._~+/"

  private static let limits = [
    number("connections", 1...1_000_000, \.server.maximumConnections),
    ConfigurationKey(
      "limits.requestsPerConnection",
      .number(1...1_000_000_000) { $0.server.connection.maximumRequests = $1 },
      { .optional($0.server.connection.maximumRequests) }),
    number("requestLineBytes", 256...1 << 20, \.server.connection.limits.requestLineBytes),
    number("fieldSectionBytes", 1_024...1 << 24, \.server.connection.limits.fieldSectionBytes),
    number("fieldCount", 8...10_000, \.server.connection.limits.fieldCount),
    ConfigurationKey(
      "limits.contentBytes",
      .number(1...1 << 30) {
        $0.server.connection.limits.contentBytes = $1
        $0.service.documentLimit = $1
      }, { .number($0.service.documentLimit) }),
    number("pieces", 1...10_000_000, \.parsing.pieces),
    number("chunkExtensionBytes", 0...1 << 20, \.server.connection.limits.chunkExtensionBytes),
    number("contentInFlightBytes", 1...1 << 40, \.server.maximumContentInFlight),
    number("workLine", 0...1_000_000, \.workLine),
    number("storeBytes", 1...1 << 40, \.storeBytes),
    number("cacheBytes", 0...1 << 40, \.service.cacheLimit),
    number("memoryBytes", MemoryPlan.leastMemory...1 << 40, \.memoryBytes),
    number("drainBytes", 0...1 << 30, \.server.connection.drainBytes),
  ]

  /// A limit that is kept as it is given.
  private static func number(
    _ name: String, _ range: ClosedRange<Int>,
    _ path: any WritableKeyPath<Configuration, Int> & Sendable
  ) -> ConfigurationKey {
    ConfigurationKey(
      "limits.\(name)", .number(range) { $0[keyPath: path] = $1 }, { .number($0[keyPath: path]) })
  }

  private static let timeouts = [
    seconds("head", \.head), seconds("contentPause", \.contentPause),
    seconds("content", \.content), seconds("idle", \.idle), seconds("writeStall", \.writeStall),
    seconds("drain", \.drain),
    ConfigurationKey(
      "timeouts.stopSeconds", .number(0...3_600) { $0.stopSeconds = $1 },
      { .number($0.stopSeconds) }),
  ]

  /// A time of a connection: given in seconds, kept in nanoseconds.
  private static func seconds(
    _ name: String, _ path: any WritableKeyPath<ConnectionTimeouts, UInt64> & Sendable
  ) -> ConfigurationKey {
    ConfigurationKey(
      "timeouts.\(name)Seconds",
      .number(1...86_400) { configuration, seconds in
        configuration.server.connection.timeouts[keyPath: path] =
          UInt64(clamping: seconds) * ConnectionTimeouts.second
      },
      {
        .number(
          Int(
            clamping: $0.server.connection.timeouts[keyPath: path] / ConnectionTimeouts.second))
      })
  }
}
