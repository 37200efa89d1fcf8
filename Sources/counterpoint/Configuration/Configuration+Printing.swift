import FoundationEssentials
import HTTPServer

extension Configuration {
  /// What is in force, as one JSON object: under the name of each key its value and where that comes
  /// from, `{"value": 8080, "from": "default"}`, a line for each key. Secrets are masked. A value that
  /// the process cannot afford is the one that it can, with the one that was given as `loweredFrom`.
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
      let affordable = affordable(key)
      let lowered = affordable == nil ? "" : ", \"loweredFrom\": \(json(shown))"
      return "  \(json(.string(key.name))): {\"value\": \(json(affordable ?? shown)),"
        + " \"from\": \(json(origin))\(lowered)}"
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  /// The value that is in force where the process cannot afford the one that was given.
  private func affordable(_ key: ConfigurationKey) -> ConfigurationValue? {
    guard key.name == "limits.connections", connectionsInForce < server.maximumConnections else {
      return nil
    }
    return .number(connectionsInForce)
  }

  /// As long for every secret.
  private static let mask = "********"
}
