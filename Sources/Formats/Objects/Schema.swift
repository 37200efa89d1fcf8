package import JSON

/// A schema of JSON Schema 2020-12, as OpenAPI 3.1 uses it.
package struct Schema: Sendable {
  /// A member of an object.
  package struct Member: Sendable {
    /// Its name.
    package let name: String
    /// What its value is.
    package let schema: Schema
    /// Whether it is always there.
    package let isRequired: Bool

    /// A member that is always there.
    package static func always(_ name: String, _ schema: Schema) -> Member {
      Member(name: name, schema: schema, isRequired: true)
    }

    /// A member that is left out when there is nothing to say.
    package static func maybe(_ name: String, _ schema: Schema) -> Member {
      Member(name: name, schema: schema, isRequired: false)
    }
  }

  /// The schema itself.
  package let json: JSONTree
  /// The schema that this one refers to, or that the elements of its array do.
  package private(set) var target: Shape?

  private init(_ members: KeyValuePairs<String, JSONTree?>, target: Shape? = nil) {
    json = .object(members)
    self.target = target
  }

  /// Any value.
  package static let anything = Schema([:])

  /// A string.
  package static func string(
    _ description: String, pattern: String? = nil, format: String? = nil,
    lengths: ClosedRange<Int>? = nil, example: String? = nil
  ) -> Schema {
    Schema([
      "type": "string", "description": .string(description),
      "pattern": pattern.map(JSONTree.string), "format": format.map(JSONTree.string),
      "minLength": lengths.map { .integer($0.lowerBound) },
      "maxLength": lengths.map { .integer($0.upperBound) },
      "examples": example.map { .strings([$0]) },
    ])
  }

  /// A string that is one of a few.
  package static func choice(_ description: String, _ values: [String]) -> Schema {
    Schema([
      "type": "string", "description": .string(description), "enum": .strings(values),
    ])
  }

  /// A number without fraction.
  package static func integer(
    _ description: String, from minimum: Int? = 0, to maximum: Int? = nil
  ) -> Schema {
    Schema([
      "type": "integer", "description": .string(description),
      "minimum": minimum.map(JSONTree.integer), "maximum": maximum.map(JSONTree.integer),
    ])
  }

  /// `true` or `false`.
  package static func boolean(_ description: String) -> Schema {
    Schema(["type": "boolean", "description": .string(description)])
  }

  /// A number.
  package static func number(_ description: String) -> Schema {
    Schema(["type": "number", "description": .string(description)])
  }

  /// An array of such values.
  package static func array(
    of items: Schema, _ description: String? = nil, atLeast minimum: Int? = nil,
    atMost maximum: Int? = nil
  ) -> Schema {
    Schema(
      [
        "type": "array", "description": description.map(JSONTree.string), "items": items.json,
        "minItems": minimum.map(JSONTree.integer), "maxItems": maximum.map(JSONTree.integer),
      ], target: items.target)
  }

  /// An object of these members and no others.
  package static func object(
    _ description: String, _ members: [Member], example: JSONTree? = nil
  ) -> Schema {
    let required = members.filter(\.isRequired).map(\.name)
    return Schema([
      "type": "object", "description": .string(description),
      "required": required.isEmpty ? nil : .strings(required),
      "properties": .object(of: members) { ($0.name, $0.schema.json) },
      "additionalProperties": .boolean(false),
      "examples": example.map { .array([$0]) },
    ])
  }

  /// The schema of what `fields` leaves of a value of this one: of the object that it refers to, any
  /// members.
  package var selection: Schema {
    guard let target, target.isSelectable else { return self }
    let some = Schema(["$ref": .string("#/components/schemas/Some\(target.name)")])
    return json["items"] == nil ? some : .array(of: some)
  }

  /// The schema of a value of this one, or of what `fields` leaves of it.
  package var orSelection: Schema {
    guard let target, target.isSelectable else { return self }
    return .any(of: [self, selection])
  }

  /// A value of any of these schemas.
  package static func any(of schemas: [Schema]) -> Schema {
    Schema(["anyOf": .array(schemas.map(\.json))])
  }

  /// The schema of that name among the components.
  package static func reference(_ shape: Shape) -> Schema {
    Schema(["$ref": .string("#/components/schemas/\(shape.name)")], target: shape)
  }
}
