import Synchronization

/// What a server has taken on, over all its loops.
final class ServerLoad: Sendable {
  /// Connections accepted and not yet closed.
  let connections = Atomic<Int>(0)
  /// Bytes of content received or promised and not yet answered for.
  let content = Atomic<Int>(0)
}
