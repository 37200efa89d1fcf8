/// A request target taken apart (RFC 9112 section 3.2): the form it came in, its path and its query.
package struct RequestTarget: Sendable, Equatable {
  /// The form that the target had in the request line.
  package enum Form: Sendable, Equatable {
    /// `/path?query`
    case origin
    /// `http://authority/path?query`, as sent to proxies; its authority replaces `Host`.
    case absolute(authority: String)
    /// `*`, for `OPTIONS` alone.
    case asterisk
  }

  /// One `name=value` of a query, percent-decoded; `value` is empty when there was no `=`.
  package struct QueryItem: Sendable, Equatable {
    package let name: String
    package let value: String
  }

  /// The form in which the target came.
  package let form: Form
  /// The path's segments, percent-decoded; `/v1/articles` is `["v1", "articles"]`, `/` is `[]`.
  /// A trailing slash gives a last, empty segment. Empty for ``Form/asterisk``.
  package let segments: [String]
  /// The path as it was sent, for messages.
  package let path: String
  /// The query's items in order; empty when there is none.
  package let query: [QueryItem]

  /// A target from its parts; the parser of targets is `RequestTarget.init(parsing:)`.
  package init(form: Form, segments: [String], path: String, query: [QueryItem]) {
    self.form = form
    self.segments = segments
    self.path = path
    self.query = query
  }

  /// The value of the first query item of that name.
  package func queryValue(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }
}
