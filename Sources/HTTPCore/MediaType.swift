/// A media type (RFC 9110 section 8.3.1): what content is, as in `text/plain; charset=utf-8`.
package struct MediaType: Sendable, Hashable {
  /// A parameter; its name in lower case, its value without quotes.
  package struct Parameter: Sendable, Hashable {
    package let name: String
    package let value: String

    /// A parameter of this name (in lower case) and value.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The type in lower case: `text`.
  package let type: String
  /// The subtype in lower case: `plain`.
  package let subtype: String
  /// The parameters in order.
  package let parameters: [Parameter]

  /// A media type known when the program is built, its names in lower case.
  package init(_ type: String, _ subtype: String, parameters: [Parameter] = []) {
    self.type = type
    self.subtype = subtype
    self.parameters = parameters
  }

  /// The media type that a field value says; `nil` when it is none.
  package init?(parsing value: String) {
    self.init(parsing: Array(value.utf8)[...])
  }

  /// The media type that the bytes of a field value say; `nil` when they are none.
  package init?(parsing value: ArraySlice<UInt8>) {
    var scanner = FieldValueScanner(value.trimmingOptionalWhitespace)
    guard let type = scanner.consumeToken(), scanner.consume(.slash),
      let subtype = scanner.consumeToken(), let parameters = scanner.consumeParameters()
    else { return nil }
    self.init(String(lowercasing: type), String(lowercasing: subtype), parameters: parameters)
  }

  /// The value of the first parameter of that name (in lower case).
  package func parameter(_ name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }

  /// The character encoding that the parameters name, in lower case.
  package var charset: String? { parameter("charset")?.lowercased() }

  /// `text/plain`, without parameters.
  package var essence: String { "\(type)/\(subtype)" }
}
