@testable import ArticleParsing
@testable import ArticleService
import ArticleStore
import ContentCoding
import HTTPCore
@testable import Operations
import Testing

struct `Problems` {
  @Test(arguments: [
    RequestError.malformedRequestLine, .missingHost, .headTimeout, .contentTooLarge(limit: 9),
    .requestLineTooLong(limit: 9), .tooManyFields(limit: 9), .unsupportedVersion, .unknownMethod,
    .unknownExpectation,
  ])
  func `tell what the server refused`(error: RequestError) {
    let response = Response(Harness().service.refuse(error), isImmediate: true)
    expectProblem(response, Int(error.status.code), error.code)
    #expect(response.json.detail.string == error.detail)
    #expect(response["Retry-After"] == nil)
  }

  @Test(arguments: [RequestError.tooManyConnections, .tooMuchInFlight])
  func `tell when to come back`(error: RequestError) {
    let response = Response(Harness().service.refuse(error), isImmediate: true)
    expectProblem(response, 503, error.code)
    #expect(response["Retry-After"] == "1")
  }

  @Test(arguments: [
    (StoreError.full(limit: 7), 507, "store-full"),
    (.preconditionFailed, 412, "precondition-failed"),
    (.noSuchArticle, 404, "no-such-article"), (.diskFull, 507, "disk-full"),
    (.writesRefused, 503, "store-failed"), (.failed, 503, "store-failed"),
    (.closed, 503, "not-ready"), (.changesGone(oldest: 7), 410, "changes-gone"),
  ])
  func `translate what the store says`(error: StoreError, status: Int, code: String) {
    let response = Response(Problem(OperationError(error, id: "x")).response, isImmediate: true)
    expectProblem(response, status, code)
  }

  @Test(arguments: [
    (ContentCodingError.truncated, 400, "corrupt-content"), (.corrupt, 400, "corrupt-content"),
    (.tooLarge(limit: 7), 413, "content-too-large"),
    (.ratioExceeded(limit: 100), 413, "content-too-large"), (.outOfMemory, 503, "busy"),
  ])
  func `translate what inflating says`(error: ContentCodingError, status: Int, code: String) {
    expectProblem(Response(Problem(error).response, isImmediate: true), status, code)
  }

  @Test func `escape what a client sent`() throws {
    let response = try Harness().get("/no%22where\"<x>")
    expectProblem(response, 404, "no-such-resource")
    #expect(response.json.detail.string?.contains("/no%22where\"<x>") == true)
  }

  @Test func `of one type have one title, whoever found them`() {
    let server = Problem.refused(.contentTooLarge(limit: 9))
    let service = Problem(ContentCodingError.tooLarge(limit: 9))
    #expect(server.code == service.code)
    #expect(server.title == service.title)
  }

  @Test func `members come in the order of the RFC`() {
    let problem = Problem.invalidParameters([.parameter("q", "unknown-parameter", "No q.")])
    #expect(
      String(decoding: problem.response.content, as: UTF8.self)
        == #"{"type":"/problems/invalid-parameters","title":"The query is not right","#
        + #""status":400,"detail":"No q.","errors":[{"parameter":"q","#
        + #""code":"unknown-parameter","message":"No q."}]}"#)
  }
}
