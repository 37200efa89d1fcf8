import ArticleParsing
package import ArticleStore
import ContentCoding
package import HTTPCore
package import HTTPServer
package import Operations
import Synchronization

/// The API: from a request to its answer.
package final class ArticleService: Sendable {
  /// What the service is told when it is made.
  package struct Configuration: Sendable {
    /// The version that `/version` tells.
    package var version = "0.1.0"
    /// The most bytes that a document may have once its coding is removed.
    package var documentLimit = 8 << 20
    /// The most bytes that a line of a bulk submission may have: a document, and what JSON adds.
    package var lineLimit: Int { 2 * documentLimit + 64 << 10 }
    /// How many times its size a compressed body may inflate to, above 1 MiB.
    package var inflationRatioLimit = Inflater.usualRatioLimit
    /// The bytes of encoded answers that are kept.
    package var cacheLimit = 256 << 20
    /// For how many nanoseconds work may wait, while none is begun, before it is said to stand still:
    /// longer than any document takes.
    package var standstillPatience: UInt64 = 20_000_000_000
    /// Who may ask for what.
    package var access = AccessPolicy()

    /// The defaults.
    package init() {}
  }

  let store: ArticleStore
  /// What can be asked of the store, which is what handlers bind to HTTP.
  package let operations: ArticleOperations
  /// What reads what is submitted.
  var parser: ArticleParser { store.parser }
  let workers: WorkQueue
  /// What work and answers take beyond what every worker and connection has.
  let memory: MemoryBudget
  let patience = MemoryPatience()
  /// Has the allocator give back what is free.
  private let trim: @Sendable () -> Void
  /// What the server counts, told by `/metrics`.
  let serverMetrics: ServerMetrics
  /// What the service itself counts.
  let metrics = ServiceMetrics()
  /// In nanoseconds since 1970.
  let startTime = ProcessFigures.date
  let configuration: Configuration
  let representer: Representer
  let descriptions = DescriptionAnswers()
  private let router = Router(ArticleService.routes)
  private let readiness = Atomic(true)

  /// A service over a store, whose longer work the workers do.
  ///
  /// - Parameters:
  ///   - store: what is kept.
  ///   - workers: who does what takes longer.
  ///   - memory: what work and answers may take.
  ///   - trim: called after work that took much memory, to have the allocator give it back.
  ///   - serverMetrics: where the server that asks counts, with ``labels`` labels.
  ///   - configuration: what else holds.
  package init(
    store: ArticleStore, workers: WorkQueue, memory: MemoryBudget = MemoryBudget(),
    trim: @escaping @Sendable () -> Void = {},
    serverMetrics: ServerMetrics = ServerMetrics(labels: labels),
    configuration: Configuration = Configuration()
  ) {
    self.store = store
    operations = ArticleOperations(on: store)
    self.workers = workers
    self.memory = memory
    self.trim = trim
    self.serverMetrics = serverMetrics
    self.configuration = configuration
    representer = Representer(cacheLimit: configuration.cacheLimit)
  }

  /// Whether requests are wanted, as whoever runs the service says; at first they are.
  package var isReady: Bool {
    get { readiness.load(ordering: .relaxed) }
    set { readiness.store(newValue, ordering: .relaxed) }
  }

  /// Work that took so many bytes is done: what it freed is given back, where that is worth the time.
  func settle(after bytes: Int) {
    if bytes >= Self.trimmedWork { trim() }
  }

  /// The bytes of work from which on its memory is given back at once.
  private static let trimmedWork = 16 << 20

  /// Answers a request without content: at once, or later through the port. Called on an event loop; it
  /// takes some microseconds, longer work goes to the workers.
  package func handle(_ request: HTTPRequest, _ port: ReplyPort) -> Answer {
    answer(request, as: resolve(request), port) { port.send($0) }
  }

  /// Answers a request, whether or not it has content; the answer that comes later is given to a
  /// closure, from any thread.
  package func handle(
    _ request: HTTPRequest, reply: @escaping @Sendable (HTTPResponse) -> Void
  ) -> Answer {
    answer(request, as: resolve(request), nil, reply)
  }

  /// Decides about the content of a request by its head alone: what is answered without it is
  /// answered before it is read, so that strangers do not make the service read what it does not
  /// want. What was decided goes with the request until its content is there. Called on an event
  /// loop; it takes about a microsecond.
  package func admit(_ request: HTTPRequest) -> Admission {
    let resolved = resolve(request)
    switch resolved.outcome {
    case .answer(let response):
      return .refuse(shared(response, request, resolved.label))
    case .route(let route, _):
      guard route.takesStreams, BulkRequest.isIt(request) else {
        return .whole { request, port in
          self.answer(request, as: resolved, port) { port.send($0) }
        }
      }
      do throws(Problem) {
        let bulk = try BulkRequest(request)
        return .streamed { request, content, _ in
          .now(self.shared(self.takeIn(bulk, content), request, resolved.label))
        }
      } catch {
        return .refuse(shared(error.response, request, resolved.label))
      }
    }
  }

  /// An answer with the label of its route, as the access policy shares it with pages of allowed
  /// origins.
  private func shared(
    _ answer: HTTPResponse, _ request: HTTPRequest, _ label: Int
  ) -> HTTPResponse {
    var answer = answer
    answer.label = label
    let access = configuration.access
    guard access.sharesAnswers else { return answer }
    return access.share(answer, with: access.allowedOrigin(of: request))
  }

  private func answer(
    _ request: HTTPRequest, as resolved: ResolvedRequest, _ port: ReplyPort?,
    _ send: @escaping @Sendable (HTTPResponse) -> Void
  ) -> Answer {
    switch resolved.outcome {
    case .answer(let response): return .now(shared(response, request, resolved.label))
    case .route(let route, let id):
      do throws(Problem) {
        let call = Call(
          request: request, id: id, form: try Self.form(of: route, for: request),
          label: resolved.label, port: port, send: sharing(send, request))
        switch try route.handler(self, call) {
        case .now(let response): return .now(shared(response, request, resolved.label))
        case .later: return .later
        }
      } catch {
        return .now(shared(error.response, request, resolved.label))
      }
    }
  }

  /// What takes an answer that comes later, and shares it as ``shared(_:_:_:)`` does.
  private func sharing(
    _ send: @escaping @Sendable (HTTPResponse) -> Void, _ request: HTTPRequest
  ) -> @Sendable (HTTPResponse) -> Void {
    let access = configuration.access
    guard access.sharesAnswers else { return send }
    let origin = access.allowedOrigin(of: request)
    return { send(access.share($0, with: origin)) }
  }

  /// The answer to what was refused before it was a request.
  package func refuse(_ error: RequestError) -> HTTPResponse { Problem.refused(error).response }

  /// Decides all that the head of a request decides.
  private func resolve(_ request: HTTPRequest) -> ResolvedRequest {
    let match = router.match(request.method, request.target.segments)
    do throws(Problem) {
      return ResolvedRequest(outcome: try outcome(of: match, request), label: match.label)
    } catch {
      return ResolvedRequest(outcome: .answer(error.response), label: match.label)
    }
  }

  private func outcome(
    of match: Router.Match, _ request: HTTPRequest
  ) throws(Problem) -> ResolvedRequest.Outcome {
    if let answer = try configuration.access.screen(request) { return .answer(answer) }
    if request.method == .other { throw .refused(.unknownMethod) }
    if request.target.form == .asterisk { return .answer(Self.options(router.allMethods)) }
    switch match {
    case .route(let route, let id):
      // Nothing is answered, and nothing created, against a store that is half there.
      guard store.isLoaded || !route.needsStore else { throw .notReady(.notStarted) }
      try route.query.check(request.target)
      return .route(route, id: id)
    case .otherMethods(let allow, _):
      guard request.method == .options else { throw .methodNotAllowed(allow: allow) }
      return .answer(Self.options(allow))
    case .nothing: throw .noSuchResource(path: request.target.path)
    }
  }

  /// RFC 9110 section 9.3.7.
  private static func options(_ allow: String) -> HTTPResponse {
    var fields = HTTPFields()
    fields.append(.allow, allow)
    fields.append(.xContentTypeOptions, "nosniff")
    return HTTPResponse(status: .noContent, fields: fields)
  }
}
