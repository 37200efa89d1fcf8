/// A value as a configuration file has it: JSON without a shape yet.
enum ConfigurationValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case number(Int)
  case fraction(Double)
  case string(String)
  case array([ConfigurationValue])
  case object([String: ConfigurationValue])

  /// The text, when it is one.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value in a few words, for messages; what is long is cut.
  var summary: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): "\(value)"
    case .fraction(let value): "\(value)"
    case .string(let text):
      text.count > 40 ? "\"\(text.prefix(40))…\"" : "\"\(text)\""
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension ConfigurationValue: Decodable {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Name.self) {
      var object: [String: ConfigurationValue] = [:]
      for name in members.allKeys {
        object[name.stringValue] = try members.decode(ConfigurationValue.self, forKey: name)
      }
      self = .object(object)
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let boolean = try? value.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else if let fraction = try? value.decode(Double.self) {
      self = .fraction(fraction)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else {
      self = .array(try value.decode([ConfigurationValue].self))
    }
  }
}
