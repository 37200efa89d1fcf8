import JSON

/// A value as a configuration file has it: JSON without a shape yet.
enum ConfigurationValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case number(Int)
  case fraction(Double)
  case string(String)
  case array([ConfigurationValue])
  /// Whatever it has in it: no key has one.
  case object

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

extension ConfigurationValue {
  /// Writes the value; a configuration holds no numbers with more than six digits of a fraction.
  func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.verbatim("null")
    case .boolean(let value): json.boolean(value)
    case .number(let value): json.integer(value)
    case .fraction(let value): json.number(value)
    case .string(let value): json.string(value)
    case .array(let values): json.array(values) { json, value in value.write(to: &json) }
    case .object: json.object { _ in }
    }
  }

  /// A value that a file has; `nil` for a number beyond all bounds.
  init?(_ value: JSONValue) {
    if value.isNull {
      self = .null
    } else if let boolean = value.boolean {
      self = .boolean(boolean)
    } else if let text = value.string {
      self = .string(text)
    } else if let number = value.number {
      guard let fraction = Double(number), fraction.isFinite else { return nil }
      self = (Int(number) ?? Int(exactly: fraction)).map(Self.number) ?? .fraction(fraction)
    } else if let elements = value.elements(limit: .max) {
      let values = elements.compactMap(ConfigurationValue.init(_:))
      guard values.count == elements.count else { return nil }
      self = .array(values)
    } else {
      self = .object
    }
  }
}
