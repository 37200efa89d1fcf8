/// A JSON value that is put together before it is written: what the OpenAPI document is made of.
///
/// Members keep the order in which they are given.
package indirect enum JSONTree: Sendable, Equatable {
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case array([JSONTree])
  case object([Member])

  /// A member of an object.
  package struct Member: Sendable, Equatable {
    /// Its name.
    package let name: String
    /// Its value.
    package let value: JSONTree

    /// A member of an object.
    package init(name: String, value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  /// An object of these members, without those that have no value.
  package static func object(_ members: KeyValuePairs<String, JSONTree?>) -> JSONTree {
    .object(
      members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }

  /// An object with a member for each element.
  package static func object<Element>(
    of elements: [Element], _ member: (Element) -> (String, JSONTree)
  ) -> JSONTree {
    .object(
      elements.map { element in
        let (name, value) = member(element)
        return Member(name: name, value: value)
      })
  }

  /// Strings, as an array.
  package static func strings(_ strings: [String]) -> JSONTree {
    .array(strings.map(JSONTree.string))
  }

  /// The member of that name; `nil` where this is no object or has none.
  package subscript(name: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// This object with a member more; anything else stays what it is.
  package func with(_ name: String, _ value: JSONTree?) -> JSONTree {
    guard case .object(let members) = self, let value else { return self }
    return .object(members + [Member(name: name, value: value)])
  }

  /// This object without a member.
  package func without(_ name: String) -> JSONTree {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.name != name })
  }
}

extension JSONTree: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension JSONWriter {
  /// A whole value. As deep as the value is nested, which is as deep as this program builds it.
  package mutating func write(_ tree: JSONTree) {
    switch tree {
    case .string(let value): string(value)
    case .integer(let value): integer(value)
    case .number(let value): number(value)
    case .boolean(let value): boolean(value)
    case .array(let values): array(values) { json, value in json.write(value) }
    case .object(let members):
      object { json in
        for member in members {
          json.name(of: member.name)
          json.write(member.value)
        }
      }
    }
  }
}
