import Foundation

/// JSON as it came, looked into by name; what is not there throws.
struct JSON {
  struct Missing: Error { let what: String }

  private let value: Any?

  init(_ bytes: [UInt8]) throws {
    value = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
  }

  private init(value: Any?) { self.value = value }

  subscript(name: String) -> JSON { JSON(value: (value as? [String: Any])?[name]) }
  subscript(index: Int) -> JSON {
    let array = value as? [Any] ?? []
    return JSON(value: array.indices.contains(index) ? array[index] : nil)
  }

  var string: String {
    get throws { try value as? String ?? missing("string") }
  }
  var int: Int {
    get throws { try value as? Int ?? missing("number") }
  }
  var bool: Bool {
    get throws { try value as? Bool ?? missing("true or false") }
  }
  var items: [JSON] {
    get throws { try (value as? [Any] ?? missing("array")).map(JSON.init(value:)) }
  }
  var names: [String] {
    get throws { try (value as? [String: Any] ?? missing("object")).keys.sorted() }
  }
  var isThere: Bool { value != nil }

  private func missing<Value>(_ what: String) throws -> Value {
    throw Missing(what: "\(what) in \(String(describing: value))")
  }
}

extension CurlClient.Response {
  /// The content as JSON.
  var json: JSON {
    get throws { try JSON(content) }
  }
}
