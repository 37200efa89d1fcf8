import Testing

/// Holds JSON to a schema of the description of the API, as far as that uses JSON Schema.
struct SchemaCheck {
  /// The whole description, in which references are looked up.
  let description: JSON

  /// What is wrong with a value, each with its place; nothing when it is as the schema says.
  func faults(of value: JSON, against schema: JSON, at place: String = "") -> [String] {
    if let reference = schema["$ref"].string {
      guard let target = resolve(reference) else { return ["\(place): no \(reference)"] }
      return faults(of: value, against: target, at: place)
    }
    let choices = schema.anyOf.items
    if !choices.isEmpty {
      let found = choices.map { faults(of: value, against: $0, at: place) }
      return found.contains([]) ? [] : found.flatMap(\.self)
    }
    let allowed = schema["enum"].items
    if !allowed.isEmpty, !allowed.contains(value) { return ["\(place): \(value) is no choice"] }
    switch (schema.type.string, value) {
    case (nil, _): return []
    case ("object", .object(let members)): return faults(of: members, against: schema, at: place)
    case ("array", .array(let items)):
      return items.enumerated().flatMap {
        faults(of: $0.element, against: schema["items"], at: "\(place)/\($0.offset)")
      }
    case ("string", .string), ("boolean", .boolean), ("number", .number): return []
    case ("integer", .number(let number)):
      let isInRange =
        number >= Double(schema.minimum.int ?? .min) && number <= Double(schema.maximum.int ?? .max)
      return number == number.rounded() && isInRange ? [] : ["\(place): \(number) is out of range"]
    case (let type?, _): return ["\(place): no \(type)"]
    }
  }

  private func faults(
    of members: [String: JSON], against schema: JSON, at place: String
  ) -> [String] {
    let missing = schema.required.items.compactMap(\.string).filter { members[$0] == nil }
    let known = schema.properties.names
    let unknown = members.keys.filter { !known.contains($0) }
    return missing.map { "\(place): no member \($0)" }
      + unknown.map { "\(place): a member \($0)" }
      + members.filter { known.contains($0.key) }.flatMap {
        faults(of: $0.value, against: schema.properties[$0.key], at: "\(place)/\($0.key)")
      }
  }

  /// What a reference within the description refers to.
  func resolve(_ reference: String) -> JSON? {
    let path = reference.split(separator: "/")
    guard path.first == "#" else { return nil }
    let target = path.dropFirst().reduce(description) { $0[String($1)] }
    return target == .null ? nil : target
  }
}

extension JSON {
  /// All references within, at any depth.
  var references: [String] {
    switch self {
    case .object(let members):
      members.flatMap { name, value in
        name == "$ref" ? [value.string].compactMap(\.self) : value.references
      }
    case .array(let items): items.flatMap(\.references)
    case .null, .boolean, .number, .string: []
    }
  }
}
