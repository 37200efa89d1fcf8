import ArticleService
import Dispatch
import HTTPCore
import HTTPServer
import Locking
import Logging

/// A line of the log for every request: what was asked for, what was answered, how long it took.
///
/// The event loops only leave what is to be logged; the lines are made and written on a queue of its
/// own. When whoever reads the log does not take them as fast as they come, what does not fit into the
/// line is dropped, so that requests never wait for the log.
final class AccessLog: Sendable {
  /// How many exchanges wait at most; each holds no more than some two kilobytes.
  static let capacity = 4_096

  private struct Waiting {
    var exchanges: [Exchange] = []
    /// Whether the queue is at it, and will look again.
    var isBeingWritten = false
  }

  private let logger: Logger
  private let queue = DispatchQueue(label: "counterpoint.access-log")
  private let waiting = Locked(Waiting())

  /// A log whose lines go there, at level `info`.
  init(_ logger: Logger) { self.logger = logger }

  /// Takes an exchange, from any thread and without waiting; `false` when there is no room for it.
  func accept(_ exchange: Exchange) -> Bool {
    let (isTaken, isToWake) = waiting.withLock { waiting in
      guard waiting.exchanges.count < Self.capacity else { return (false, false) }
      waiting.exchanges.append(exchange)
      defer { waiting.isBeingWritten = true }
      return (true, !waiting.isBeingWritten)
    }
    if isToWake { queue.async { self.writeAll() } }
    return isTaken
  }

  /// Calls back when all that was taken before is written.
  func flush(completion: @escaping @Sendable () -> Void) { queue.async(execute: completion) }

  private func writeAll() {
    while case let exchanges = next(), !exchanges.isEmpty {
      for exchange in exchanges { logger.info("request", metadata: Self.metadata(of: exchange)) }
    }
  }

  private func next() -> [Exchange] {
    waiting.withLock { waiting in
      let exchanges = waiting.exchanges
      waiting.exchanges = []
      if exchanges.isEmpty { waiting.isBeingWritten = false }
      return exchanges
    }
  }

  /// The members of a line; what is not known is not there.
  static func metadata(of exchange: Exchange) -> Logger.Metadata {
    var metadata: Logger.Metadata = [
      "client": "\(exchange.client)",
      "route": "\(ArticleService.route(labelled: exchange.label))",
      "received": .stringConvertible(exchange.received),
      "sent": .stringConvertible(exchange.sent),
      "microseconds": .stringConvertible(exchange.nanoseconds / 1_000),
    ]
    if let method = exchange.method {
      metadata["method"] = "\(method.name)"
      metadata["path"] = "\(exchange.path)"
    }
    if let status = exchange.status { metadata["status"] = .stringConvertible(Int(status.code)) }
    if let id = exchange.requestID { metadata["requestId"] = "\(id)" }
    if let parent = exchange.traceParent {
      metadata["traceId"] = "\(parent.traceID)"
      metadata["parentId"] = "\(parent.parentID)"
    }
    if !exchange.isComplete { metadata["broken"] = .stringConvertible(true) }
    return metadata
  }
}
