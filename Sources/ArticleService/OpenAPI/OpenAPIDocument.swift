import Formats
import HTTPCore
import JSON

/// The description of the API (OpenAPI 3.1), made from the route table: what is routed is described,
/// and nothing else.
enum OpenAPIDocument {
  /// The document of a version of the service.
  static func json(_ version: String) -> JSONTree {
    .object([
      "openapi": "3.1.1",
      "info": info(version),
      "servers": .array([
        .object(["url": "/", "description": "The service that gives this document."])
      ]),
      "tags": .array(
        Operation.Group.allCases.map { group in
          .object(["name": .string(group.rawValue), "description": .string(group.summary)])
        }),
      // Reading is open unless the service is configured otherwise.
      "security": .array([.object([]), .object(["token": .array([])])]),
      "paths": paths(of: ArticleService.routes),
      "components": components,
    ])
  }

  private static func info(_ version: String) -> JSONTree {
    .object([
      "title": "Counterpoint",
      "version": .string(version),
      "summary": "What articles argue, as data",
      "description": """
      Reads analysis articles and decision documents and gives back their objectives, pros and \
      cons, takeaways, outlook and call to action, each with its exact place in the source. An \
      error is a problem (RFC 9457) whose type never changes; unknown parameters and members are \
      refused by name.
      """,
    ])
  }

  /// A path item for each path, in the order of the table.
  private static func paths(of routes: [Route]) -> JSONTree {
    var paths: [(path: String, routes: [Route])] = []
    for route in routes {
      if let index = paths.firstIndex(where: { $0.path == route.path }) {
        paths[index].routes.append(route)
      } else {
        paths.append((route.path, [route]))
      }
    }
    return .object(of: paths) { path, routes in (path, pathItem(path, routes)) }
  }

  private static func pathItem(_ path: String, _ routes: [Route]) -> JSONTree {
    let id: JSONTree? =
      path.contains("{id}") ? .array([.object(["$ref": "#/components/parameters/id"])]) : nil
    // A HEAD goes where a GET would.
    let operations = routes.flatMap { route in
      route.method == .get
        ? [(route, "get", route.operation.id), (route, "head", route.operation.id + "Head")]
        : [(route, route.method.name.lowercased(), route.operation.id)]
    }
    let item = JSONTree.object(of: operations) { route, method, id in
      (method, operation(of: route, id: id, hasContent: method != "head"))
    }
    return item.with("parameters", id)
  }

  private static func operation(of route: Route, id: String, hasContent: Bool) -> JSONTree {
    let operation = route.operation
    let parameters =
      route.query.names.map { JSONTree.object(["$ref": .string("#/components/parameters/\($0)")]) }
      + operation.conditions.map { name in
        .object(["$ref": .string("#/components/parameters/\(name.rawName)")])
      }
    let problems = (Operation.usualProblems + operation.problems + route.problems)
      .map(\.code).sorted()
    var responses = operation.successes.map { success in
      JSONTree.Member(
        name: "\(success.status.code)", value: response(success, hasContent: hasContent))
    }
    for (index, code) in problems.enumerated() where index == 0 || problems[index - 1] != code {
      responses.append(
        JSONTree.Member(
          name: "\(code)",
          value: .object(["$ref": .string("#/components/responses/\(problemName(code))")])))
    }
    return .object([
      "operationId": .string(id),
      "tags": .strings([operation.group.rawValue]),
      "summary": .string(route.summary),
      "parameters": parameters.isEmpty ? nil : .array(parameters),
      "requestBody": requestBody(operation.intake),
      "responses": .object(responses),
    ])
  }

  private static func response(_ success: Operation.Success, hasContent: Bool) -> JSONTree {
    .object([
      "description": .string(success.description),
      "headers": headers(success.fields),
      "content": success.content.isEmpty || !hasContent
        ? nil
        : .object(of: success.content) { media, schema in
          (media, .object(["schema": schema.json]))
        },
    ])
  }

  /// The fields that an answer may carry, and the one that every answer may.
  static func headers(_ names: [String]) -> JSONTree {
    .object(of: names + [HTTPFieldName.xRequestID.rawName]) { name in
      (name, .object(["schema": .object(["type": "string"])]))
    }
  }

  private static func requestBody(_ intake: Operation.Intake) -> JSONTree? {
    // Whatever stands in it is text: no JSON type is right or wrong for it.
    func text(_ media: String) -> (String, JSONTree) {
      (
        media,
        .object([
          "schema": .object([
            "description": "The document.", "contentMediaType": .string(media),
          ]),
          "example": "Should the tram run at night?\n\nPros:\n- Safety: people get home.\n",
        ])
      )
    }
    let submission = JSONTree.object([
      "schema": Schema.reference(.submission).json
    ])
    let documents: [(String, JSONTree)] = [
      text("text/plain"), text("text/markdown"), text("application/octet-stream"),
      ("application/json", submission),
    ]
    let bulk: [(String, JSONTree)] = [
      (
        "application/x-ndjson",
        .object(["schema": Schema.string("A submission a line, as JSON.").json])
      )
    ]
    let content: [(String, JSONTree)]
    switch intake {
    case .nothing: return nil
    case .document: content = documents
    case .documents: content = documents + bulk
    }
    return .object(["required": .boolean(true), "content": .object(of: content) { $0 }])
  }

  private static var components: JSONTree {
    .object([
      "schemas": .object(
        of: Shape.all.map { ($0.name, $0.schema) }
          + Shape.all.filter(\.isSelectable).map { ("Some\($0.name)", $0.selectionSchema) }
      ) { ($0.0, $0.1.json) },
      "parameters": .object(of: Parameter.all) { ($0.name, $0.json) },
      "responses": .object(of: problemResponses) { ($0.name, $0.json) },
      "securitySchemes": .object([
        "token": .object([
          "type": "http", "scheme": "bearer",
          "description": "The service's token, where one is configured.",
        ])
      ]),
    ])
  }
}
