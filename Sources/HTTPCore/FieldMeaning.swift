/// What a request's header section says of its framing, its host and its connection, gathered line
/// by line so that a contradiction is refused as soon as it stands there.
struct FieldMeaning: Sendable {
  private var hostCount = 0
  private var contentLength: Int?
  private var isChunked = false
  private var wantsClose = false
  private var wantsKeepAlive = false
  /// Whether there is an `Expect: 100-continue`, which an HTTP/1.0 client cannot mean.
  private(set) var expectsContinue = false

  /// Accepts the last line of the section.
  mutating func accept(
    _ section: FieldSectionParser, _ version: HTTPVersion
  ) throws(RequestError) {
    guard let line = section.lines.last else { return }
    let name = section.wire[line.name]
    let value = section.wire[line.value]
    // Five names matter here and no two are of one length.
    switch name.count {
    case 4 where name.matches("host"):
      hostCount += 1
      guard hostCount == 1 else { throw .repeatedHost }
      guard Authority.isValid(value) else { throw .malformedHost }
    case 6 where name.matches("expect"):
      // HTTP/1.0 has no expectations: the field is ignored there (RFC 9110 section 10.1.1).
      guard version == .http11 else { return }
      guard value.matches("100-continue") else { throw .unknownExpectation }
      expectsContinue = true
    case 10 where name.matches("connection"):
      acceptConnection(value)
    case 14 where name.matches("content-length"):
      try acceptContentLength(value)
    case 17 where name.matches("transfer-encoding"):
      try acceptTransferEncoding(value, version)
    default: break
    }
  }

  /// RFC 9112 section 3.2: HTTP/1.1 requires the field in every form of target.
  func checkHost(_ version: HTTPVersion) throws(RequestError) {
    guard hostCount == 1 || version == .http10 else { throw .missingHost }
  }

  /// How the content is delimited.
  var framing: RequestHead.Framing {
    if isChunked { return .chunked }
    guard let contentLength, contentLength > 0 else { return .none }
    return .length(contentLength)
  }

  /// RFC 9112 section 9.3: `close` wins, then the version's own default.
  func persistence(_ version: HTTPVersion) -> Persistence {
    if wantsClose { return .close }
    return switch version {
    case .http11: .implied
    case .http10: wantsKeepAlive ? .announced : .close
    }
  }

  private mutating func acceptConnection(_ value: ArraySlice<UInt8>) {
    for option in value.split(separator: .comma) {
      let option = option.trimmingOptionalWhitespace
      if option.matches("close") { wantsClose = true }
      if option.matches("keep-alive") { wantsKeepAlive = true }
    }
  }

  /// `1*DIGIT`, once. A list of equal lengths may be accepted (RFC 9110 section 8.6) but is not:
  /// two readers that disagree about it are how requests are smuggled.
  private mutating func acceptContentLength(
    _ value: ArraySlice<UInt8>
  ) throws(RequestError) {
    guard contentLength == nil else { throw .repeatedContentLength }
    guard !isChunked else { throw .contentLengthWithTransferEncoding }
    guard !value.isEmpty, value.allSatisfy(\.isDigit) else { throw .malformedContentLength }
    var length = 0
    for digit in value {
      let (shifted, overflowed) = length.multipliedReportingOverflow(by: 10)
      let (sum, overflowedToo) = shifted.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      // More than can be counted is more than any limit.
      length = overflowed || overflowedToo ? .max : sum
      if length == .max { break }
    }
    contentLength = length
  }

  /// `chunked`, once and alone (RFC 9112 section 6.1).
  private mutating func acceptTransferEncoding(
    _ value: ArraySlice<UInt8>, _ version: HTTPVersion
  ) throws(RequestError) {
    guard version == .http11 else { throw .transferEncodingInHTTP10 }
    guard contentLength == nil else { throw .contentLengthWithTransferEncoding }
    guard !isChunked else { throw .repeatedTransferEncoding }
    guard !value.matches("chunked") else {
      isChunked = true
      return
    }
    let isList = value.split(separator: .comma, omittingEmptySubsequences: false).allSatisfy {
      let coding = $0.trimmingOptionalWhitespace
      return !coding.isEmpty && coding.allSatisfy(\.isTokenByte)
    }
    throw isList ? .unsupportedTransferCoding : .malformedTransferEncoding
  }
}
