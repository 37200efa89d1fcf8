import Formats
import HTTPCore
import HTTPServer
import Operations

/// One line of the route table: a method and a path, what may come and what is answered.
struct Route: Sendable {
  /// Carries the call out: answers it, or says that it will be answered later.
  typealias Handler = @Sendable (ArticleService, Call) throws(Problem) -> Answer

  /// The members that the answer to a request, or each of its items, can have.
  typealias Fields = @Sendable (RequestTarget) throws(Problem) -> FieldCatalogue?

  /// What the answer can be, for negotiation.
  enum Content: Sendable {
    /// An object, which is JSON, and the request must accept that.
    case json
    /// A list: JSON in pages, or all of it in lines.
    case list
    /// An analysis, in any of its formats.
    case analysis
    /// The part's own media type, negotiated once the article is known.
    case document
    /// Nothing to choose: no content, or of one kind for everyone.
    case none

    /// What to choose among, the usual format first; nothing where there is no choice.
    var offers: [Format] {
      switch self {
      case .json: Self.ofObjects
      case .list: Self.ofLists
      case .analysis: Self.ofAnalyses
      case .document, .none: []
      }
    }

    // Made once: every request passes here.
    private static let ofAnalyses = Format.all(for: .analyses)
    private static let ofLists = Format.all(for: .lists)
    private static let ofObjects = Format.all(for: .objects)
  }

  /// Its place in the table, from 1 on, by which its answers are counted.
  var label = 0
  /// GET stands for HEAD too.
  let method: HTTPMethod
  /// The path, `{id}` for the id of an article.
  let path: String
  /// What it does, in one line.
  let summary: String
  let query: QueryRule
  let content: Content
  /// The members among which `fields` chooses; `nil` where it does not.
  let fields: Fields?
  /// What it takes and gives, as the description of the API says it.
  let operation: Operation
  let handler: Handler
  /// Whether it takes content as it comes, too.
  var takesStreams: Bool { operation.intake == .documents }
  /// Whether it is part of the API proper, which answers once the store is loaded.
  let needsStore: Bool

  init(
    _ method: HTTPMethod, _ path: String, _ summary: String, query: QueryRule,
    content: Content = .json, fields: Fields? = nil, operation: Operation,
    handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.summary = summary
    self.query = query
    self.content = content
    self.fields = fields
    self.operation = operation
    self.handler = handler
    needsStore = path.hasPrefix("/v1/")
  }
}

extension Route {
  /// The statuses of the problems that come of what the route takes and gives.
  var problems: [HTTPStatus] {
    var problems = operation.problems
    // With access.auth=all reading needs the token, too.
    if case .only = query { problems += [.unauthorized, .forbidden] }
    if !content.offers.isEmpty || content == .document { problems.append(.notAcceptable) }
    if path.contains("{id}"), method != .put { problems.append(.notFound) }
    if !operation.conditions.isEmpty { problems.append(.preconditionFailed) }
    switch operation.intake {
    case .nothing: break
    case .document, .documents: problems += [.unsupportedMediaType, .unprocessableContent]
    }
    return problems
  }
}

/// A request on its way through a route.
struct Call: Sendable {
  let request: HTTPRequest
  /// The `{id}` of the path, percent-decoded and not yet checked; empty where there is none.
  let id: String
  let form: RepresentationForm
  /// The route's number in the counts; see ``ArticleService/labels``.
  let label: Int
  /// Where the answer goes; `nil` for a call from within the process.
  let port: ReplyPort?
  /// Takes the answer to a call that is answered later, from any thread.
  let send: @Sendable (HTTPResponse) -> Void

  /// What an operation is asked for, as the query of the request says it.
  ///
  /// - Throws: what `read` throws, as a problem.
  func parameters<Value>(
    _ read: (Parameters) throws(OperationError) -> Value
  ) throws(Problem) -> Value {
    do throws(OperationError) {
      return try read(Parameters(request.target.query.map { ($0.name, $0.value) }))
    } catch {
      throw Problem(error)
    }
  }

  /// Whether somebody still wants the answer.
  var isAwaited: Bool { port?.isAwaited ?? true }

  /// Answers a call that is answered later, from any thread.
  func reply(_ response: HTTPResponse) {
    var response = response
    response.label = label
    send(response)
  }
}
