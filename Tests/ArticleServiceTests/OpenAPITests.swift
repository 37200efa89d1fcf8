import HTTPCore
import Testing

@testable import ArticleService
@testable import HTTPServer
@testable import Formats

struct `The description of the API` {
  private let harness = Harness()
  private let description: JSON
  private let check: SchemaCheck

  init() throws {
    description = try harness.get("/openapi.json").json
    check = SchemaCheck(description: description)
  }

  /// The operations of a path, by their method.
  private func operations(_ path: String) -> [String: JSON] {
    var operations: [String: JSON] = [:]
    for name in description.paths[path].names where name != "parameters" {
      operations[name] = description.paths[path][name]
    }
    return operations
  }

  @Test func `has all routes and nothing else`() {
    var routed: Set<String> = []
    for route in ArticleService.routes {
      routed.insert("\(route.method.name.lowercased()) \(route.path)")
      if route.method == .get { routed.insert("head \(route.path)") }
    }
    let described = description.paths.names.flatMap { path in
      operations(path).keys.map { "\($0) \(path)" }
    }
    #expect(Set(described) == routed)
  }

  @Test func `names every operation once`() {
    let ids = description.paths.names.flatMap { path in
      operations(path).values.map(\.operationId.string)
    }
    #expect(Set(ids).count == ids.count)
    #expect(!ids.contains(nil))
  }

  @Test func `has the parameters of each route, all described and none besides`() {
    var used: Set<String> = ["id"]
    for route in ArticleService.routes {
      let operation = operations(route.path)[route.method.name.lowercased()] ?? .null
      let names = operation.parameters.items.compactMap { item in
        item["$ref"].string.flatMap(check.resolve)
      }
      let query = names.filter { $0["in"].string == "query" }.compactMap(\.name.string)
      #expect(Set(query) == Set(route.query.names), "\(route.path)")
      used.formUnion(names.compactMap(\.name.string))
      #expect(
        (description.paths[route.path].parameters.items.count == 1) == route.path.contains("{id}"))
    }
    #expect(used == description.components.parameters.names)
  }

  @Test func `refers to nothing that it does not have, and has nothing that it does not use`() {
    let references = Set(description.references)
    for reference in references { #expect(check.resolve(reference) != nil, "\(reference)") }
    for part in ["schemas", "responses", "parameters"] {
      // A method that a path does not have is no operation of it, so none answers 405.
      for name in description.components[part].names where name != "Problem405" {
        #expect(references.contains("#/components/\(part)/\(name)"), "\(part)/\(name)")
      }
    }
  }

  @Test func `shows every problem under its status`() {
    for problem in Problem.examples {
      let response = description.components.responses["Problem\(problem.status.code)"]
      let example = response.content["application/problem+json"].examples[problem.code].value
      #expect(example.type.string == "/problems/\(problem.code)")
      #expect(example.status.int == Int(problem.status.code))
      let schema = description.components.schemas.Problem
      #expect(check.faults(of: example, against: schema) == [])
    }
  }

  @Test func `is the same in every form`() throws {
    let pretty = try harness.get("/openapi.json?pretty")
    #expect(pretty.json == description)
    #expect(pretty.text.contains("\n  \"openapi\": \"3.1.1\""))
    #expect(try JSON(ArticleService.description) == description)
    let coded = try harness.get("/openapi.json", ["Accept-Encoding": "gzip"])
    #expect(coded["Content-Encoding"] == "gzip")
  }

  @Test func `is made once for each form`() throws {
    let first = try harness.get("/openapi.json")
    #expect(try harness.get("/openapi.json").storage == first.storage)
  }

  /// Requests, and the shape of what they answer.
  private static let answers: [(target: String, shape: Shape)] = [
    ("/", .index), ("/livez", .status), ("/version", .version),
    ("/v1/articles/x", .article), ("/v1/articles/x?include=paragraphs,text", .article),
    ("/v1/articles/x?offsets=utf16", .article),
    ("/v1/articles", .articleList), ("/v1/articles?view=full", .articleList),
    ("/v1/articles?view=source", .articleList), ("/v1/articles?limit=1", .articleList),
    ("/v1/pros", .locatedPointList), ("/v1/objectives?offsets=codepoint", .locatedPointList),
    ("/v1/articles/x/pros", .pointList), ("/v1/articles/x/sections", .sectionList),
    ("/v1/articles/x/diagnostics", .diagnosticList),
    ("/v1/articles/x/outlook", .outlookPart),
    ("/v1/articles/x/call-to-action", .callToActionPart),
    ("/v1/search?q=talks", .searchHitList), ("/v1/search?q=talks&kind=pro", .searchHitList),
    ("/v1/changes", .changeList), ("/v1/nothing", .problem), ("/v1/articles?limit=0", .problem),
  ]

  @Test(arguments: answers)
  func `says what is answered`(target: String, shape: Shape) throws {
    try harness.store("x", SampleArticle.submission())
    _ = try harness.post("/v1/articles", "Another\n\nPros:\n- Talks help.\n")
    let answer = try harness.get(target).json
    let schema = description.components.schemas[shape.name]
    #expect(schema != .null)
    #expect(check.faults(of: answer, against: schema) == [])
    // Everything but a page's end is there, so that what is checked is not the absence of it.
    if shape.name != "Problem" { #expect(answer.items.isEmpty || answer.names.contains("items")) }
  }

  @Test func `says what comes of an analysis and of lines`() throws {
    let schemas = description.components.schemas
    let analysis = try harness.post("/v1/analyze", "Text\n\nPros:\n- One.\n").json
    #expect(check.faults(of: analysis, against: schemas.Analysis) == [])
    let lines = try harness.send(
      .post, "/v1/articles?results=errors", ["Content-Type": "application/x-ndjson"],
      content: Array("{}\n{\"content\": \"One\"}\n".utf8)
    ).streamedLines()
    // What was cut off in the middle, in which one article is created and replaced.
    let article = #"{"id": "a", "createdAt": "2020-01-01T00:00:00Z", "content": "One"}"#
    let content = ContentStream { _ in }
    content.receive(Array("\(article)\n\(article.replacing("One", with: "Two"))\n".utf8))
    content.lose(.broken(.contentTimeout))
    let cutOff = try harness.stream(.post, "/v1/articles?mode=upsert", content).streamedLines()
    #expect(lines.count == 2)
    #expect(cutOff.count == 3)
    for line in lines + cutOff {
      #expect(check.faults(of: line, against: schemas.BulkResult) == [])
    }
  }

  @Test func `its check sees what is missing, unknown or of another type`() {
    let schema = description.components.schemas.Status
    #expect(check.faults(of: .object([:]), against: schema) != [])
    let ok = JSON.object(["status": .string("ok")])
    #expect(check.faults(of: ok, against: schema) == [])
    #expect(
      check.faults(of: .object(["status": .string("ok"), "x": .null]), against: schema) != [])
    #expect(check.faults(of: .object(["status": .string("no")]), against: schema) != [])
    #expect(check.faults(of: .object(["status": .number(1)]), against: schema) != [])
  }
}

