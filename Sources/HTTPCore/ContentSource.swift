/// Where the content of an answer comes from when it is made while it is sent.
///
/// It is pulled: the server asks for a piece when the one before is sent, so no more than one waits
/// for the client, however slow that is. What makes the pieces runs where it likes.
package final class ContentSource: Sendable {
  /// A part of the content, or its end.
  package enum Piece: Sendable, Equatable {
    /// Some bytes; best 16 to 256 KiB where there are so many. None at all is only a way to be asked
    /// again.
    case bytes([UInt8])
    /// The content is complete.
    case end
    /// The content cannot be completed. The connection is broken off, so that the client notices.
    case failed
  }

  private let produce: @Sendable (_ deliver: @escaping @Sendable (Piece) -> Void) -> Void
  private let stop: @Sendable () -> Void

  /// A source.
  ///
  /// - Parameters:
  ///   - next: makes the next piece and passes it to `deliver`, at once or later, from any thread.
  ///     Called on an event loop, so it must not block; never again before the piece is there, and
  ///     not after the last one. What is delivered more than once or too late is dropped.
  ///   - cancel: called, at most once and perhaps while a piece is being made, when no more is wanted:
  ///     the client is gone, or wants the head alone. Not called after the last piece was sent on.
  package init(
    next: @escaping @Sendable (_ deliver: @escaping @Sendable (Piece) -> Void) -> Void,
    cancel: @escaping @Sendable () -> Void = {}
  ) {
    produce = next
    stop = cancel
  }

  /// Asks for the next piece.
  package func next(_ deliver: @escaping @Sendable (Piece) -> Void) { produce(deliver) }

  /// Says that no more is wanted.
  package func cancel() { stop() }
}
