/// One thing that can be configured: its name in a file, what it may be, where it goes, and what it is.
struct ConfigurationKey: Sendable {
  /// What a value may be, with what is done with a right one.
  enum Kind: Sendable {
    case path(@Sendable (inout Configuration, String) -> Void)
    case choice([String], @Sendable (inout Configuration, String) -> Void)
    case list(@Sendable (inout Configuration, [String]) -> Void)
    case flag(@Sendable (inout Configuration, Bool) -> Void)
    /// Text, or a list parted by commas in the environment, of which the rule knows what is right.
    case checkedText(String, @Sendable (inout Configuration, String) -> Bool)
    case checkedList(String, @Sendable (inout Configuration, [String]) -> Bool)
    case number(ClosedRange<Int>, @Sendable (inout Configuration, Int) -> Void)
  }

  /// With a dot before the last part where it stands in a group: `limits.contentBytes`.
  let name: String
  let kind: Kind
  /// The value in force, as a file would say it; `null` where there is none.
  let value: @Sendable (Configuration) -> ConfigurationValue

  init(
    _ name: String, _ kind: Kind,
    _ value: @escaping @Sendable (Configuration) -> ConfigurationValue
  ) {
    self.name = name
    self.kind = kind
    self.value = value
  }

  /// Whether the value itself is for nobody's eyes.
  var isSecret: Bool { name == "access.token" }
  /// Whether the value is a secret, or leads to one.
  var holdsSecret: Bool { isSecret || name == "access.tokenFile" }

  /// The variable of the environment: `COUNTERPOINT_LIMITS_CONTENT_BYTES`.
  var variable: String {
    var variable = Self.variablePrefix
    for character in name {
      if character == "." {
        variable += "_"
      } else if character.isUppercase {
        variable += "_\(character)"
      } else {
        variable += character.uppercased()
      }
    }
    return variable
  }

  static let variablePrefix = "COUNTERPOINT_"

  /// What a value must be, for messages.
  var allowed: String {
    switch kind {
    case .path: "a path"
    case .choice(let choices, _): "one of \(choices.joined(separator: ", "))"
    case .list: "a list of paths"
    case .flag: "true or false"
    case .checkedText(let allowed, _), .checkedList(let allowed, _): allowed
    case .number(let range, _):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }

  /// A value as messages may show it: a secret is not shown.
  func shown(_ value: ConfigurationValue) -> String {
    guard isSecret, case .string(let text) = value else { return value.summary }
    return "a text of \(text.utf8.count) characters"
  }

  /// Sets the value in the configuration, when it is one that is allowed.
  func set(_ value: ConfigurationValue, in configuration: inout Configuration) -> Bool {
    switch (kind, value) {
    case (.path(let set), .string(let text)) where !text.isEmpty: set(&configuration, text)
    case (.choice(let choices, let set), .string(let text)) where choices.contains(text):
      set(&configuration, text)
    case (.list(let set), .array(let values)):
      let paths = values.compactMap(\.text)
      guard paths.count == values.count, !paths.contains("") else { return false }
      set(&configuration, paths)
    case (.flag(let set), .boolean(let value)): set(&configuration, value)
    case (.checkedText(_, let set), .string(let text)): return set(&configuration, text)
    case (.checkedList(_, let set), .array(let values)):
      let texts = values.compactMap(\.text)
      return texts.count == values.count && set(&configuration, texts)
    case (.number(let range, let set), .number(let number)) where range.contains(number):
      set(&configuration, number)
    default: return false
    }
    return true
  }

  /// The value that words of the command line or the environment stand for; what cannot be one of
  /// this kind stays text, which ``set(_:in:)`` then refuses.
  func value(of text: String, separator: Character) -> ConfigurationValue {
    switch kind {
    case .path, .choice, .checkedText: .string(text)
    case .flag: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : .string(text)
    case .checkedList: .array(text.split(separator: ",").map { .string(String($0)) })
    case .list: .array(text.split(separator: separator).map { .string(String($0)) })
    case .number: Int(text).map(ConfigurationValue.number) ?? .string(text)
    }
  }
}
