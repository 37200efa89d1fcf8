import ArticleParsing

// The schemas of members that many objects have.

extension Schema {
  /// The title of a stored article.
  package static let title: Schema = .string("The title.")
  /// The id of an article.
  package static let articleID: Schema = .string(
    "An id: a letter or a digit, then letters, digits, dots, underscores and hyphens.",
    pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$")
  /// How often an article was written.
  package static let revision: Schema = .integer("1 when created, one more each time.", from: 1)
  /// The language of a document.
  package static let language: Schema = .string(
    "A BCP 47 tag, where it is declared or recognised.")
  /// The kind of a document.
  package static let media: Schema = .choice(
    "The kind of document that was read.", DocumentMedia.allCases.map(\.rawValue))
  /// The unit of places.
  package static let offsets: Schema = .choice(
    "What the places count.", OffsetUnit.allCases.map(\.rawValue))
  /// A day.
  package static let day: Schema = .string("The day of publication.", format: "date")
  /// A point in time.
  package static let time: Schema = .string("UTC, with milliseconds.", format: "date-time")
}
