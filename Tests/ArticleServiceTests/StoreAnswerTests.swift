import ArticleStore
import HTTPCore
import HTTPServer
import Locking
import Operations
import Testing

@testable import ArticleService
@testable import Formats

/// The answer of a handler that asks the store.
@Suite struct StoreAnswerTests {
  private final class Sent: Sendable {
    private let responses = Locked<[HTTPResponse]>([])

    var all: [HTTPResponse] { responses.withLock { $0 } }

    func append(_ response: HTTPResponse) { responses.withLock { $0.append(response) } }
  }

  private let sent = Sent()

  private func answer() throws -> StoreAnswer {
    let target = try RequestTarget(parsing: Array("/v1/articles/x".utf8)[...], method: .get)
    return StoreAnswer(
      to: Call(
        request: HTTPRequest(method: .get, target: target, fields: HTTPFields(), content: []),
        id: "x", form: RepresentationForm(), label: 3, port: nil,
        send: { [sent] in sent.append($0) }))
  }

  @Test func `is the handler's where the store calls back at once`() throws {
    let answer = try answer()
    answer.make(of: .success(HTTPStatus.created)) { .now(HTTPResponse(status: $0)) }
    guard case .now(let response) = answer.taken() else {
      Issue.record("nothing was answered")
      return
    }
    #expect(response.status == .created)
    #expect(sent.all.isEmpty)
  }

  @Test func `is sent where the store calls back later, with the number of the route`() throws {
    let answer = try answer()
    guard case .later = answer.taken() else {
      Issue.record("something was answered")
      return
    }
    answer.make(of: .success(HTTPStatus.created)) { .now(HTTPResponse(status: $0)) }
    #expect(sent.all.map(\.status) == [.created])
    #expect(sent.all.map(\.label) == [3])
  }

  @Test func `says why the store gave nothing, and waits for what somebody else makes`() throws {
    let failed = try answer()
    failed.make(of: Result<HTTPStatus, OperationError>.failure(.noSuchArticle(id: "x"))) { _ in
      .later
    }
    guard case .now(let response) = failed.taken() else {
      Issue.record("nothing was answered")
      return
    }
    #expect(response.status == .notFound)
    let waiting = try answer()
    _ = waiting.taken()
    waiting.make(of: .success(HTTPStatus.created)) { _ in .later }
    #expect(sent.all.isEmpty)
  }
}
