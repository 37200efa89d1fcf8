import CEpoll
import Glibc
import HTTPCore
import Synchronization

/// The way of a request through the loop: read, parse, answer, send.
extension EventLoop {
  /// Content below this is copied after its head and goes out with it; above, it is sent from
  /// where it stands.
  static let copiedContent = 4 * 1024
  /// Output beyond this is sent before more requests are answered.
  static let outputBound = 64 * 1024

  /// Goes on with a connection until there is nothing to read or it must not be read.
  func serve(_ connection: Connection) {
    var reads = 0
    while connection.isOpen, connection.http.wantsInput {
      if connection.pendingPosition < connection.pending.count {
        consumePending(connection)
        continue
      }
      guard connection.isReadable else { return }
      guard reads < max(configuration.readsPerTurn, 1) else {
        // The rest waits for the others' turn: epoll reports it again.
        watch(connection, Int32(EPOLL_CTL_MOD))
        return
      }
      reads += 1
      read(connection)
    }
  }

  private func read(_ connection: Connection) {
    // Right because the call writes no more than the buffer's length into it.
    let transfer = Transfer {
      unsafe recv(connection.descriptor, scratch.baseAddress, scratch.count, 0)
    }
    switch transfer {
    case .bytes(0):
      connection.isReadable = false
      perform(connection.http.inputEnded(now: now), connection)
    case .bytes(let count):
      metrics.add(count, to: .received)
      // A short read means that the socket is empty, unless its end is still to be read.
      connection.isReadable = unsafe count == scratch.count || connection.isEnding
      // Right because the loop reads into the buffer again only after this call.
      let input = unsafe scratch.span.extracting(0..<count)
      var position = 0
      consume(input, &position, connection)
      if position < count, connection.isOpen {
        connection.pending = []
        connection.pending.append(input, position..<count)
        connection.pendingPosition = 0
      }
    case .wouldBlock:
      connection.isReadable = false
    case .failed:
      close(connection)
    }
    flush(connection)
  }

  /// Goes on with the input that came before its turn.
  private func consumePending(_ connection: Connection) {
    let pending = connection.pending
    var position = connection.pendingPosition
    consume(pending.span, &position, connection)
    connection.pendingPosition = position
    if position == pending.count {
      connection.pending = []
      connection.pendingPosition = 0
    }
    flush(connection)
  }

  /// Passes input on until it is used up or must wait: all requests that are answered at once are
  /// answered with one send.
  private func consume(_ input: Span<UInt8>, _ position: inout Int, _ connection: Connection) {
    while position < input.count, connection.isOpen, connection.http.wantsInput {
      let before = position
      let action = connection.http.received(
        input, at: &position, allowance: allowance, now: now)
      connection.exchange.received += position - before
      countContent(connection, connection.http.heldContent)
      perform(action, connection)
      if output.count > Self.outputBound { flush(connection) }
    }
  }

  func perform(_ action: HTTPConnection.Action, _ connection: Connection) {
    switch action {
    case .none: break
    case .admit(let request):
      admit(request, connection)
    case .deliver(let request):
      beginExchange(connection, request)
      let handler = connection.admitted.take() ?? handler
      switch handler(request, nextPort(connection)) {
      case .now(let response): answer(connection, response)
      case .later: break
      }
    case .content(let content, let isLast):
      pass(content, isLast: isLast, connection)
    case .contentEnded(let error):
      lose(.broken(error), connection)
    case .sendContinue:
      encoder.appendContinue(to: &output)
    case .refuse(let error, let reply):
      countContent(connection, connection.http.heldContent)
      abandonStreams(connection)
      beginExchange(connection)
      write(refusal(error), reply, connection)
    case .shutDownSending:
      _ = shutdown(connection.descriptor, Int32(SHUT_WR))
    case .close:
      close(connection)
    case .reset:
      close(connection, byReset: true)
    }
  }

  /// Where the answer to the request goes that is handed out now.
  func nextPort(_ connection: Connection) -> ReplyPort {
    connection.request &+= 1
    return ReplyPort(mailbox: mailbox, connection: connection.id, request: connection.request)
  }

