/// A request method (RFC 9110 section 9): the ones this service routes, and everything else.
///
/// Methods are case-sensitive; `get` is not `GET`. A method outside this list is ``other``, which an
/// origin server answers with 501.
package enum HTTPMethod: Sendable, Hashable, CaseIterable {
  case get, head, post, put, delete, patch, options, trace, connect, other

  /// The method's name on the wire; empty for ``other``.
  package var name: String {
    switch self {
    case .get: "GET"
    case .head: "HEAD"
    case .post: "POST"
    case .put: "PUT"
    case .delete: "DELETE"
    case .patch: "PATCH"
    case .options: "OPTIONS"
    case .trace: "TRACE"
    case .connect: "CONNECT"
    case .other: ""
    }
  }
}
