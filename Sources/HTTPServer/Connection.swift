import Glibc
import HTTPCore

/// One accepted socket and all that belongs to it. Owned by one loop, which alone touches it.
final class Connection {
  let descriptor: Int32
  let id: ConnectionID
  var http: HTTPConnection
  /// What is counted of the present request and its answer.
  var exchange = OpenExchange()
  /// What is reported of them, when anything is.
  let logged: LoggedExchange?
  /// The number of the request that was handed out last, so that an answer finds its request.
  var request: UInt32 = 0
  /// Whether the socket may have input: set by epoll, cleared when a read finds it empty.
  var isReadable = false
  /// Whether the client has shut down its side, so that a read will find the end.
  var isEnding = false
  /// Whether epoll reports when the socket accepts output again.
  var watchesOutput = false
  var isOpen = true
  /// What the socket has not accepted yet, and what that has of the memory budget.
  var unsent = Unsent()
  var reservation: MemoryReservation?
  /// Input after the request that is being handled; at most one read's worth.
  var pending: [UInt8] = []
  var pendingPosition = 0
  /// How much of the server's content in flight is this connection's.
  var countedContent = 0
  /// What answers the request whose content is being read, once that is whole.
  var admitted: RequestHandler?
  /// Where content goes that is passed on as it comes, until it has ended.
  var incoming: ContentStream?
  /// Where the rest of the answer comes from, until that is complete.
  var outgoing: ContentSource?
  /// Whether `outgoing` was asked for a piece that is not there yet, and how often it was, so that a
  /// piece finds the one time that it was asked for.
  var isPulling = false
  var pull: UInt32 = 0

  init(descriptor: Int32, id: ConnectionID, http: HTTPConnection, logged: LoggedExchange? = nil) {
    self.descriptor = descriptor
    self.id = id
    self.logged = logged
    self.http = http
  }
}

/// Output that a send did not accept, in order, without copying what is large.
struct Unsent {
  private var pieces: [ArraySlice<UInt8>] = []

  var isEmpty: Bool { pieces.isEmpty }

  /// Adds bytes at the end.
  mutating func append(_ bytes: ArraySlice<UInt8>) {
    if !bytes.isEmpty { pieces.append(bytes) }
  }

  /// Sends as much as the socket accepts; `.bytes` when that was something.
  mutating func send(to descriptor: Int32) -> Transfer {
    var sent = 0
    while let piece = pieces.first {
      // Right because the buffer is used within the call only and its length is its own.
      let transfer = unsafe piece.withUnsafeBytes { buffer in
        Transfer { unsafe Glibc.send(descriptor, buffer.baseAddress, buffer.count, sendFlags) }
      }
      switch transfer {
      case .bytes(let count):
        sent += count
        if count == piece.count {
          pieces.removeFirst()
        } else {
          pieces[0] = piece.dropFirst(count)
        }
      case .wouldBlock:
        return sent > 0 ? .bytes(sent) : .wouldBlock
      case .failed:
        return transfer
      }
    }
    return .bytes(sent)
  }
}

/// No send raises SIGPIPE: a client that has gone is an error code, not the end of the process.
let sendFlags = Int32(MSG_NOSIGNAL)
