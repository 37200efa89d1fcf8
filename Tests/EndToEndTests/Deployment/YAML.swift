/// A value of YAML, as far as the files of `Config` use it.
enum YAML: Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case sequence([YAML])
  case mapping([String: YAML])

  struct Missing: Error { let what: String }

  /// The value of a key; throws where there is none.
  subscript(name: String) -> YAML {
    get throws {
      guard case .mapping(let members) = self, let value = members[name] else {
        throw Missing(what: "\(name) in \(self)")
      }
      return value
    }
  }

  /// The value at the end of a path of keys.
  func at(_ names: String...) throws -> YAML { try names.reduce(self) { try $0[$1] } }

  var string: String {
    get throws {
      guard case .string(let text) = self else { throw Missing(what: "a string in \(self)") }
      return text
    }
  }
  var integer: Int {
    get throws {
      guard case .integer(let number) = self else { throw Missing(what: "a number in \(self)") }
      return number
    }
  }
  var items: [YAML] {
    get throws {
      guard case .sequence(let items) = self else { throw Missing(what: "a sequence in \(self)") }
      return items
    }
  }
  var strings: [String] { get throws { try items.map { try $0.string } } }
  var members: [String: YAML] {
    get throws {
      guard case .mapping(let members) = self else { throw Missing(what: "a mapping in \(self)") }
      return members
    }
  }
}
