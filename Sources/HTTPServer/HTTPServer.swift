import CEpoll
import Dispatch
import Glibc
package import HTTPCore
import Locking
import Synchronization

/// What a handler does with a request: answers it at once, or promises to, over its port.
package enum Answer: Sendable {
  case now(HTTPResponse)
  case later
}

/// What becomes of the content of a request of which only the head is there.
package enum Admission: Sendable {
  /// It is read, up to the limit, and then the request goes whole to this handler, which has with it
  /// what was decided about the head.
  case whole(RequestHandler)
  /// The request goes at once to this handler, which is given the content as it comes: without any
  /// limit but that on what is outstanding, and without any time but the pause between two pieces.
  case streamed(StreamHandler)
  /// Nothing of it is wanted. The answer is the connection's last; what the client sends all the
  /// same is thrown away within the bounds of a drain.
  case refuse(HTTPResponse)
}

/// Asked about each request that has content, and about no other, before any of it is read or asked
/// for (`100 Continue`). Called on an event loop, with a request whose content is empty.
package typealias RequestAdmission = @Sendable (HTTPRequest) -> Admission

/// Answers requests whose content is still to come, as a ``RequestHandler`` does. It may answer
/// before the content has ended: with a whole answer, or at the end of one in pieces, the rest is
/// not wanted any more; an answer in pieces that is not at its end goes on beside the content.
package typealias StreamHandler = @Sendable (HTTPRequest, ContentStream, ReplyPort) -> Answer

/// Answers requests. Called on an event loop, so it must not block, and must leave work of more than
/// some tens of microseconds to others (``WorkQueue``) and answer later.
package typealias RequestHandler = @Sendable (HTTPRequest, ReplyPort) -> Answer

/// An HTTP/1.1 server: one accept queue, a fixed number of event loops, no thread per connection.
package final class HTTPServer: Sendable {
  private struct Running {
    let listener: Listener
    let loops: [EventLoop]
    /// Left by each loop as it ends.
    let ended: DispatchGroup
  }

  private let configuration: HTTPServerConfiguration
  private let admission: RequestAdmission?
  private let handler: RequestHandler
  private let refusal: @Sendable (RequestError) -> HTTPResponse
  private let acceptCall: AcceptCall
  private let metrics: ServerMetrics
  private let report: ExchangeReport?
  private let running = Locked<Running?>(nil)

  /// A server that has not started.
  ///
  /// - Parameters:
  ///   - configuration: where it listens and what it takes on.
  ///   - metrics: where the server counts.
  ///   - report: what accepts every exchange that ends; each answer has an `X-Request-Id` then, else
  ///     only those to requests that have one.
  ///   - admission: what decides about content before it is read; unless it is given, all is read and
  ///     goes to `handler`.
  ///   - handler: what answers requests without content.
  ///   - refusal: how a request that is none, or one too many, is answered; framing is not its
  ///     concern.
  package convenience init(
    configuration: HTTPServerConfiguration, metrics: ServerMetrics = ServerMetrics(),
    report: ExchangeReport? = nil,
    admission: RequestAdmission? = nil, handler: @escaping RequestHandler,
    refusal: @escaping @Sendable (RequestError) -> HTTPResponse
  ) {
    self.init(
      configuration: configuration, metrics: metrics, report: report, admission: admission,
      handler: handler, refusal: refusal, acceptCall: { cepoll_accept($0) })
  }

  init(
    configuration: HTTPServerConfiguration, metrics: ServerMetrics = ServerMetrics(),
    report: ExchangeReport? = nil, admission: RequestAdmission? = nil,
    handler: @escaping RequestHandler,
    refusal: @escaping @Sendable (RequestError) -> HTTPResponse, acceptCall: @escaping AcceptCall
  ) {
    self.acceptCall = acceptCall
    self.admission = admission
    self.configuration = configuration
    self.handler = handler
    self.refusal = refusal
    self.metrics = metrics
    self.report = report
  }

  /// Starts the loops and listens; connections are accepted when this returns. To be called once.
  ///
  /// - Returns: the address, with the port that was chosen when it was 0.
  package func start() throws(HTTPServerError) -> BoundAddress {
    let ended = DispatchGroup()
    var loops: [EventLoop] = []
    let ring = LoopRing()
    do throws(HTTPServerError) {
      for number in 0..<max(configuration.loops, 1) {
        let loop = try EventLoop(
          number: number, of: ring, configuration: configuration, server: metrics, report: report,
          admission: admission, handler: handler, refusal: refusal, onEnd: { ended.leave() })
        ended.enter()
        loop.join()
        loops.append(loop)
      }
      let listener = try Listener(
        configuration: configuration, metrics: metrics, loops: loops, acceptCall: acceptCall)
      running.withLock { $0 = Running(listener: listener, loops: loops, ended: ended) }
      listener.start()
      return listener.address
    } catch {
      for loop in loops { loop.mailbox.post(.abort) }
      throw error
    }
  }

  /// Stops: accepts no more connections, closes idle ones, completes what is in flight, and closes what
  /// is not finished after `grace`. After half of that no more content is accepted of requests whose answers
  /// have begun, so that their handlers can say where they stopped
  /// (``ContentStream/Loss/stopping``). `completion` is called once, on a private queue.
  package func stop(
    grace: Duration = .seconds(10), completion: @escaping @Sendable () -> Void
  ) {
    let running = running.withLock { running in
      let stopped = running
      running = nil
      return stopped
    }
    let queue = DispatchQueue(label: "counterpoint.stop")
    guard let running else { return queue.async(execute: completion) }
    running.listener.stop {
      for loop in running.loops { loop.mailbox.post(.stop) }
      queue.asyncAfter(deadline: Self.time(after: grace / 2)) {
        for loop in running.loops { loop.mailbox.post(.endContent) }
      }
      queue.asyncAfter(deadline: Self.time(after: grace)) {
        for loop in running.loops { loop.mailbox.post(.abort) }
      }
      running.ended.notify(queue: queue, execute: completion)
    }
  }

  private static func time(after duration: Duration) -> DispatchTime {
    let (seconds, attoseconds) = duration.components
    return .now() + .seconds(Int(clamping: seconds))
      + .nanoseconds(Int(attoseconds / 1_000_000_000))
  }

  /// The number of connections that the process's descriptor limit has room for, whatever
  /// ``HTTPServerConfiguration/maximumConnections`` is: the limit less what else needs descriptors.
  package static var affordableConnections: Int { Listener.connectionsAffordable }

  /// How many descriptors are never used for connections.
  package static var reservedDescriptors: Int { Listener.reservedDescriptors }

  /// The number of connections that are open.
  package var connectionCount: Int { metrics.openConnections }
}