@Suite struct `The table of formats` {
  private let harness = Harness()

  @Test(arguments: Format.all(for: .analyses))
  func `has what an article can be asked for, by name and by media type`(format: Format) throws {
    try harness.store("x", SampleArticle.submission())
    let named = try harness.get("/v1/articles/x?format=\(format.name)")
    let accepted = try harness.get(
      "/v1/articles/x", ["Accept": format.mediaType.essence])
    #expect(named.status == 200)
    #expect(named.content == accepted.content)
    #expect(named["Content-Type"] == format.contentType)
    let described = try JSON(ArticleService.description)
      .paths["/v1/articles/{id}"].get.responses["200"].content
    #expect(described.names.contains(format.mediaType.essence))
  }

  @Test(arguments: Format.all)
  func `has nothing that two formats share`(format: Format) {
    #expect(Format.all.count { $0.name == format.name } == 1)
    #expect(Format.all.count { $0.mediaType == format.mediaType } == 1)
    #expect(MediaType(parsing: format.contentType) == format.mediaType)
  }
}

@Suite struct `The objects of the API` {
  @Test func `have names of their own, and all that they refer to is among them`() {
    let names = Shape.all.map(\.name)
    #expect(Set(names).count == names.count)
    for member in Shape.all.flatMap(\.members) {
      if let target = member.schema.target { #expect(names.contains(target.name)) }
    }
  }
}
