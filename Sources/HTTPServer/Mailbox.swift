import CEpoll
import Glibc
package import HTTPCore
import Locking

/// Which connection of a loop is meant: its slot, and the generation that distinguishes it from those that
/// had the slot before.
struct ConnectionID: Equatable, Sendable {
  let slot: UInt32
  let generation: UInt32

  init(slot: UInt32, generation: UInt32) {
    self.slot = slot
    self.generation = generation
  }

  /// The number under which epoll knows the connection.
  var token: UInt64 { UInt64(generation) << 32 | UInt64(slot) }

  init(token: UInt64) {
    slot = UInt32(truncatingIfNeeded: token)
    generation = UInt32(truncatingIfNeeded: token >> 32)
  }
}

/// What other threads have to say to a loop.
enum LoopEvent: Sendable {
  /// Take over this accepted socket. When it is one too many, make room for it; where that cannot be
  /// done, `loopsLeft` others are asked, and the last one says that there are too many.
  case adopt(descriptor: Int32, isExcess: Bool, loopsLeft: Int)
  /// Here is the answer to the `request`th request of that connection.
  case answer(ConnectionID, request: UInt32, HTTPResponse)
  /// Here is the piece of the answer that was asked for the `pull`th time.
  case piece(ConnectionID, pull: UInt32, ContentSource.Piece)
  /// So many bytes of the content of that connection's `request`th request are done with.
  case consumed(ConnectionID, request: UInt32, Int)
  /// Finish what is in flight and end.
  case stop
  /// Take no more content of requests whose answers have begun.
  case endContent
  /// End now.
  case abort

  /// Has the source of an answer know that nobody will read it.
  func discard() {
    if case .answer(_, _, let response) = self, case .stream(let source) = response.body {
      source.cancel()
    }
  }
}

/// The one way into a loop from outside: a list of events and an eventfd that wakes the loop.
final class Mailbox: Sendable {
  private struct Contents {
    var events: [LoopEvent] = []
    var isClosed = false
  }

  private let contents = Locked(Contents())
  /// The generation of each of the loop's slots, as connections that are open have it.
  private let generations = Locked<[UInt32]>([])
  /// Readable while there are events.
  let descriptor: Int32

  init() throws(HTTPServerError) {
    descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    guard descriptor >= 0 else {
      throw errno == EMFILE || errno == ENFILE
        ? .descriptorLimit : .systemCall("eventfd", errno: errno)
    }
  }

  /// Whether that connection is open. From any thread.
  func isOpen(_ connection: ConnectionID) -> Bool {
    generations.withLock { generations in
      let slot = Int(connection.slot)
      return slot < generations.count && generations[slot] == connection.generation
    }
  }

  /// Says which generation a slot has from here on; the slot may be one more than there are. From the
  /// loop.
  func note(_ generation: UInt32, of slot: Int) {
    generations.withLock { generations in
      if slot == generations.count { generations.append(generation) }
      generations[slot] = generation
    }
  }

  /// Leaves an event; `false` when the loop has ended and nobody will read it. From any thread.
  @discardableResult
  func post(_ event: LoopEvent) -> Bool {
    contents.withLock { contents in
      guard !contents.isClosed else { return false }
      contents.events.append(event)
      // The first event wakes the loop, which then collects all. Under the lock, so that the
      // descriptor cannot be closed in between.
      if contents.events.count == 1 { _ = eventfd_write(descriptor, 1) }
      return true
    }
  }

  /// Removes all events. From the loop.
  func collect() -> [LoopEvent] {
    contents.withLock { contents in
      // The round in which the loop ends may still have a wake of ours in it.
      guard !contents.isClosed else { return [] }
      var count: eventfd_t = 0
      // Right because the call writes one counter.
      _ = unsafe eventfd_read(descriptor, &count)
      let events = contents.events
      contents.events = []
      return events
    }
  }

  /// Closes the descriptor; what was not collected is handed back. From the loop, once.
  func close() -> [LoopEvent] {
    contents.withLock { contents in
      contents.isClosed = true
      _ = Glibc.close(descriptor)
      let events = contents.events
      contents.events = []
      return events
    }
  }
}

/// Where the answer to one request goes, from any thread and at any time.
///
/// It is sent once: a second answer, an answer after `.now`, and one to a connection that has ended
/// meanwhile are dropped, and never reach whoever has the descriptor by then.
package struct ReplyPort: Sendable {
  let mailbox: Mailbox
  let connection: ConnectionID
  let request: UInt32

  /// Whether there still is somebody to answer: work for a client that is gone is better not begun.
  /// From any thread.
  package var isAwaited: Bool { mailbox.isOpen(connection) }

  /// Sends the answer.
  package func send(_ response: HTTPResponse) {
    let event = LoopEvent.answer(connection, request: request, response)
    if !mailbox.post(event) { event.discard() }
  }
}
