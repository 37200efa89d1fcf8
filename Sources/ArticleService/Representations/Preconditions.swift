import ArticleStore
import HTTPCore

// Entity tags in requests (RFC 9110 section 13.1). A tag is `"<validator>-<variant>"`: reads compare
// all of it, writes the validator alone, so that what was read compressed can be replaced.

extension HTTPFields {
  /// Whether `If-None-Match` says that the client has this representation. Weak comparison
  /// (RFC 9110 section 13.1.2); a malformed field says nothing.
  func matchesNone(_ representation: Representation) -> Bool {
    guard let list = EntityTagList(self, .ifNoneMatch) else { return true }
    return !list.matchesWeakly(representation.entityTag)
  }

  /// What must hold for a write.
  ///
  /// - Throws: ``Problem/malformedPrecondition(field:)``: to go ahead without it would be to
  ///   overwrite what the client meant to keep.
  func writePrecondition() throws(Problem) -> WritePrecondition {
    WritePrecondition(
      ifMatch: try match(.ifMatch, isStrong: true),
      ifNoneMatch: try match(.ifNoneMatch, isStrong: false))
  }

  private func match(
    _ name: HTTPFieldName, isStrong: Bool
  ) throws(Problem) -> WritePrecondition.Match? {
    switch EntityTagList(self, name) {
    case nil: return nil
    case .any: return .any
    case .tags([]): throw .malformedPrecondition(field: name.rawName)
    case .tags(let tags):
      // If-Match compares strongly: a weak tag matches nothing (RFC 9110 section 8.8.3.2).
      return .validators(
        tags.filter { !(isStrong && $0.isWeak) }.map { tag in
          String(tag.opaque.prefix { $0 != "-" })
        })
    }
  }
}
