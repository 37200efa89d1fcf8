import Dispatch
import HTTPCore
import Locking

@testable import HTTPServer

/// A server that leaves its requests to the test, which takes their content and makes their answers.
final class StreamServer: Sendable {
  private let arrived = Arrivals<StreamedRequest>()
  let server: HTTPServer
  let address: BoundAddress

  /// Content is passed on as it comes, but for `/whole`, which echoes it, and for `/refused`. `/hello`
  /// is answered at once; every other request without content is the test's, too.
  init(_ change: (inout HTTPServerConfiguration) -> Void = { _ in }) throws {
    var configuration = HTTPServerConfiguration()
    configuration.loops = 1
    change(&configuration)
    let arrived = arrived
    let refusal: @Sendable (RequestError) -> HTTPResponse = {
      HTTPResponse(status: $0.status, content: Array($0.code.utf8))
    }
    server = HTTPServer(
      configuration: configuration,
      admission: { request in
        switch request.target.path {
        case "/whole":
          return .whole { request, _ in .now(HTTPResponse(status: .ok, content: request.content)) }
        case "/refused":
          return .refuse(HTTPResponse(status: .forbidden, content: Array("no".utf8)))
        case "/early":
          return .streamed { request, content, port in
            arrived.add(StreamedRequest(request: request, content: content, port: port))
            return .now(TestServer.text("early"))
          }
        default:
          return .streamed { request, content, port in
            arrived.add(StreamedRequest(request: request, content: content, port: port))
            return .later
          }
        }
      },
      handler: { request, port in
        switch request.target.path {
        case "/hello": return .now(TestServer.text("hello"))
        default:
          arrived.add(
            StreamedRequest(
              request: request, content: ContentStream(whole: request.content), port: port))
          return .later
        }
      }, refusal: refusal)
    address = try server.start()
  }

  deinit { server.stop(grace: .zero) {} }

  func client(receiveBuffer: Int32? = nil) throws -> RawClient {
    try RawClient(address, receiveBuffer: receiveBuffer)
  }

  /// Waits for the next request that is the test's.
  func next() -> StreamedRequest? { arrived.next() }
}

/// Things that come from other threads and are waited for, ten seconds at most.
final class Arrivals<Thing: Sendable>: Sendable {
  private let things = Locked<[Thing]>([])
  private let arrived = DispatchSemaphore(value: 0)

  func add(_ thing: Thing) {
    things.withLock { $0.append(thing) }
    arrived.signal()
  }

  func next() -> Thing? {
    guard arrived.wait(timeout: .now() + 10) == .success else { return nil }
    return things.withLock { $0.removeFirst() }
  }
}

/// A request in the hands of a test.
struct StreamedRequest: Sendable {
  let request: HTTPRequest
  let content: ContentStream
  let port: ReplyPort

  /// Waits for the next piece of the content.
  func take() -> ContentStream.Piece? {
    let woken = Arrivals<Void>()
    while true {
      if let piece = content.next(orElse: { woken.add(()) }) { return piece }
      guard woken.next() != nil else { return nil }
    }
  }

  /// Takes the content to its end; `nil` when it has none.
  func takeAll() -> [UInt8]? {
    var all: [UInt8] = []
    while case .bytes(let bytes)? = take() { all += bytes }
    return take() == .end ? all : nil
  }

  /// Takes the content to its end; gives that.
  func last() -> ContentStream.Piece? {
    while let piece = take() {
      switch piece {
      case .bytes: continue
      case .end, .lost: return piece
      }
    }
    return nil
  }

  /// Begins an answer whose pieces the test gives.
  func begin(_ status: HTTPStatus = .ok) -> ManualSource {
    let source = ManualSource()
    port.send(HTTPResponse(status: status, stream: source.source))
    return source
  }
}

/// A source whose pieces are given by a test, one by one as they are asked for.
final class ManualSource: Sendable {
  typealias Delivery = @Sendable (ContentSource.Piece) -> Void
  private let asked: Arrivals<Delivery>
  private let cancelled: Arrivals<Void>
  let source: ContentSource

  init() {
    let (asked, cancelled) = (Arrivals<Delivery>(), Arrivals<Void>())
    (self.asked, self.cancelled) = (asked, cancelled)
    source = ContentSource(next: { asked.add($0) }, cancel: { cancelled.add(()) })
  }

  /// Waits to be asked, and gives this; `false` when nobody asks.
  @discardableResult
  func give(_ piece: ContentSource.Piece) -> Bool {
    guard let deliver = asked.next() else { return false }
    deliver(piece)
    return true
  }

  @discardableResult
  func give(_ text: String) -> Bool { give(.bytes(Array(text.utf8))) }

  /// Waits to be asked, and gives the means to answer.
  func nextDelivery() -> Delivery? { asked.next() }

  /// Waits to be told that no more is wanted.
  func isCancelled() -> Bool { cancelled.next() != nil }
}

/// What a handler of both directions is: it takes content on a worker, makes an answer of it, and
/// takes no more while too much of that waits for the client.
final class Relay: Sendable {
  private let content: ContentStream
  private let workers: WorkQueue
  private let pipe: ContentPipe
  /// The most bytes of the answer that have ever waited.
  let most = Locked(0)
  /// Told when the relay has come to its end: whether the answer was wanted until then.
  let ended = Arrivals<Bool>()

  init(_ content: ContentStream, bound: Int, workers: WorkQueue) {
    self.content = content
    self.workers = workers
    pipe = ContentPipe(bound: bound)
  }

  /// Begins; the answer.
  func start() -> HTTPResponse {
    goOn()
    return HTTPResponse(status: .ok, stream: pipe.source)
  }

  private func goOn() { workers.proceed { self.work() } }

  private func work() {
    while pipe.hasRoom(orElse: goOn) {
      guard let piece = content.next(orElse: goOn) else { return }
      switch piece {
      case .bytes(let bytes):
        pipe.write(bytes)
        let count = pipe.count
        most.withLock { $0 = max($0, count) }
      case .end:
        pipe.end()
        return ended.add(!pipe.isAbandoned)
      case .lost:
        pipe.fail()
        return ended.add(!pipe.isAbandoned)
      }
    }
  }
}
