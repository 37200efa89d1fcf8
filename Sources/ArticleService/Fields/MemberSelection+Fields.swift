import HTTPCore
import JSON

// The members that `fields` chooses, such as `title,pros.label`.

extension MemberSelection {
  /// Reads a list with commas. A member that is named whole is whole, whatever else is named of it.
  ///
  /// - Throws: ``Problem/invalidParameters(_:)`` with each name that is not known.
  init(_ list: String, of catalogue: FieldCatalogue) throws(Problem) {
    self.init()
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
        insert(member)
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

  private static func fault(_ path: Substring, _ known: String) -> Problem.Fault {
    let name = path.isEmpty ? "An empty name" : String(path)
    let message = "fields: \(name) is no member here.\(known.isEmpty ? "" : " " + known)"
    return .parameter("fields", "unknown-field", message)
  }
}

extension RequestTarget {
  /// The members that `fields` names, if it is there.
  func fields(of catalogue: FieldCatalogue?) throws(Problem) -> MemberSelection? {
    guard let catalogue, let list = queryValue("fields") else { return nil }
    return try MemberSelection(list, of: catalogue)
  }
}
