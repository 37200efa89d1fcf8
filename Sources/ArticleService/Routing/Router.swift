import HTTPCore

/// Finds the route of a request: a tree of path segments, built once from the table.
struct Router: Sendable {
  /// What a target and a method lead to.
  enum Match: Sendable {
    case route(Route, id: String)
    /// The resource is there, the method is not: with the value of `Allow`, and the label of its
    /// routes.
    case otherMethods(allow: String, label: Int)
    case nothing

    /// What its answer is counted under: ``Route/label``, or 0.
    var label: Int {
      switch self {
      case .route(let route, _): route.label
      case .otherMethods(_, let label): label
      case .nothing: 0
      }
    }
  }

  private struct Node: Sendable {
    var literals: [(segment: String, node: Int)] = []
    /// The node behind `{id}`.
    var variable: Int?
    var routes: [Route] = []
    var allow = ""
  }

  private var nodes = [Node()]
  /// The methods of all routes together, for `OPTIONS *`.
  let allMethods: String

  /// The router of a table. Two routes of one method and path are a programmer's error.
  init(_ routes: [Route]) {
    allMethods = Self.allow(routes)
    for route in routes {
      var node = 0
      for segment in route.path.split(separator: "/") { node = child(of: node, String(segment)) }
      precondition(
        !nodes[node].routes.contains { $0.method == route.method },
        "two routes for \(route.method.name) \(route.path)")
      nodes[node].routes.append(route)
      nodes[node].allow = Self.allow(nodes[node].routes)
    }
  }

  /// The route for a method and a path; a HEAD goes where a GET would.
  func match(_ method: HTTPMethod, _ segments: [String]) -> Match {
    var node = 0
    var id = ""
    for segment in segments {
      if let literal = nodes[node].literals.first(where: { $0.segment == segment }) {
        node = literal.node
      } else if let variable = nodes[node].variable, !segment.isEmpty {
        node = variable
        id = segment
      } else {
        return .nothing
      }
    }
    guard !nodes[node].routes.isEmpty else { return .nothing }
    let wanted = method == .head ? .get : method
    guard let route = nodes[node].routes.first(where: { $0.method == wanted }) else {
      return .otherMethods(allow: nodes[node].allow, label: nodes[node].routes[0].label)
    }
    return .route(route, id: id)
  }

  private mutating func child(of node: Int, _ segment: String) -> Int {
    let isVariable = segment == "{id}"
    let known =
      isVariable
      ? nodes[node].variable : nodes[node].literals.first { $0.segment == segment }?.node
    if let known { return known }
    nodes.append(Node())
    let new = nodes.count - 1
    if isVariable {
      nodes[node].variable = new
    } else {
      nodes[node].literals.append((segment, new))
    }
    return new
  }

  /// The methods of some routes as `Allow` lists them.
  private static func allow(_ routes: [Route]) -> String {
    let order: [HTTPMethod] = [.get, .head, .post, .put, .delete]
    let methods = order.filter { method in
      routes.contains { $0.method == (method == .head ? .get : method) }
    }
    return (methods + [.options]).map(\.name).joined(separator: ", ")
  }
}
