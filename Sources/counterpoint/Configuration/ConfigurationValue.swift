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
    case .array(let values):
      "[\(values.prefix(4).map(\.summary).joined(separator: ", "))\(values.count > 4 ? ", …" : "")]"
    case .object: "an object"
    }
  }

  /// A number, or `null` for none.
  static func optional(_ number: Int?) -> Self { number.map(Self.number) ?? .null }

  /// Text, or `null` for none.
  static func optional(_ text: String?) -> Self { text.map(Self.string) ?? .null }

  /// A list of texts.
  static func list(_ texts: [String]) -> Self { .array(texts.map(Self.string)) }
}

extension ConfigurationValue: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .fraction(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
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
