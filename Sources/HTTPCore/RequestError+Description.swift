/// What a refused client reads: a name that programs can rely on, a sentence for people.
extension RequestError {
  /// The stable name of the fault, in kebab-case; part of the interface.
  package var code: String {
    switch self {
    case .bareLineFeed: "bare-line-feed"
    case .bareCarriageReturn: "bare-carriage-return"
    case .forbiddenByte: "forbidden-byte"
    case .tooManyEmptyLines: "too-many-empty-lines"
    case .malformedMethod: "malformed-method"
    case .unknownMethod: "unknown-method"
    case .malformedRequestLine: "malformed-request-line"
    case .missingVersion: "missing-version"
    case .malformedVersion: "malformed-version"
    case .unsupportedVersion: "unsupported-version"
    case .requestLineTooLong: "request-line-too-long"
    case .malformedTarget: "malformed-target"
    case .fragmentInTarget: "fragment-in-target"
    case .unsupportedScheme: "unsupported-scheme"
    case .authorityFormTarget: "authority-form-target"
    case .asteriskOutsideOptions: "asterisk-outside-options"
    case .malformedPercentEncoding: "malformed-percent-encoding"
    case .encodedControl: "encoded-control"
    case .invalidUTF8InTarget: "invalid-utf8-in-target"
    case .dotSegment: "dot-segment"
    case .whitespaceBeforeFirstField: "whitespace-before-first-field"
    case .obsoleteLineFolding: "obsolete-line-folding"
    case .whitespaceBeforeColon: "whitespace-before-colon"
    case .emptyFieldName: "empty-field-name"
    case .malformedFieldName: "malformed-field-name"
    case .missingColon: "missing-colon"
    case .fieldSectionTooLarge: "field-section-too-large"
    case .tooManyFields: "too-many-fields"
    case .missingHost: "missing-host"
    case .repeatedHost: "repeated-host"
    case .malformedHost: "malformed-host"
    case .malformedContentLength: "malformed-content-length"
    case .repeatedContentLength: "repeated-content-length"
    case .contentLengthWithTransferEncoding: "content-length-with-transfer-encoding"
    case .malformedTransferEncoding: "malformed-transfer-encoding"
    case .repeatedTransferEncoding: "repeated-transfer-encoding"
    case .transferEncodingInHTTP10: "transfer-encoding-in-http-1.0"
    case .unsupportedTransferCoding: "unsupported-transfer-coding"
    case .unknownExpectation: "unknown-expectation"
    case .malformedChunkSize: "malformed-chunk-size"
    case .malformedChunkExtension: "malformed-chunk-extension"
    case .chunkExtensionsTooLong: "chunk-extensions-too-long"
    case .chunkDataTooLong: "chunk-data-too-long"
    case .contentTooLarge: "content-too-large"
    case .incompleteRequest: "incomplete-request"
    case .headTimeout: "head-timeout"
    case .contentTimeout: "content-timeout"
    case .tooManyConnections: "too-many-connections"
    case .tooMuchInFlight: "too-much-in-flight"
    }
  }

