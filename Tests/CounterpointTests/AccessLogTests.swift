import Dispatch
import Foundation
import HTTPCore
import HTTPServer
import Locking
import Logging
import Testing

@testable import counterpoint

@Suite struct `the access log` {
  /// Keeps what it is told, and can be held up.
  private struct Handler: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    let lines: Lines

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      lines.arrived.signal()
      lines.gate.wait()
      lines.gate.signal()
      lines.all.withLock { $0.append(event.metadata ?? [:]) }
    }
  }

  private final class Lines: Sendable {
    let all = Locked<[Logger.Metadata]>([])
    let arrived = DispatchSemaphore(value: 0)
    let gate = DispatchSemaphore(value: 1)
  }

  private func exchange(_ path: String = "/v1/articles") -> Exchange {
    var exchange = Exchange()
    exchange.method = .get
    exchange.path = path
    exchange.client = "127.0.0.1"
    exchange.status = .ok
    exchange.isComplete = true
    exchange.received = 10
    exchange.sent = 20
    exchange.nanoseconds = 1_999
    return exchange
  }

  private func flush(_ log: AccessLog) {
    let done = DispatchSemaphore(value: 0)
    log.flush { done.signal() }
    done.wait()
  }

  @Test func `has a line for each, in order`() {
    let lines = Lines()
    let log = AccessLog(Logger(label: "test") { _ in Handler(lines: lines) })
    for number in 0..<100 { #expect(log.accept(exchange("/\(number)"))) }
    flush(log)
    #expect(lines.all.withLock { $0.map { $0["path"] } } == (0..<100).map { "/\($0)" })
  }

  @Test func `drops what nobody takes, and goes on when it is taken again`() {
    let lines = Lines()
    let log = AccessLog(Logger(label: "test") { _ in Handler(lines: lines) })
    lines.gate.wait()
    // The first is out of the line, and is held up.
    #expect(log.accept(exchange()))
    lines.arrived.wait()
    for _ in 0..<AccessLog.capacity { #expect(log.accept(exchange())) }
    #expect(!log.accept(exchange()))
    lines.gate.signal()
    flush(log)
    #expect(lines.all.withLock { $0.count } == AccessLog.capacity + 1)
    #expect(log.accept(exchange("/later")))
    flush(log)
    #expect(lines.all.withLock { $0.last?["path"] } == "/later")
  }

  private func object(_ exchange: Exchange) throws -> [String: Any] {
    let line = JSONLinesHandler.line(
      time: Date(timeIntervalSince1970: 0), level: .info, message: "request",
      metadata: AccessLog.metadata(of: exchange))
    #expect(!line.utf8.contains(UInt8(ascii: "\n")))
    let json = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(json as? [String: Any])
  }

  @Test func `says what was asked and answered`() throws {
    let object = try object(exchange())
    #expect(object["method"] as? String == "GET")
    #expect(object["path"] as? String == "/v1/articles")
    #expect(object["route"] as? String == "none")
    #expect(object["status"] as? Int == 200)
    #expect(object["received"] as? Int == 10)
    #expect(object["sent"] as? Int == 20)
    #expect(object["microseconds"] as? Int == 1)
    #expect(object["client"] as? String == "127.0.0.1")
    #expect(
      Set(object.keys) == [
        "time", "level", "message", "client", "method", "path", "route", "status", "received",
        "sent", "microseconds",
      ])
  }

  @Test func `escapes whatever a path has in it`() throws {
    let path = "/a\"b\\c\u{1B}[31m\u{7F}\u{85}\u{2028}é🙂\n"
    #expect(try object(exchange(path))["path"] as? String == path)
  }

  @Test func `says when there was no request, and no whole answer`() throws {
    var exchange = Exchange()
    exchange.requestID = RequestID(number: 1)
    let object = try object(exchange)
    #expect(object["method"] == nil)
    #expect(object["status"] == nil)
    #expect(object["broken"] as? Bool == true)
    #expect(object["requestId"] as? String == "0000000000000001")
  }
}
