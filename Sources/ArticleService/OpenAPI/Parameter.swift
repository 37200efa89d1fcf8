import ArticleParsing
import Formats
import JSON

/// What the description of the API says of a parameter, in the query or the path.
struct Parameter: Sendable {
  enum Place: String, Sendable { case query, path, header }

  let name: String
  let place: Place
  let description: String
  let schema: Schema
  /// Lists are between commas: one value, not one parameter for each.
  let isList: Bool
  let example: JSONTree?

  init(
    _ name: String, in place: Place = .query, _ description: String, _ schema: Schema,
    isList: Bool = false, example: JSONTree? = nil
  ) {
    self.name = name
    self.place = place
    self.description = description
    self.schema = schema
    self.isList = isList
    self.example = example
  }

  /// The parameter object (OpenAPI 3.1 section 4.8.12).
  var json: JSONTree {
    .object([
      "name": .string(name), "in": .string(place.rawValue), "description": .string(description),
      "required": place == .path ? .boolean(true) : nil,
      "style": isList ? "form" : nil, "explode": isList ? .boolean(false) : nil,
      "schema": schema.json, "example": example,
    ])
  }
}
