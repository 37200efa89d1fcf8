/// Why a request was refused before any handler saw it.
///
/// One closed list: every way in which bytes can fail to be a request, a limit can be passed or time
/// can run out. After any of them the framing of the connection is not to be trusted (or no longer
/// of use), so the answer is the connection's last.
package enum RequestError: Error, Sendable, Equatable {
  /// Where in the message the fault stands.
  package enum Place: Sendable, Equatable {
    case requestLine
    /// A field line of the header section, counted from 1.
    case field(Int)
    /// The line that begins a chunk.
    case chunkHeader
    /// The line break after a chunk's data.
    case chunkEnd
    /// A field line of the trailer section, counted from 1.
    case trailer(Int)
  }

  // What any line can do wrong.
  case bareLineFeed(Place)
  case bareCarriageReturn(Place)
  case forbiddenByte(UInt8, Place)

  // The request line.
  case tooManyEmptyLines
  case malformedMethod(UInt8)
  case unknownMethod
  case malformedRequestLine
  case missingVersion
  case malformedVersion
  case unsupportedVersion
  case requestLineTooLong(limit: Int)

  // The request target.
  case malformedTarget
  case fragmentInTarget
  case unsupportedScheme
  case authorityFormTarget
  case asteriskOutsideOptions
  case malformedPercentEncoding
  case encodedControl
  case invalidUTF8InTarget
  case dotSegment

  // The field section.
  case whitespaceBeforeFirstField
  case obsoleteLineFolding(Place)
  case whitespaceBeforeColon(Place)
  case emptyFieldName(Place)
  case malformedFieldName(UInt8, Place)
  case missingColon(Place)
  case fieldSectionTooLarge(limit: Int)
  case tooManyFields(limit: Int)

  // The fields that frame and route a message.
  case missingHost
  case repeatedHost
  case malformedHost
  case malformedContentLength
  case repeatedContentLength
  case contentLengthWithTransferEncoding
  case malformedTransferEncoding
  case repeatedTransferEncoding
  case transferEncodingInHTTP10
  case unsupportedTransferCoding
  case unknownExpectation

  // The content.
  case malformedChunkSize
  case malformedChunkExtension
  case chunkExtensionsTooLong(limit: Int)
  case chunkDataTooLong
  case contentTooLarge(limit: Int)
  case incompleteRequest

  // Time and load.
  case headTimeout
  case contentTimeout
  case tooManyConnections
  case tooMuchInFlight

  /// The status of the answer (RFC 9110 section 15).
  package var status: HTTPStatus {
    switch self {
    case .bareLineFeed, .bareCarriageReturn, .forbiddenByte, .tooManyEmptyLines, .malformedMethod,
      .malformedRequestLine, .missingVersion, .malformedVersion, .malformedTarget,
      .fragmentInTarget, .unsupportedScheme, .authorityFormTarget, .asteriskOutsideOptions,
      .malformedPercentEncoding, .encodedControl, .invalidUTF8InTarget, .dotSegment,
      .whitespaceBeforeFirstField, .obsoleteLineFolding, .whitespaceBeforeColon, .emptyFieldName,
      .malformedFieldName, .missingColon, .missingHost, .repeatedHost, .malformedHost,
      .malformedContentLength, .repeatedContentLength, .contentLengthWithTransferEncoding,
      .malformedTransferEncoding, .repeatedTransferEncoding, .transferEncodingInHTTP10,
      .malformedChunkSize, .malformedChunkExtension, .chunkDataTooLong, .incompleteRequest:
      .badRequest
    case .headTimeout, .contentTimeout: .requestTimeout
    case .chunkExtensionsTooLong, .contentTooLarge: .contentTooLarge
    case .requestLineTooLong: .uriTooLong
    case .unknownExpectation: .expectationFailed
    case .fieldSectionTooLarge, .tooManyFields: .requestHeaderFieldsTooLarge
    case .unknownMethod, .unsupportedTransferCoding: .notImplemented
    case .tooManyConnections, .tooMuchInFlight: .serviceUnavailable
    case .unsupportedVersion: .httpVersionNotSupported
    }
  }
}
