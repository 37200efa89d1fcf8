/// An instant of a clock that never goes back, in nanoseconds since an arbitrary start.
package typealias Instant = UInt64

extension Instant {
  /// The instant that much later; the last one there is when it would lie beyond, which is never.
  func adding(_ nanoseconds: UInt64) -> Instant {
    let (sum, overflow) = addingReportingOverflow(nanoseconds)
    return overflow ? .max : sum
  }
}

/// How long each phase of a connection may take, in nanoseconds.
package struct ConnectionTimeouts: Sendable, Equatable {
  /// From the first byte of a request (or from the connection's start) to the end of its head.
  package var head: UInt64 = 10 * second
  /// Between two pieces of content.
  package var contentPause: UInt64 = 10 * second
  /// From the end of the head to the end of the content.
  package var content: UInt64 = 30 * second
  /// Without a byte between two requests.
  package var idle: UInt64 = 15 * second
  /// Without the client reading a byte of an answer.
  package var writeStall: UInt64 = 10 * second
  /// For reading on after the last answer, so that the client can read it.
  package var drain: UInt64 = 2 * second

  /// A second in nanoseconds.
  package static let second: UInt64 = 1_000_000_000

  /// The times that hold unless the configuration says otherwise.
  package init() {}
}

/// What holds for every connection of a server.
package struct ConnectionConfiguration: Sendable, Equatable {
  package var limits = RequestLimits()
  package var timeouts = ConnectionTimeouts()
  /// The bytes of content for which a connection has room of its own, whatever all others hold: who sends
  /// much keeps nobody from sending a little.
  package var ownContent = 64 * 1024
  /// How many requests a connection may carry; `nil` for any number.
  package var maximumRequests: Int?
  /// How many bytes are read and thrown away after the last answer.
  package var drainBytes = 256 * 1024

  /// The configuration that holds unless it is changed.
  package init() {}
}
