import ArticleStore
import HTTPCore

// Preconditions of requests (RFC 9110 section 13), in the order of its section 13.2.2: entity tags go
// before dates, which know no more than seconds. A tag is `"<validator>-<parser>-<variant>"`: reads
// compare all of it, writes the validator alone, so that what was read compressed, or from another
// version of the parser, can be replaced.

/// How the preconditions of a read come out.
enum ReadCondition: Sendable {
  case met
  /// The client has what it would be given.
  case notModified
  /// The client wants no other than what it has seen, and this is another.
  case failed
}

extension HTTPFields {
  /// What a GET or HEAD that has selected this representation is to be answered with. Malformed
  /// tags match nothing, malformed dates say nothing.
  func readCondition(for representation: Representation) -> ReadCondition {
    if let list = EntityTagList(self, .ifMatch) {
      guard list.matchesStrongly(representation.entityTag) else { return .failed }
    } else if let date = date(.ifUnmodifiedSince), representation.lastModified > date {
      return .failed
    }
    if let list = EntityTagList(self, .ifNoneMatch) {
      return list.matchesWeakly(representation.entityTag) ? .notModified : .met
    }
    guard let date = date(.ifModifiedSince) else { return .met }
    return representation.lastModified > date ? .met : .notModified
  }

  /// What must hold for a write.
  ///
  /// - Throws: ``Problem/malformedPrecondition(field:)``: to go ahead without it would be to
  ///   overwrite what the client meant to keep.
  func writePrecondition() throws(Problem) -> WritePrecondition {
    WritePrecondition(
      ifMatch: try match(.ifMatch, isStrong: true),
      ifNoneMatch: try match(.ifNoneMatch, isStrong: false),
      ifUnmodifiedSince: date(.ifUnmodifiedSince))
  }

  /// The date that a field says, if it is there once and is one.
  private func date(_ name: HTTPFieldName) -> Int? {
    let values = values(of: name)
    return values.count == 1 ? HTTPDate.parse(values[0]) : nil
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
