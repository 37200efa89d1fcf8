import HTTPCore
import Testing

@testable import ArticleService
@testable import Formats

struct `Times in a submission` {
  private let harness = Harness()
  private static let created = #""createdAt": "2024-01-02T03:04:05.678Z""#
  private static let updated = #""updatedAt": "2024-02-03T04:05:06.789Z""#

  private func lines(_ lines: String) throws -> [JSON] {
    try harness.send(
      .post, "/v1/articles", ["Content-Type": "application/x-ndjson"],
      content: Array(lines.utf8)
    ).streamedLines()
  }

  @Test(arguments: [
    (#""createdAt": "yesterday""#, "/createdAt", "invalid-value"),
    (#""createdAt": 1754758980000"#, "/createdAt", "wrong-type"),
    (#""createdAt": "2025-08-09""#, "/createdAt", "invalid-value"),
    (#""createdAt": "2025-02-30T00:00:00Z""#, "/createdAt", "invalid-value"),
    (#""createdAt": "12025-01-01T00:00:00Z""#, "/createdAt", "invalid-value"),
    (#""createdAt": "9999-12-31T23:59:59-23:59""#, "/createdAt", "invalid-value"),
    ("\(created), \(created)", "/createdAt", "repeated-member"),
    (updated, "/createdAt", "missing-member"),
    (#"\#(created), "updatedAt": "2024-01-02T03:04:05.677Z""#, "/updatedAt", "invalid-value"),
    (#"\#(created), "updatedAt": "0000-01-01T00:00:00Z""#, "/updatedAt", "invalid-value"),
  ])
  func `are refused where they are none, one line alone`(
    members: String, pointer: String, code: String
  ) throws {
    let alone = #"{"content": "One", \#(members)}"#
    let results = try lines("\(alone)\n{\"content\": \"Two\"}")
    #expect(results.map(\.status.int) == [422, 201])
    #expect(results[0].problem.errors[0].pointer.string == pointer)
    #expect(results[0].problem.errors[0].code.string == code)
    let response = try harness.postJSON("/v1/articles", alone)
    expectProblem(response, 422, "invalid-submission")
    #expect(response.json == results[0].problem)
  }

  @Test func `are kept however a line of an export comes back`() throws {
    let line = #"{"id": "a", \#(Self.created), \#(Self.updated), "content": "One"}"#
    let answers = try [
      harness.postJSON("/v1/articles", line).json,
      harness.send(
        .put, "/v1/articles/a", ["Content-Type": "application/json"], content: Array(line.utf8)
      ).json,
    ]
    for answer in answers {
      #expect(answer.createdAt.string == "2024-01-02T03:04:05.678Z")
      #expect(answer.updatedAt.string == "2024-02-03T04:05:06.789Z")
    }
    #expect(answers.map(\.revision.int) == [1, 2])
    // What is replaced without any was written now.
    _ = try harness.put("/v1/articles/a", "Two")
    let now = Timestamp(milliseconds: harness.clock.now + 2).text
    let article = try harness.get("/v1/articles/a").json
    #expect(article.createdAt.string == "2024-01-02T03:04:05.678Z")
    #expect(article.updatedAt.string == now)
  }

  @Test func `may be of any year, and of the future`() throws {
    let line = """
      {"id": "a", "content": "One", "createdAt": "0000-01-01T00:00:00Z", \
      "updatedAt": "9999-12-31T23:59:59.999Z"}
      {"id": "b", "content": "Two", "createdAt": "9999-12-31T23:59:59.999Z"}
      """
    #expect(try lines(line).map(\.status.int) == [201, 201])
    let items = try harness.get("/v1/articles?sort=createdAt").json["items"]
    #expect(items[0].createdAt.string == "0000-01-01T00:00:00.000Z")
    #expect(items[1].updatedAt.string == "9999-12-31T23:59:59.999Z")
    // What was created in the future and is replaced now is not updated before that.
    _ = try harness.put("/v1/articles/b", "Three")
    let updated = try harness.get("/v1/articles/b").json.updatedAt.string
    #expect(updated == "9999-12-31T23:59:59.999Z")
    let other = try harness.put("/v1/articles/c", "Other").json
    #expect(other.createdAt.string?.hasPrefix("2025-08-09T17:03:00") == true)
  }

  @Test func `that have no effect are named`() throws {
    let line = #"{"id": "a", \#(Self.created), \#(Self.updated), "content": "One"}"#
    #expect(try lines(line)[0].status.int == 201)
    #expect(try lines(line)[0].ignored == .null)
    let other = #"{"id": "a", \#(Self.created), "content": "One"}"#
    #expect(try lines(other)[0].ignored.items.map(\.string) == ["updatedAt"])
    let response = try harness.postJSON("/v1/articles", other)
    #expect(response["Counterpoint-Ignored"] == "updatedAt")
  }

  @Test func `are none of an analysis`() throws {
    let response = try harness.postJSON("/v1/analyze", #"{"content": "One", \#(Self.created)}"#)
    expectProblem(response, 422, "invalid-submission")
    #expect(response.json.errors[0].code.string == "misplaced-member")
  }

  @Test func `that were there before do not make another document's tag or answer`() throws {
    func answer(_ text: String) throws -> Response {
      let line = #"{"id": "a", \#(Self.created), "content": "\#(text)"}"#
      _ = try harness.send(.delete, "/v1/articles/a")
      #expect(try lines(line)[0].status.int == 201)
      return try harness.get("/v1/articles/a?fields=title")
    }
    let (one, two) = (try answer("One"), try answer("Two"))
    #expect(one.json.title.string == "One")
    #expect(two.json.title.string == "Two")
    #expect(one["ETag"] != two["ETag"])
    // The same article again has the tag that it had.
    #expect(try answer("One")["ETag"] == one["ETag"])
  }
}
