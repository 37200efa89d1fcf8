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

/// Answers requests. Called on an event loop, so it must not block, and must leave work of more than
/// some tens of microseconds to others (``WorkLine``) and answer later.
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
  private let handler: RequestHandler
  private let refusal: @Sendable (RequestError) -> HTTPResponse
  private let acceptCall: AcceptCall
  private let load = ServerLoad()
  private let running = Locked<Running?>(nil)

  /// A server that has not started.
  ///
  /// - Parameters:
  ///   - configuration: where it listens and what it takes on.
  ///   - handler: what answers requests.
  ///   - refusal: how a request that is none, or one too many, is answered; framing is not its
  ///     concern.
  package convenience init(
    configuration: HTTPServerConfiguration, handler: @escaping RequestHandler,
    refusal: @escaping @Sendable (RequestError) -> HTTPResponse
  ) {
    self.init(
      configuration: configuration, handler: handler, refusal: refusal,
      acceptCall: { cepoll_accept($0) })
  }

  init(
    configuration: HTTPServerConfiguration, handler: @escaping RequestHandler,
    refusal: @escaping @Sendable (RequestError) -> HTTPResponse, acceptCall: @escaping AcceptCall
  ) {
    self.acceptCall = acceptCall
    self.configuration = configuration
    self.handler = handler
    self.refusal = refusal
  }

  /// Starts the loops and listens; connections are taken when this returns. To be called once.
  ///
  /// - Returns: the address, with the port that was chosen when it was 0.
  package func start() throws(HTTPServerError) -> BoundAddress {
    let ended = DispatchGroup()
    var loops: [EventLoop] = []
    do throws(HTTPServerError) {
      for number in 0..<max(configuration.loops ?? Self.cores, 1) {
        let loop = try EventLoop(
          number: number, configuration: configuration, load: load, handler: handler,
          refusal: refusal, onEnd: { ended.leave() })
        ended.enter()
        loops.append(loop)
      }
      let listener = try Listener(
        configuration: configuration, load: load, loops: loops, acceptCall: acceptCall)
      running.withLock { $0 = Running(listener: listener, loops: loops, ended: ended) }
      listener.start()
      return listener.address
    } catch {
      for loop in loops { loop.mailbox.post(.abort) }
      throw error
    }
  }

  /// Stops: takes no more connections, closes idle ones, finishes what is in flight, and closes what
  /// is not finished after `grace`. `completion` is called once, on a private queue.
  package func stop(
    grace: Duration = .seconds(10), completion: @escaping @Sendable () -> Void
  ) {
    let running = running.withLock { running in
      let taken = running
      running = nil
      return taken
    }
    let queue = DispatchQueue(label: "counterpoint.stop")
    guard let running else { return queue.async(execute: completion) }
    running.listener.stop {
      for loop in running.loops { loop.mailbox.post(.stop) }
      let (seconds, attoseconds) = grace.components
      queue.asyncAfter(
        deadline: .now() + .seconds(Int(clamping: seconds))
          + .nanoseconds(Int(attoseconds / 1_000_000_000))
      ) {
        for loop in running.loops { loop.mailbox.post(.abort) }
      }
      running.ended.notify(queue: queue, execute: completion)
    }
  }

  /// The number of connections that are open.
  package var connectionCount: Int { load.connections.load(ordering: .relaxed) }

  private static var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }
}
