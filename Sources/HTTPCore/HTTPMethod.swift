/// A request method: those that are known, routed or not, and everything else.
///
/// They are those of RFC 9110 section 9, PATCH (RFC 5789), and QUERY (HTTP working group, "The HTTP
/// QUERY Method"). Methods are case-sensitive; `get` is not `GET`. A method outside this list is
/// ``other``, which an origin server answers with 501; one that is only not allowed is 405. The raw
/// value of a method is its place among all cases.
package enum HTTPMethod: UInt8, Sendable, Hashable, CaseIterable {
  case get, head, post, put, delete, patch, query, options, trace, connect, other

  /// The method's name on the wire; empty for ``other``.
  package var name: String {
    switch self {
    case .get: "GET"
    case .head: "HEAD"
    case .post: "POST"
    case .put: "PUT"
    case .delete: "DELETE"
    case .patch: "PATCH"
    case .query: "QUERY"
    case .options: "OPTIONS"
    case .trace: "TRACE"
    case .connect: "CONNECT"
    case .other: ""
    }
  }

  /// The length of the longest name: a longer token is ``other`` without being read to its end.
  package static let longestName = 7

  /// The method that these bytes name, ``other`` for any other token.
  package init(_ name: ArraySlice<UInt8>) {
    // The length and the first letter leave one candidate.
    let candidate: HTTPMethod =
      switch (name.count, name.first) {
      case (3, UInt8(ascii: "G")): .get
      case (4, UInt8(ascii: "H")): .head
      case (4, _): .post
      case (3, _): .put
      case (6, _): .delete
      case (5, UInt8(ascii: "P")): .patch
      case (5, UInt8(ascii: "Q")): .query
      case (7, UInt8(ascii: "O")): .options
      case (5, _): .trace
      case (7, _): .connect
      default: .other
      }
    self = name.elementsEqual(candidate.name.utf8) ? candidate : .other
  }
}
