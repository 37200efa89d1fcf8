import HTTPCore
import Synchronization

/// Requests whose content is passed on as it comes, and answers that are made while they are sent.
extension EventLoop {
  /// A piece beyond this is sent from where it stands; one below is copied after its chunk's size.
  private static let copiedPiece = 64 * 1024

  /// How much more content the server may hold.
  var allowance: Int {
    configuration.maximumContentInFlight - server.content.load(ordering: .relaxed)
  }

  // MARK: Content

  /// Has it decided what becomes of the content of a request, before any is read.
  func admit(_ request: HTTPRequest, _ connection: Connection) {
    beginExchange(connection, request)
    switch admission?(request) ?? .whole(handler) {
    case .whole(let handler):
      connection.admitted = handler
      perform(
        connection.http.admit(.whole, allowance: allowance, now: now), connection)
    case .streamed(let handler):
      perform(
        connection.http.admit(.streamed, allowance: allowance, now: now), connection)
      guard connection.isOpen, connection.http.state == .receiving else { return }
      let port = nextPort(connection)
      let content = ContentStream { [mailbox] count in
        mailbox.post(.consumed(port.connection, request: port.request, count))
      }
      connection.incoming = content
      switch handler(request, content, port) {
      case .now(let response): answer(connection, response)
      case .later: break
      }
    case .refuse(let response):
      guard let reply = connection.http.turnAway(now: now) else { return }
      write(response, reply, connection)
    }
    countContent(connection, connection.http.heldContent)
  }

  /// Passes content on to the handler.
  func pass(_ content: [UInt8], isLast: Bool, _ connection: Connection) {
    guard let incoming = connection.incoming else { return }
    if !content.isEmpty { incoming.receive(content) }
    guard isLast else { return }
    connection.incoming = nil
    incoming.end()
  }

  /// Has the handler know that no more content will come. Its answer goes on.
  func lose(_ loss: ContentStream.Loss, _ connection: Connection) {
    guard let incoming = connection.incoming else { return }
    connection.incoming = nil
    incoming.lose(loss)
  }

  /// The handler has done with some of the content of that request.
  func consumed(_ count: Int, request: UInt32, _ connection: Connection) {
    guard connection.request == request else { return }
    connection.http.consumed(count, now: now)
    countContent(connection, connection.http.heldContent)
    serve(connection)
  }

  // MARK: Answers

  /// Begins an answer that is made while it is sent.
  func begin(_ connection: Connection, _ response: HTTPResponse, _ source: ContentSource) {
    guard !response.status.forbidsContent else {
      source.cancel()
      answer(connection, HTTPResponse(status: response.status, fields: response.fields))
      return
    }
    guard let reply = connection.http.answerBegan(now: now) else { return source.cancel() }
    let before = output.count
    encoder.appendHead(
      of: response, reply.persistence, framing: reply.framing,
      requestID: connection.exchange.requestID, to: &output)
    connection.exchange.sent += output.count - before
    connection.exchange.status = response.status
    connection.exchange.label = UInt16(clamping: response.label)
    if reply.omitsContent {
      source.cancel()
      endExchange(connection, response.status, response.label)
      conclude(connection)
    } else {
      connection.outgoing = source
    }
  }

  /// Asks for the next piece of the answer, when all that went before is sent.
  func pull(_ connection: Connection) {
    guard let source = connection.outgoing, !connection.isPulling, connection.unsent.isEmpty else {
      return
    }
    connection.isPulling = true
    connection.pull &+= 1
    let (id, pull) = (connection.id, connection.pull)
    source.next { [mailbox] piece in mailbox.post(.piece(id, pull: pull, piece)) }
  }

  /// Sends a piece of the answer, which was asked for.
  func accept(_ piece: ContentSource.Piece, pull: UInt32, _ connection: Connection) {
    guard connection.isPulling, connection.pull == pull, connection.outgoing != nil else { return }
    connection.isPulling = false
    switch piece {
    case .bytes(let bytes):
      write(bytes, connection)
    case .end:
      connection.outgoing = nil
      if connection.http.begunFraming == .chunked { encoder.appendLastChunk(to: &output) }
      if let status = connection.exchange.status {
        endExchange(connection, status, Int(connection.exchange.label))
      }
      connection.http.answerEnded(now: now)
      conclude(connection)
    case .failed:
      connection.outgoing = nil
      perform(connection.http.answerFailed(), connection)
    }
    flush(connection)
    serve(connection)
  }

  private func write(_ bytes: [UInt8], _ connection: Connection) {
    guard !bytes.isEmpty else { return }
    connection.exchange.sent += bytes.count
    let isChunk = connection.http.begunFraming == .chunked
    if isChunk { encoder.appendChunkStart(bytes.count, to: &output) }
    if bytes.count <= Self.copiedPiece {
      output.append(contentsOf: bytes)
    } else {
      send(connection, content: bytes)
    }
    if isChunk { encoder.appendChunkEnd(to: &output) }
  }

  /// The answer is complete: content of its request that has not come is no longer wanted.
  func conclude(_ connection: Connection) {
    countContent(connection, connection.http.heldContent)
    lose(.gone, connection)
  }

  /// Has whoever makes or reads pieces know that the connection is at its end.
  func abandonStreams(_ connection: Connection) {
    // The answer first: whoever is woken for lost content then knows that it answers nobody.
    if let outgoing = connection.outgoing {
      connection.outgoing = nil
      connection.isPulling = false
      outgoing.cancel()
    }
    lose(.gone, connection)
  }
}
