import HTTPCore

/// The members that `fields` chooses, such as `title,pros.label`: whole members, and of others some
/// of the members of the objects in them.
struct FieldSelection: Sendable, Hashable {
  /// What of a member is chosen.
  enum Choice: Sendable, Hashable {
    case whole
    case members(Set<String>)
  }

  private var choices: [String: Choice] = [:]

  /// Reads a list with commas. A member that is named whole is whole, whatever else is named of it.
  ///
  /// - Throws: ``Problem/invalidParameters(_:)`` with each name that is not known.
  init(_ list: String, of catalogue: FieldCatalogue) throws(Problem) {
    var faults: [Problem.Fault] = []
    for path in list.split(separator: ",", omittingEmptySubsequences: false)
    where faults.count < 20 {
      let names = path.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      let member = String(names[0])
      guard let inner = catalogue[member] else {
        let known = catalogue.names.joined(separator: ", ")
        faults.append(Self.fault(path, "Known: \(known)."))
        continue
      }
      guard names.count > 1 else {
        choices[member] = .whole
        continue
      }
      guard let name = inner.first(where: { $0 == names[1] }) else {
        let known = inner.map { "\(member).\($0)" }.joined(separator: ", ")
        faults.append(Self.fault(path, known.isEmpty ? "" : "Known: \(known)."))
        continue
      }
      insert(name, of: member)
    }
    guard faults.isEmpty else { throw .invalidParameters(faults) }
  }

  private mutating func insert(_ name: String, of member: String) {
    switch choices[member] {
    case .whole: break
    case nil: choices[member] = .members([name])
    case .members(let names): choices[member] = .members(names.union([name]))
    }
  }

  private static func fault(_ path: Substring, _ known: String) -> Problem.Fault {
    let name = path.isEmpty ? "An empty name" : String(path)
    let message = "fields: \(name) is no member here.\(known.isEmpty ? "" : " " + known)"
    return .parameter("fields", "unknown-field", message)
  }

  /// What is chosen of a member of that name; `nil` when nothing is.
  subscript(name: String) -> Choice? { choices[name] }

  /// The selection as text, the same for all ways of saying it.
  var canonical: String {
    choices.flatMap { name, choice in
      switch choice {
      case .whole: [name]
      case .members(let names): names.map { "\(name).\($0)" }
      }
    }.sorted().joined(separator: ",")
  }
}

extension RequestTarget {
  /// The members that `fields` names, if it is there.
  func fields(of catalogue: FieldCatalogue?) throws(Problem) -> FieldSelection? {
    guard let catalogue, let list = queryValue("fields") else { return nil }
    return try FieldSelection(list, of: catalogue)
  }
}
