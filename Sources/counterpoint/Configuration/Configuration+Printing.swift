import HTTPServer
import JSON

extension Configuration {
  /// What is in force, as one JSON object: under the name of each key its value and where that comes
  /// from, `{"value": 8080, "from": "default"}`, a line for each key. Secrets are masked. A value that
  /// the process cannot afford is the one that it can, with the one that was given as `loweredFrom`.
  var printed: String {
    func json(_ value: ConfigurationValue) -> String {
      var json = JSONWriter()
      value.write(to: &json)
      return String(decoding: json.bytes, as: UTF8.self)
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
