package import JSON

/// An object of the API, as `/openapi.json` describes it: its name, what it is, and its members, which
/// are those that the function that writes it names (``MemberSink``).
package struct Shape: Sendable {
  /// The name of its schema.
  package let name: String
  /// What it is, in a sentence.
  package let summary: String
  /// Whether `fields` can choose among its members.
  package let isSelectable: Bool
  /// An object of this shape, where one helps.
  package let example: JSONTree?
  private let listMembers: @Sendable () -> [Schema.Member]

  /// A shape whose members are those that `describe` names.
  package init(
    _ name: String, _ summary: String, isSelectable: Bool = true,
    describe: @escaping @Sendable (inout MemberList) -> Void
  ) {
    self.init(name, summary, isSelectable: isSelectable) {
      var list = MemberList()
      describe(&list)
      return list.members
    }
  }

  /// A shape of these members: for what is read, or is not written by one function.
  package init(
    _ name: String, _ summary: String, isSelectable: Bool = true, example: JSONTree? = nil,
    members: @escaping @Sendable () -> [Schema.Member]
  ) {
    self.name = name
    self.summary = summary
    self.isSelectable = isSelectable
    self.example = example
    listMembers = members
  }

  /// Its members, in the order in which they are written.
  package var members: [Schema.Member] { listMembers() }

  /// The schema of this name, with all that is always there.
  package var schema: Schema { .object(summary, members, example: example) }

  /// The schema of what `fields` leaves of such an object: any of its members.
  package var selectionSchema: Schema {
    .object(
      "Of \(name), the members that fields asks for.",
      members.map { .maybe($0.name, $0.schema.selection) })
  }
}
