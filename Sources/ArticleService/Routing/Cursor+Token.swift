import ArticleStore

/// A cursor as clients carry it: the list's letter and the position, in base 36. Clients are not to
/// look inside; the letter keeps the cursor of one list from being taken for that of another.
extension Cursor {
  /// The lists that have cursors.
  enum List: String, Sendable {
    case articles = "a"
    case points = "p"
  }

  /// The cursor as text.
  func token(of list: List) -> String {
    "\(list.rawValue)\(String(sequence, radix: 36)).\(String(index, radix: 36))"
  }

  /// The cursor of a token.
  ///
  /// - Throws: ``Problem/invalidParameters(_:)`` when it is none of this list's.
  init(token: String, of list: List) throws(Problem) {
    let parts = token.dropFirst(list.rawValue.count).split(
      separator: ".", omittingEmptySubsequences: false)
    guard token.hasPrefix(list.rawValue), parts.count == 2,
      let sequence = UInt64(parts[0], radix: 36), let index = Int(parts[1], radix: 36), index >= 0
    else {
      throw .invalidParameters([
        .parameter("cursor", "invalid-cursor", "cursor is not one that this list gave.")
      ])
    }
    self.init(sequence: sequence, index: index)
  }
}
