package import ArticleStore
import ContentCoding
package import HTTPCore
package import HTTPServer
import Synchronization

/// The API: from a request to its answer.
package final class ArticleService: Sendable {
  /// What the service is told when it is made.
  package struct Configuration: Sendable {
    /// The version that `/version` tells.
    package var version = "0.1.0"
    /// The most bytes that a document may have once its coding is removed.
    package var documentLimit = 8 << 20
    /// How many times its size a compressed body may inflate to, above 1 MiB.
    package var inflationRatioLimit = Inflater.usualRatioLimit
    /// The bytes of encoded answers that are kept.
    package var cacheLimit = 256 << 20
    /// Who may ask for what.
    package var access = AccessPolicy()

    /// The defaults.
    package init() {}
  }

  let store: ArticleStore
  let workers: WorkLine
  let configuration: Configuration
  let representer: Representer
  private let router = Router(ArticleService.routes)
  private let readiness = Atomic(true)

  /// A service over a store, whose longer work the workers do.
  package init(
    store: ArticleStore, workers: WorkLine, configuration: Configuration = Configuration()
  ) {
    self.store = store
    self.workers = workers
    self.configuration = configuration
    representer = Representer(cacheLimit: configuration.cacheLimit)
  }

  /// Whether `/readyz` answers that requests are wanted; at first it does.
  package var isReady: Bool {
    get { readiness.load(ordering: .relaxed) }
    set { readiness.store(newValue, ordering: .relaxed) }
  }

  /// Answers a request: at once, or later through the port. Called on an event loop; it takes some
  /// microseconds, longer work goes to the workers.
  package func handle(_ request: HTTPRequest, _ port: ReplyPort) -> Answer {
    handle(request) { port.send($0) }
  }

  /// The same, with the answer that comes later given to a closure, from any thread.
  package func handle(
    _ request: HTTPRequest, reply: @escaping @Sendable (HTTPResponse) -> Void
  ) -> Answer {
    let access = configuration.access
    guard access.sharesAnswers else { return answer(request, reply) }
    let origin = access.allowedOrigin(of: request)
    switch answer(request, { reply(access.share($0, with: origin)) }) {
    case .now(let response): return .now(access.share(response, with: origin))
    case .later: return .later
    }
  }

  private func answer(
    _ request: HTTPRequest, _ reply: @escaping @Sendable (HTTPResponse) -> Void
  ) -> Answer {
    do throws(Problem) {
      if let answer = try configuration.access.screen(request) { return .now(answer) }
      return try route(request, reply)
    } catch {
      return .now(error.response)
    }
  }

  /// The answer to what was refused before it was a request.
  package func refuse(_ error: RequestError) -> HTTPResponse { Problem.refused(error).response }

  private func route(
    _ request: HTTPRequest, _ reply: @escaping @Sendable (HTTPResponse) -> Void
  ) throws(Problem) -> Answer {
    if request.method == .other { throw .refused(.unknownMethod) }
    if request.target.form == .asterisk { return .now(Self.options(router.allMethods)) }
    switch router.match(request.method, request.target.segments) {
    case .route(let route, let id):
      // Nothing is answered, and nothing created, against a store that is half there.
      guard store.isLoaded || !route.needsStore else { throw .notReady }
      try route.query.check(request.target)
      let form = try Self.form(of: route, for: request)
      return try route.handler(self, Call(request: request, id: id, form: form, reply: reply))
    case .otherMethods(let allow):
      guard request.method == .options else { throw .methodNotAllowed(allow: allow) }
      return .now(Self.options(allow))
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
