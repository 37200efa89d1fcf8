import CEpoll
import Dispatch
import Glibc
import HTTPCore
import Synchronization

/// One loop: a private serial queue, one epoll descriptor that watches the loop's connections, and
/// one Dispatch source on that descriptor.
///
/// A source for each connection would cost Dispatch several system calls and a thread hop a request;
/// here a wake serves all that is ready, and looks again before it rests.
///
/// `@unchecked Sendable`: everything but the mailbox is touched on `queue` alone, which the entry
/// points assert. `@safe`: its two buffers are allocated once, never handed out, and freed with it.
@safe
final class EventLoop: @unchecked Sendable {
  /// How often a wake asks epoll for more before it lets the queue go.
  static let roundsPerWake = 64
  /// How long a wake waits for the next event, in milliseconds, before it lets the queue go: waiting
  /// here costs nothing, and going back to Dispatch and being woken again some 10 µs.
  static let patience: Int32 = 1
  /// How often deadlines are looked at, in milliseconds: they are kept to within this.
  static let tick = 250

  /// The most bytes that one read takes.
  static let readBytes = 64 * 1024
  /// How many connections are looked at for the one that makes room.
  static let mostCandidates = 1_024

  let queue: DispatchQueue
  let mailbox: Mailbox
  private let number: Int
  private let ring: LoopRing
  private var nextCandidate = 0
  let configuration: HTTPServerConfiguration
  private let connectionConfiguration: HTTPConnection.SharedConfiguration
  /// What is counted over all loops, and what this one counts.
  let server: ServerMetrics
  let metrics: LoopMetrics
  let report: ExchangeReport?
  let admission: RequestAdmission?
  let handler: RequestHandler
  let refusal: @Sendable (RequestError) -> HTTPResponse
  let epoll: Int32
  private let source: any DispatchSourceRead
  private let events: UnsafeMutableBufferPointer<cepoll_event>
  /// Where every read goes first; what is not used up at once is copied out.
  let scratch: UnsafeMutableBufferPointer<UInt8>

  private var connections: [Connection?] = []
  private var generations: [UInt32] = []
  private var freeSlots: [UInt32] = []
  private var openCount = 0
  private var isStopping = false
  private var isEnded = false
  private var isTicking = false

  /// What is being said to the connection that is being served, before it is sent.
  var output: [UInt8] = []
  var encoder: ResponseEncoder
  var requestNumbers = RequestNumbers()
  /// The instant of the present round.
  private(set) var now: Instant
  private var nextDate: Instant = 0

  init(
    number: Int, of ring: LoopRing, configuration: HTTPServerConfiguration, server: ServerMetrics,
    report: ExchangeReport?,
    admission: RequestAdmission?, handler: @escaping RequestHandler,
    refusal: @escaping @Sendable (RequestError) -> HTTPResponse,
    onEnd: @escaping @Sendable () -> Void
  ) throws(HTTPServerError) {
    queue = DispatchQueue(label: "counterpoint.loop.\(number)")
    self.configuration = configuration
    connectionConfiguration = .init(configuration.connection)
    self.server = server
    self.report = report
    metrics = server.newLoop()
    self.admission = admission
    self.handler = handler
    self.refusal = refusal
    let mailbox = try Mailbox()
    let epoll = cepoll_create()
    guard epoll >= 0 else {
      let fault = errno
      _ = mailbox.close()
      throw fault == EMFILE || fault == ENFILE
        ? .descriptorLimit : .systemCall("epoll_create1", errno: fault)
    }
    guard
      cepoll_control(
        epoll, EPOLL_CTL_ADD, mailbox.descriptor, EPOLLIN.rawValue | EPOLLET.rawValue,
        Self.mailboxToken) == 0
    else {
      let fault = errno
      _ = mailbox.close()
      _ = Glibc.close(epoll)
      throw .systemCall("epoll_ctl", errno: fault)
    }
    self.mailbox = mailbox
    self.number = number
    self.ring = ring
    self.epoll = epoll
    source = DispatchSource.makeReadSource(fileDescriptor: epoll, queue: queue)
    unsafe events = .allocate(capacity: 256)
    unsafe scratch = .allocate(capacity: Self.readBytes)
    // Written before it is first read by the kernel; zeroed so that it is never unset memory.
    unsafe events.initialize(repeating: cepoll_event())
    unsafe scratch.initialize(repeating: 0)
    now = Clocks.monotonic
    encoder = ResponseEncoder(secondsSince1970: Clocks.date.seconds)
    output.reserveCapacity(64 * 1024)
    source.setEventHandler { [self] in wake() }
    source.setCancelHandler {
      // Closed only here: Dispatch still watches the descriptor until the source is cancelled, and
      // would watch the next owner of its number.
      _ = Glibc.close(epoll)
      onEnd()
    }
    source.activate()
  }

