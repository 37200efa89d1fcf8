import ArticleParsing
import ArticleStore
import Operations
import Testing

/// What can be asked without HTTP.
@Suite struct ArticleOperationsTests {
  private let operations: ArticleOperations

  init() throws {
    operations = ArticleOperations(on: try ArticleStore(clock: { 0 }))
    for name in ["a", "b", "c"] {
      let text = "# \(name)\n\nPros:\n- Quiet \(name).\n\nCons:\n- Dear.\n"
      let id = try #require(ArticleID(name))
      let submission = operations.analyze(
        try Document(bytes: Array(text.utf8), media: .markdown))
      _ = try waitForOperation { [operations] in
        operations.store(.create(id, operations.prepare(submission)), completion: $0)
      }
    }
  }

  @Test func `an article is read by its id`() throws {
    #expect(try waitForOperation { operations.read("b", completion: $0) }.title == "b")
    for id in ["x", "no id"] {
      #expect(throws: OperationError.noSuchArticle(id: id)) {
        try waitForOperation { operations.read(id, completion: $0) }
      }
    }
  }

  @Test func `a list is gone through by its cursors`() throws {
    var titles: [String?] = []
    var cursor: String?
    repeat {
      let request = try ArticleListRequest(
        Parameters([("limit", "1"), ("sort", "-title")] + (cursor.map { [("cursor", $0)] } ?? [])))
      let page = try waitForOperation { operations.find(request, completion: $0) }
      #expect(page.total == 3)
      titles += page.items.map(\.title)
      cursor = page.next
    } while cursor != nil
    #expect(titles == ["c", "b", "a"])
  }

  @Test func `points, hits and changes are found`() throws {
    let points = try PointListRequest(
      of: .pro, "/v1/pros", Parameters([("q", "quiet"), ("article", "a")]))
    let found = try waitForOperation { operations.points(points, completion: $0) }
    #expect(found.items.map(\.point.text) == ["Quiet a."])
    let search = try SearchRequest(Parameters([("q", "quiet"), ("kind", "pro")]))
    #expect(try waitForOperation { operations.search(search, completion: $0) }.total == 3)
    let changes = try ChangeRequest(Parameters([("after", "2")]))
    let page = try waitForOperation { operations.changes(changes, completion: $0) }
    #expect(page.items.map(\.article.text) == ["c"])
  }

  @Test func `every fault of what is asked for is told by its name`() throws {
    #expect {
      _ = try ArticleListRequest(Parameters([("limit", "0"), ("sort", "size"), ("q", " ")]))
    } throws: { error in
      guard case OperationError.invalidParameters(let faults) = error else { return false }
      return faults.map(\.name).sorted() == ["limit", "q", "sort"]
    }
  }

  @Test func `what is deleted is given back, and gone`() throws {
    let deleted = try waitForOperation {
      operations.delete("a", if: WritePrecondition(), completion: $0)
    }
    #expect(deleted.id.text == "a")
    #expect(throws: OperationError.noSuchArticle(id: "a")) {
      try waitForOperation { operations.read("a", completion: $0) }
    }
  }

  @Test(arguments: [
    ([UInt8](" \n".utf8), DocumentError.empty), ([0xFF], .undecodable(.invalidUTF8(offset: 0))),
  ])
  func `what is no document is refused`(bytes: [UInt8], error: DocumentError) {
    #expect(throws: error) { try Document(bytes: bytes, media: .plainText) }
  }
}