  /// Puts the answer to the delivered request into the output, or the head of one in pieces.
  func answer(_ connection: Connection, _ response: HTTPResponse) {
    if case .stream(let source) = response.body { return begin(connection, response, source) }
    guard let reply = connection.http.answered(now: now) else { return }
    conclude(connection)
    write(response, reply, connection)
  }

  func write(
    _ response: HTTPResponse, _ reply: HTTPConnection.Reply, _ connection: Connection
  ) {
    let before = output.count
    encoder.appendHead(
      of: response, reply.persistence, requestID: connection.exchange.requestID, to: &output)
    let hasContent = !reply.omitsContent && !response.status.forbidsContent
    let content = hasContent ? response.content : []
    connection.exchange.sent += output.count - before + content.count
    endExchange(connection, response.status, response.label)
    guard hasContent else { return }
    if content.count <= Self.copiedContent {
      output.append(contentsOf: content)
    } else {
      send(connection, content: content)
      if !connection.unsent.isEmpty { connection.reservation = response.reservation }
    }
  }

  // MARK: Sending

  /// Sends what there is for the connection, which is notified when all is gone.
  func flush(_ connection: Connection) {
    guard connection.isOpen else {
      output.removeAll(keepingCapacity: true)
      return
    }
    if !output.isEmpty { send(connection, content: []) }
    guard connection.isOpen, connection.unsent.isEmpty else { return }
    perform(connection.http.outputDrained(now: now), connection)
    pull(connection)
  }

  /// Sends the output and then the content in one call; keeps what the socket does not accept.
  func send(_ connection: Connection, content: [UInt8]) {
    var accepted = 0
    if connection.unsent.isEmpty {
      switch transfer(connection.descriptor, content) {
      case .bytes(let count):
        accepted = count
        metrics.add(count, to: .sent)
      case .wouldBlock: break
      case .failed:
        output.removeAll(keepingCapacity: true)
        close(connection)
        return
      }
    }
    if accepted < output.count + content.count {
      let ofOutput = min(accepted, output.count)
      // The output buffer is the loop's: its rest is copied out. Content is kept by reference.
      connection.unsent.append(ArraySlice(Array(output[ofOutput...])))
      connection.unsent.append(content[(accepted - ofOutput)...])
      connection.http.outputBlocked(now: now)
      if !connection.watchesOutput {
        connection.watchesOutput = true
        watch(connection, Int32(EPOLL_CTL_MOD))
      }
    }
    output.removeAll(keepingCapacity: true)
  }

  private func transfer(_ descriptor: Int32, _ content: [UInt8]) -> Transfer {
    // Right because both buffers outlive the call, whose lengths are theirs; it only reads them.
    unsafe output.withUnsafeBytes { head in
      guard !content.isEmpty else {
        return Transfer {
          unsafe Glibc.send(descriptor, head.baseAddress, head.count, sendFlags)
        }
      }
      return unsafe content.withUnsafeBytes { body in
        let parts = (
          unsafe iovec(
            iov_base: UnsafeMutableRawPointer(mutating: head.baseAddress), iov_len: head.count),
          unsafe iovec(
            iov_base: UnsafeMutableRawPointer(mutating: body.baseAddress), iov_len: body.count)
        )
        return unsafe withUnsafePointer(to: parts) { parts in
          var message = unsafe msghdr()
          unsafe message.msg_iov = UnsafeMutablePointer(
            mutating: UnsafeRawPointer(parts).assumingMemoryBound(to: iovec.self))
          unsafe message.msg_iovlen = 2
          return Transfer { unsafe sendmsg(descriptor, &message, sendFlags) }
        }
      }
    }
  }

  /// Sends more of what the socket had not accepted.
  func sendUnsent(_ connection: Connection) {
    switch connection.unsent.send(to: connection.descriptor) {
    case .bytes(let count):
      metrics.add(count, to: .sent)
      if connection.unsent.isEmpty {
        connection.reservation = nil
        perform(connection.http.outputDrained(now: now), connection)
        pull(connection)
      } else {
        connection.http.outputBlocked(now: now)
      }
    case .wouldBlock: break
    case .failed: close(connection)
    }
  }
}
