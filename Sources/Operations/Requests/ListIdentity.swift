import ArticleStore

/// Which list a page is of, as far as it decides what is in it and in what order: a cursor of one
/// list says nothing in another.
struct ListIdentity: Sendable {
  /// The beginning of every cursor of the list.
  let mark: String

  /// The identity of a list.
  ///
  /// - Parameters:
  ///   - path: the list, by the path at which HTTP has it.
  ///   - parameters: what it is filtered and sorted by, always in one order.
  init(_ path: String, _ parameters: [(name: String, value: String)]) {
    // NUL cannot stand in a path, a name or a value. The number is that of the form of cursors.
    let text = parameters.reduce("2\0\(path)") { "\($0)\0\($1.name)\0\($1.value)" }
    mark = String(XXH64.hash(Array(text.utf8)) & 0xFF_FFFF_FFFF, radix: 36)
  }
}
