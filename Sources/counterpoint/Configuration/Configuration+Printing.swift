import FoundationEssentials

extension Configuration {
  /// What is in force, as one JSON object: under the name of each key its value and where that comes
  /// from, `{"value": 8080, "from": "default"}`, a line for each key. Secrets are masked.
  var printed: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    func json(_ value: ConfigurationValue) -> String {
      // Nothing but finite numbers, text and lists of it, all of which can be encoded.
      (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
    let lines = ConfigurationKey.all.map { key in
      let value = key.value(self)
      let shown = key.isSecret && value != .null ? .string(Self.mask) : value
      let origin = ConfigurationValue.string(origin(of: key).description)
      return "  \(json(.string(key.name))): {\"value\": \(json(shown)), \"from\": \(json(origin))}"
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  /// As long for every secret.
  private static let mask = "********"
}