  deinit {
    // Right because the queue runs nothing of this loop once nothing refers to it.
    unsafe events.deallocate()
    unsafe scratch.deallocate()
  }

  /// Makes the loop known to the others, from which it then gets sockets. Once, before it is used.
  func join() { ring.add(mailbox) }

  private static let mailboxToken = UInt64.max

  // MARK: Wakes

  private func wake() {
    dispatchPrecondition(condition: .onQueue(queue))
    for round in 0..<Self.roundsPerWake where !isEnded {
      // Right because the call writes at most as many events as the buffer has.
      let count = unsafe cepoll_wait(
        epoll, events.baseAddress, Int32(events.count), round == 0 ? 0 : Self.patience)
      guard count > 0 else { return }
      readClock()
      for index in 0..<Int(count) {
        let event = unsafe events[index]
        if event.token == Self.mailboxToken {
          for event in mailbox.collect() { open(event) }
        } else if let connection = connection(ConnectionID(token: event.token)) {
          handle(event.events, connection)
        }
      }
    }
  }

  /// Goes on with a connection of which epoll reported something.
  private func handle(_ events: UInt32, _ connection: Connection) {
    let ending = EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue
    if events & (EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0 {
      // Both sides are down or the connection was reset: nobody can be answered.
      close(connection)
      return
    }
    if events & (EPOLLIN.rawValue | ending) != 0 { connection.isReadable = true }
    if events & ending != 0 { connection.isEnding = true }
    if events & EPOLLOUT.rawValue != 0, !connection.unsent.isEmpty { sendUnsent(connection) }
    serve(connection)
  }

  private func open(_ event: LoopEvent) {
    switch event {
    case .adopt(let descriptor, let isExcess, let loopsLeft):
      adopt(descriptor, isExcess: isExcess, loopsLeft: loopsLeft)
    case .answer(let id, let request, let response):
      guard let connection = connection(id), connection.request == request else {
        return event.discard()
      }
      answer(connection, response)
      flush(connection)
      serve(connection)
    case .piece(let id, let pull, let piece):
      if let connection = connection(id) { accept(piece, pull: pull, connection) }
    case .consumed(let id, let request, let count):
      if let connection = connection(id) { consumed(count, request: request, connection) }
    case .stop:
      isStopping = true
      for case let connection? in connections {
        perform(connection.http.shutdown(now: now), connection)
      }
      endIfDone()
    case .endContent:
      for case let connection? in connections where connection.http.endContent(now: now) {
        lose(.stopping, connection)
      }
    case .abort:
      isStopping = true
      for case let connection? in connections { close(connection) }
      endIfDone()
    }
  }

  private func readClock() {
    now = Clocks.monotonic
    guard now >= nextDate else { return }
    let date = Clocks.date
    encoder.setDate(secondsSince1970: date.seconds)
    nextDate = now &+ date.untilNext
  }

  // MARK: Connections

  private func connection(_ id: ConnectionID) -> Connection? {
    let slot = Int(id.slot)
    guard slot < connections.count, let connection = connections[slot], connection.id == id else {
      return nil
    }
    return connection
  }

  private func adopt(_ descriptor: Int32, isExcess: Bool, loopsLeft: Int) {
    var isExcess = isExcess
    if isExcess, !isStopping {
      isExcess = !makeRoom()
      if isExcess, loopsLeft > 0 {
        let event = LoopEvent.adopt(
          descriptor: descriptor, isExcess: true, loopsLeft: loopsLeft - 1)
        if ring.mailbox(after: number)?.post(event) == true { return }
      }
    }
    if freeSlots.isEmpty {
      freeSlots.append(UInt32(connections.count))
      connections.append(nil)
      generations.append(0)
      mailbox.note(0, of: generations.count - 1)
    }
    guard !isStopping, let slot = freeSlots.popLast() else {
      server.connections.subtract(1, ordering: .relaxed)
      _ = Glibc.close(descriptor)
      return
    }
    // A socket that cannot say where it was accepted has ended already; its first read says so.
    let local = try? SocketAddress(boundTo: descriptor)
    let connection = Connection(
      descriptor: descriptor,
      id: ConnectionID(slot: slot, generation: generations[Int(slot)]),
      http: HTTPConnection(
        configuration: connectionConfiguration, localAddress: local?.ipAddress, now: now),
      logged: report == nil
        ? nil : LoggedExchange(client: (try? SocketAddress(peerOf: descriptor))?.host ?? ""))
    connections[Int(slot)] = connection
    openCount += 1
    guard watch(connection, EPOLL_CTL_ADD) else { return close(connection) }
    if isExcess {
      metrics.add(to: .turnedAway)
      perform(connection.http.refuse(.tooManyConnections, now: now), connection)
      flush(connection)
    }
    tickWhileOpen()
  }

  /// Closes the connection whose request has been longest in coming, of those of this loop: of the
  /// ``mostCandidates`` next ones, where there are very many.
  ///
  /// - Returns: whether there was one.
  private func makeRoom() -> Bool {
    var slowest: (connection: Connection, since: Instant)?
    for _ in 0..<min(connections.count, Self.mostCandidates) {
      nextCandidate = (nextCandidate + 1) % connections.count
      guard let connection = connections[nextCandidate],
        let since = connection.http.requestComesSince, since < slowest?.since ?? .max
      else { continue }
      slowest = (connection, since)
    }
    guard let connection = slowest?.connection else { return false }
    metrics.add(to: .displaced)
    perform(connection.http.makeRoom(now: now), connection)
    flush(connection)
    close(connection)
    return true
  }

  /// Says what epoll is to report of a connection; changing it makes epoll look again.
  @discardableResult
  func watch(_ connection: Connection, _ operation: Int32) -> Bool {
    var events = EPOLLIN.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue
    if connection.watchesOutput { events |= EPOLLOUT.rawValue }
    return cepoll_control(
      epoll, operation, connection.descriptor, events, connection.id.token) == 0
  }

  /// Closes the socket; answers and events that still come for it find nobody.
  func close(_ connection: Connection, byReset: Bool = false) {
    guard connection.isOpen else { return }
    connection.isOpen = false
    countContent(connection, 0)
    breakExchange(connection)
    abandonStreams(connection)
    if byReset || !connection.unsent.isEmpty {
      // Nobody reads the rest: a reset frees what the kernel still holds of it.
      setOption(
        connection.descriptor, SOL_SOCKET, SO_LINGER, linger(l_onoff: 1, l_linger: 0))
    }
    // No Dispatch source watches this descriptor and epoll forgets it as it is closed.
    _ = Glibc.close(connection.descriptor)
    let slot = Int(connection.id.slot)
    connections[slot] = nil
    generations[slot] &+= 1
    mailbox.note(generations[slot], of: slot)
    freeSlots.append(connection.id.slot)
    openCount -= 1
    server.connections.subtract(1, ordering: .relaxed)
    endIfDone()
  }

  /// Brings the server's count of content in flight up to date with this connection's.
  func countContent(_ connection: Connection, _ held: Int) {
    guard held != connection.countedContent else { return }
    server.content.add(held - connection.countedContent, ordering: .relaxed)
    connection.countedContent = held
  }

  // MARK: Deadlines and the end

  /// One timer for all deadlines, which runs only while there is a connection that can have one.
  private func tickWhileOpen() {
    guard !isTicking, openCount > 0, !isEnded else { return }
    isTicking = true
    queue.asyncAfter(deadline: .now() + .milliseconds(Self.tick)) { [self] in
      isTicking = false
      readClock()
      for case let connection? in connections where connection.http.deadline <= now {
        perform(connection.http.deadlineReached(now: now), connection)
        flush(connection)
        serve(connection)
      }
      tickWhileOpen()
    }
  }

  private func endIfDone() {
    guard isStopping, openCount == 0, !isEnded else { return }
    isEnded = true
    for event in mailbox.close() {
      if case .adopt(let descriptor, _, _) = event {
        server.connections.subtract(1, ordering: .relaxed)
        _ = Glibc.close(descriptor)
      }
      event.discard()
    }
    source.cancel()
  }
}
