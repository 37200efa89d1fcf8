package import HTTPCore

/// Where a server listens and what it takes on at once.
package struct HTTPServerConfiguration: Sendable, Equatable {
  /// An IPv4 or IPv6 address, or `localhost` for 127.0.0.1; `::` takes IPv6 alone.
  package var host = "127.0.0.1"
  /// The port; 0 for any that is free.
  package var port: UInt16 = 0
  /// The number of event loops, at least 1. One for each processor that the process has is best:
  /// what that is, whoever makes the configuration finds out.
  package var loops = 1
  /// The number of connections beyond which new ones are answered with 503; never more than the
  /// process's descriptor limit less 64.
  package var maximumConnections = 512
  /// The bytes of content, of all requests together, beyond which requests are answered with 503.
  package var maximumContentInFlight = 256 * 1024 * 1024
  /// The bytes that the system holds for a connection at most in each direction; twice what is asked
  /// for by SO_SNDBUF and SO_RCVBUF (socket(7)).
  package static let socketBuffer = 128 * 1024
  /// What one connection takes at most, without what it has reserved of the memory budget: what the
  /// system holds, input that is not parsed yet, output that is not sent yet, and its own records.
  package static let connectionBytes =
    2 * socketBuffer + EventLoop.readBytes + EventLoop.outputBound + 2 * MemoryBudget.ownShare
  /// How many reads of 64 KiB a connection gets before the others of its loop get theirs. A turn of
  /// all is what a small request waits for at worst.
  package var readsPerTurn = 4
  /// What holds for each connection.
  package var connection = ConnectionConfiguration()

  /// The configuration that holds unless it is changed.
  package init() {}
}
