extension RequestError {
  /// One of each case, for documentation; a test holds that none is missing.
  package static let examples: [RequestError] = [
    .bareLineFeed(.requestLine), .bareCarriageReturn(.field(1)), .forbiddenByte(0, .field(2)),
    .tooManyEmptyLines, .malformedMethod(UInt8(ascii: "{")), .unknownMethod,
    .malformedRequestLine, .missingVersion, .malformedVersion, .unsupportedVersion,
    .requestLineTooLong(limit: 8_192), .malformedTarget, .fragmentInTarget, .unsupportedScheme,
    .authorityFormTarget, .asteriskOutsideOptions, .malformedPercentEncoding, .encodedControl,
    .invalidUTF8InTarget, .dotSegment, .whitespaceBeforeFirstField,
    .obsoleteLineFolding(.field(2)), .whitespaceBeforeColon(.field(1)), .emptyFieldName(.field(3)),
    .malformedFieldName(UInt8(ascii: "@"), .field(1)), .missingColon(.field(4)),
    .fieldSectionTooLarge(limit: 32_768), .tooManyFields(limit: 100), .missingHost, .repeatedHost,
    .malformedHost, .malformedContentLength, .repeatedContentLength,
    .contentLengthWithTransferEncoding, .malformedTransferEncoding, .repeatedTransferEncoding,
    .transferEncodingInHTTP10, .unsupportedTransferCoding, .unknownExpectation,
    .malformedChunkSize, .malformedChunkExtension, .chunkExtensionsTooLong(limit: 4_096),
    .chunkDataTooLong, .contentTooLarge(limit: 8_388_608), .incompleteRequest, .headTimeout,
    .contentTimeout, .tooManyConnections, .tooMuchInFlight,
  ]
}
