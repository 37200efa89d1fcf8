/// Consumes the parts of a field value from its front (RFC 9110 section 5.6).
struct FieldValueScanner {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Consumes `OWS`.
  mutating func skipWhitespace() {
    rest = rest.drop { $0.isOptionalWhitespace }
  }

  /// Consumes that byte, if it is next.
  mutating func consume(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Consumes a token; `nil` when there is none.
  mutating func consumeToken() -> ArraySlice<UInt8>? {
    let token = rest.prefix { $0.isTokenByte }
    guard !token.isEmpty else { return nil }
    rest = rest[token.endIndex...]
    return token
  }

  /// Consumes a quoted string and gives what it quotes; `nil` when it does not end.
  mutating func consumeQuotedString() -> [UInt8]? {
    guard consume(.quote) else { return nil }
    var text: [UInt8] = []
    while let byte = rest.first {
      rest = rest.dropFirst()
      switch byte {
      case .quote: return text
      case .backslash:
        guard let escaped = rest.first, escaped.isFieldValueByte else { return nil }
        rest = rest.dropFirst()
        text.append(escaped)
      default:
        guard byte.isFieldValueByte else { return nil }
        text.append(byte)
      }
    }
    return nil
  }

  /// Consumes `*( OWS ";" OWS [ name "=" value ] )` up to the end; `nil` when something else is there.
  /// Names come in lower case, values as they are.
  mutating func consumeParameters() -> [MediaType.Parameter]? {
    var parameters: [MediaType.Parameter] = []
    skipWhitespace()
    while !rest.isEmpty {
      guard consume(.semicolon) else { return nil }
      skipWhitespace()
      // A parameter may be missing between two semicolons (RFC 9110 section 5.6.6).
      guard let name = consumeToken() else { continue }
      guard consume(.equals) else { return nil }
      let value = rest.first == .quote ? consumeQuotedString()?[...] : consumeToken()
      guard let value else { return nil }
      parameters.append(
        MediaType.Parameter(
          name: String(lowercasing: name), value: String(decoding: value, as: UTF8.self)))
      skipWhitespace()
    }
    return parameters
  }
}

extension HTTPFields {
  /// The members of a comma-separated field over all its lines, without the white space around them;
  /// commas in quoted strings do not separate. Empty members are left out (RFC 9110 5.6.1).
  func members(of name: HTTPFieldName) -> [ArraySlice<UInt8>] {
    values(of: name).flatMap { value in
      var members: [ArraySlice<UInt8>] = []
      var start = value.startIndex
      var isQuoted = false
      var isEscaped = false
      for index in value.indices {
        switch value[index] {
        case _ where isEscaped: isEscaped = false
        case .backslash: isEscaped = isQuoted
        case .quote: isQuoted.toggle()
        case .comma where !isQuoted:
          members.append(value[start..<index])
          start = index + 1
        default: break
        }
      }
      members.append(value[start...])
      return members.map(\.trimmingOptionalWhitespace).filter { !$0.isEmpty }
    }
  }
}

extension String {
  /// ASCII bytes as text in lower case.
  init(lowercasing bytes: ArraySlice<UInt8>) {
    self.init(decoding: bytes.map(\.asciiLowercased), as: UTF8.self)
  }
}
