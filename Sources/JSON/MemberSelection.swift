/// The members of an object that are to be written: whole members, and of others some of the members
/// of the objects in them.
package struct MemberSelection: Sendable, Hashable {
  /// What of a member is chosen.
  package enum Choice: Sendable, Hashable {
    case whole
    case members(Set<String>)
  }

  private var choices: [String: Choice] = [:]

  /// A selection of nothing, to be added to.
  package init() {}

  /// Chooses a member as a whole, whatever else is chosen of it.
  package mutating func insert(_ member: String) { choices[member] = .whole }

  /// Chooses a member of the objects in a member.
  package mutating func insert(_ name: String, of member: String) {
    switch choices[member] {
    case .whole: break
    case nil: choices[member] = .members([name])
    case .members(let names): choices[member] = .members(names.union([name]))
    }
  }

  /// What is chosen of a member of that name; `nil` when nothing is.
  package subscript(name: String) -> Choice? { choices[name] }

  /// The selection as text, the same for all ways of saying it.
  package var canonical: String {
    choices.flatMap { name, choice in
      switch choice {
      case .whole: [name]
      case .members(let names): names.map { "\(name).\($0)" }
      }
    }.sorted().joined(separator: ",")
  }
}
