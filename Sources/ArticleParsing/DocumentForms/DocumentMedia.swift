/// The kinds of document that can be read.
package enum DocumentMedia: String, Sendable, Equatable, CaseIterable {
  case plainText = "text/plain"
  case markdown = "text/markdown"

  /// What can be read, for messages.
  package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
