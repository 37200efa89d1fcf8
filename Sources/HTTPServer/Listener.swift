import CEpoll
import Dispatch
import Glibc
import Metrics
import Synchronization

/// Accepts one connection of a listening socket: `cepoll_accept`, or what a test puts in its place to
/// see descriptors run out.
typealias AcceptCall = @Sendable (Int32) -> Int32

/// Accepts connections on a queue of its own and hands them to the loops in turn.
///
/// `@unchecked Sendable`: after the initialiser everything mutable is touched on `queue` alone.
final class Listener: @unchecked Sendable {
  /// How long accepting rests when there are no descriptors or no memory for another socket.
  static let pause = DispatchTimeInterval.milliseconds(100)
  /// How many connections beyond the limit are accepted, for which others make room or which learn that
  /// there are too many.
  static let excess = 32
  /// Descriptors that connections never use: files, the database, the loops.
  static let reservedDescriptors = 64

  let address: BoundAddress
  private let descriptor: Int32
  private let queue = DispatchQueue(label: "counterpoint.accept")
  private let source: any DispatchSourceRead
  private let metrics: ServerMetrics
  private let loops: [EventLoop]
  private let maximumConnections: Int
  private let acceptCall: AcceptCall
  private var nextLoop = 0
  private var isPaused = false

  /// Binds and listens; connections are accepted from here on.
  init(
    configuration: HTTPServerConfiguration, metrics: ServerMetrics, loops: [EventLoop],
    acceptCall: @escaping AcceptCall
  ) throws(HTTPServerError) {
    self.acceptCall = acceptCall
    self.metrics = metrics
    self.loops = loops
    maximumConnections = min(configuration.maximumConnections, Self.connectionsAffordable)
    metrics.connectionLimit.store(maximumConnections, ordering: .relaxed)
    let wanted = try SocketAddress(host: configuration.host, port: configuration.port)
    let descriptor = socket(
      wanted.family,
      Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else {
      throw Self.fault("socket", configuration)
    }
    do throws(HTTPServerError) {
      try Self.listen(descriptor, wanted, configuration)
      let bound = try SocketAddress(boundTo: descriptor)
      address = BoundAddress(host: bound.host, port: bound.port)
    } catch {
      _ = Glibc.close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    // The source keeps the listener until it is cancelled.
    source.setEventHandler { [self] in accept() }
  }

  /// Begins to accept.
  func start() {
    source.activate()
  }

  /// Stops accepting and closes the socket; `completion` is called when that is done.
  func stop(completion: @escaping @Sendable () -> Void) {
    queue.async { [self] in
      source.setCancelHandler { [descriptor] in
        // Closed only here, where Dispatch no longer watches the descriptor.
        _ = Glibc.close(descriptor)
        completion()
      }
      source.cancel()
      // A suspended source never learns of its cancellation, and crashes when it is released.
      if isPaused {
        isPaused = false
        source.resume()
      }
    }
  }

  private static func listen(
    _ descriptor: Int32, _ address: SocketAddress, _ configuration: HTTPServerConfiguration
  ) throws(HTTPServerError) {
    setOption(descriptor, SOL_SOCKET, SO_REUSEADDR, Int32(1))
    if address.family == AF_INET6 {
      setOption(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, Int32(1))
    }
    let bound = unsafe address.withSockaddr { unsafe bind(descriptor, $0, $1) }
    guard bound == 0 else { throw fault("bind", configuration) }
    // Accepted sockets have these from the listening one (socket(7), tcp(7)): what the system keeps for
    // a client that does not read, or of one that is not read, is bounded.
    setOption(descriptor, SOL_SOCKET, SO_SNDBUF, Int32(HTTPServerConfiguration.socketBuffer / 2))
    setOption(descriptor, SOL_SOCKET, SO_RCVBUF, Int32(HTTPServerConfiguration.socketBuffer / 2))
    guard Glibc.listen(descriptor, SOMAXCONN) == 0 else { throw fault("listen", configuration) }
  }

  /// What `errno` means for someone who wants to listen.
  private static func fault(
    _ call: String, _ configuration: HTTPServerConfiguration
  ) -> HTTPServerError {
    switch errno {
    case EADDRINUSE: .addressInUse(host: configuration.host, port: configuration.port)
    case EADDRNOTAVAIL, EAFNOSUPPORT: .addressNotLocal(host: configuration.host)
    case EINVAL where call == "bind": .addressNotBindable(host: configuration.host)
    case EACCES, EPERM: .permissionDenied(port: configuration.port)
    case EMFILE, ENFILE: .descriptorLimit
    case let other: .systemCall(call, errno: other)
    }
  }

  /// How many connections the process's descriptor limit has room for.
  static var connectionsAffordable: Int {
    var limit = rlimit()
    // Right because the call writes one `rlimit`.
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return 512
    }
    return max(Int(clamping: limit.rlim_cur) - reservedDescriptors, 1)
  }

  private func accept() {
    while true {
      let accepted = acceptCall(descriptor)
      guard accepted < 0 else {
        hand(accepted)
        continue
      }
      switch errno {
      case EAGAIN: return
      // A signal, or a connection that ended before it was accepted (accept(2)).
      case EINTR, ECONNABORTED, EPROTO: continue
      default:
        // EMFILE, ENFILE, ENOBUFS, ENOMEM, or what nobody expects. The listener stays readable:
        // watching it on would only burn a core.
        rest()
        return
      }
    }
  }

  private func rest() {
    isPaused = true
    source.suspend()
    queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in
      guard let self, isPaused else { return }
      isPaused = false
      source.resume()
    }
  }

  private func hand(_ accepted: Int32) {
    let count = metrics.connections.add(1, ordering: .relaxed).newValue
    metrics.accepts.add(at: ServerMetrics.Accept.accepted.rawValue)
    guard count <= maximumConnections + Self.excess else {
      metrics.accepts.add(at: ServerMetrics.Accept.refused.rawValue)
      metrics.connections.subtract(1, ordering: .relaxed)
      _ = Glibc.close(accepted)
      return
    }
    setOption(accepted, Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1))
    let event = LoopEvent.adopt(
      descriptor: accepted, isExcess: count > maximumConnections, loopsLeft: loops.count - 1)
    nextLoop = (nextLoop + 1) % loops.count
    if !loops[nextLoop].mailbox.post(event) {
      metrics.connections.subtract(1, ordering: .relaxed)
      _ = Glibc.close(accepted)
    }
  }
}