  /// One or two sentences: what was wrong, where, and what would be right.
  package var detail: String {
    switch self {
    case .bareLineFeed(let place):
      "A line feed without a carriage return stands \(place). Lines end in CR LF."
    case .bareCarriageReturn(let place):
      "A carriage return without a line feed stands \(place). Lines end in CR LF."
    case .forbiddenByte(let byte, let place):
      "The byte \(Self.hexadecimal(byte)) stands \(place), where it is not allowed."
    case .tooManyEmptyLines:
      "More than one empty line came before the request line. Send the request line first."
    case .malformedMethod(let byte):
      "The byte \(Self.hexadecimal(byte)) stands in the method, which is a token such as GET."
    case .unknownMethod:
      "The method is not known here. Methods are case-sensitive: GET, not get."
    case .malformedRequestLine:
      "The request line is not a method, one space, a target, one space and a version."
    case .missingVersion:
      "The request line ends without a version. End it in HTTP/1.1."
    case .malformedVersion:
      "The request line does not end in a version such as HTTP/1.1."
    case .unsupportedVersion:
      "Only HTTP/1.1 and HTTP/1.0 are spoken here."
    case .requestLineTooLong(let limit):
      "The request line is longer than \(limit) bytes. Shorten the path or the query."
    case .malformedTarget:
      "The request target is neither a path that begins with a slash nor an http URI."
    case .fragmentInTarget:
      "A # stands in the request target. Leave the fragment out, or write %23."
    case .unsupportedScheme:
      "The request target is a URI of another scheme. Only http is served here."
    case .authorityFormTarget:
      "The request target is an authority, which only a proxy takes. Send a path."
    case .asteriskOutsideOptions:
      "The request target * belongs to OPTIONS alone. Send a path."
    case .malformedPercentEncoding:
      "A % in the request target is not followed by two hexadecimal digits."
    case .encodedControl:
      "The path has a percent-encoded control character. Leave it out."
    case .invalidUTF8InTarget:
      "The percent-encoded bytes of the request target are not UTF-8."
    case .dotSegment:
      "A path segment is . or .. here. Resolve the path before sending it."
    case .whitespaceBeforeFirstField:
      "White space stands before the first field. Field lines begin with their name."
    case .obsoleteLineFolding(let place):
      "White space begins the line \(place). Put each field on one line."
    case .whitespaceBeforeColon(let place):
      "White space stands before the colon \(place). Write the colon right after the name."
    case .emptyFieldName(let place):
      "There is no name before the colon \(place)."
    case .malformedFieldName(let byte, let place):
      "The byte \(Self.hexadecimal(byte)) stands in the name \(place). Names are tokens."
    case .missingColon(let place):
      "There is no colon \(place). Field lines are a name, a colon and a value."
    case .fieldSectionTooLarge(let limit):
      "The field section is larger than \(limit) bytes. Send fewer or shorter fields."
    case .tooManyFields(let limit):
      "The field section has more than \(limit) fields. Send fewer."
    case .missingHost:
      "There is no Host field, which HTTP/1.1 requires."
    case .repeatedHost:
      "There is more than one Host field. Send one."
    case .malformedHost:
      "The Host (or the target's authority) is not a name or an address with an optional port."
    case .malformedContentLength:
      "The Content-Length is not one decimal number."
    case .repeatedContentLength:
      "There is more than one Content-Length field. Send one."
    case .contentLengthWithTransferEncoding:
      "Both Content-Length and Transfer-Encoding are there. Send one of them."
    case .malformedTransferEncoding:
      "The Transfer-Encoding is not a list of codings. Send chunked, or a Content-Length."
    case .repeatedTransferEncoding:
      "There is more than one Transfer-Encoding field. Send one."
    case .transferEncodingInHTTP10:
      "HTTP/1.0 has no Transfer-Encoding. Send a Content-Length, or HTTP/1.1."
    case .unsupportedTransferCoding:
      "The only transfer coding taken here is chunked, once."
    case .unknownExpectation:
      "The only expectation met here is 100-continue."
    case .malformedChunkSize:
      "A chunk does not begin with its size in hexadecimal digits and CR LF."
    case .malformedChunkExtension:
      "A chunk extension is not a semicolon, a name and optionally = and a value."
    case .chunkExtensionsTooLong(let limit):
      "The chunk extensions are longer than \(limit) bytes in all. Leave them out."
    case .chunkDataTooLong:
      "A chunk's data is not followed by CR LF: it is longer or shorter than its size says."
    case .contentTooLarge(let limit):
      "The content is larger than \(limit) bytes. Send less, or split it."
    case .incompleteRequest:
      "The connection was shut down for sending before the request was whole."
    case .headTimeout:
      "The request line and fields took too long to arrive."
    case .contentTimeout:
      "The content took too long to arrive."
    case .tooManyConnections:
      "There are too many connections. Try again shortly."
    case .tooMuchInFlight:
      "Too much content is being received at once. Try again shortly."
    }
  }

  /// `0x0A`: a byte as people write it.
  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 0x10 ? "0x0" + digits : "0x" + digits
  }
}

extension RequestError.Place: CustomStringConvertible {
  /// The place with its preposition, to stand in a sentence.
  package var description: String {
    switch self {
    case .requestLine: "in the request line"
    case .field(let number): "in header field \(number)"
    case .chunkHeader: "in the line that begins a chunk"
    case .chunkEnd: "after a chunk's data"
    case .trailer(let number): "in trailer field \(number)"
    }
  }
}
