/// Reads a request line and header section (RFC 9112 sections 3 and 5) as their bytes arrive.
///
/// Each byte is looked at once, however the input is cut, and a fault is reported as soon as the
/// byte that makes it one is there. One parser serves one request after another on a connection.
package struct RequestHeadParser: Sendable {
  private enum State {
    /// Before the request line.
    case start
    /// After the carriage return of an empty line before the request line.
    case emptyLineFeed
    /// Within the method, or at the space after it.
    case method
    /// Within the target, or at the space after it.
    case target
    /// Within the version, or at its line break.
    case version
    /// After the carriage return of the request line.
    case lineFeed
    /// Within the header section.
    case fields
  }

  private let limits: RequestLimits
  private var state = State.start
  private var sawEmptyLine = false
  /// The request line as far as it has come, kept between requests to save its allocation.
  private var line: [UInt8] = []
  private var methodEnd = 0
  private var targetEnd = 0
  private var target: RequestTarget?
  private var version = HTTPVersion.http11
  private var section: FieldSectionParser
  private var meaning = FieldMeaning()
  /// How often a byte of a request line was looked at; see ``steps``.
  private var lineSteps = 0

  /// The method, once it is read: a refused HEAD is answered without content too.
  package private(set) var method: HTTPMethod?

  /// A parser of the heads of one connection.
  package init(limits: RequestLimits) {
    self.limits = limits
    section = FieldSectionParser(limits: limits)
  }

  /// How often a byte of this head was looked at.
  package var steps: Int { lineSteps + section.steps }

  /// Reads on from `position`, which moves to the end of what was read.
  ///
  /// - Returns: the head once it is complete, `nil` when the input is used up before.
  package mutating func parse(
    _ input: Span<UInt8>, at position: inout Int
  ) throws(RequestError) -> RequestHead? {
    while position < input.count {
      switch state {
      case .start: try begin(input[position], &position)
      case .emptyLineFeed:
        guard input[position] == .lineFeed else { throw .bareCarriageReturn(.requestLine) }
        position += 1
        sawEmptyLine = true
        state = .start
      case .method: try readMethod(input, &position)
      case .target: try readTarget(input, &position)
      case .version: try readVersion(input, &position)
      case .lineFeed:
        guard input[position] == .lineFeed else { throw .bareCarriageReturn(.requestLine) }
        position += 1
        state = .fields
        section.reserve(input.count - position)
      case .fields:
        switch try section.parse(input, at: &position) {
        case .needsMore: return nil
        case .line: try meaning.accept(section, version)
        case .end: return try complete()
        }
      }
    }
    return nil
  }

  // MARK: The request line

  private mutating func begin(_ byte: UInt8, _ position: inout Int) throws(RequestError) {
    switch byte {
    case .carriageReturn:
      // Some old clients send an empty line after a request; one is forgiven (RFC 9112 2.2).
      guard !sawEmptyLine else { throw .tooManyEmptyLines }
      position += 1
      state = .emptyLineFeed
    case .lineFeed: throw .bareLineFeed(.requestLine)
    default:
      guard byte.isTokenByte else { throw .malformedMethod(byte) }
      state = .method
    }
  }

  private mutating func readMethod(
    _ input: Span<UInt8>, _ position: inout Int
  ) throws(RequestError) {
    let start = position
    while position < input.count, input[position].isTokenByte { position += 1 }
    // A token longer than every method is none of them: nothing of it need be kept.
    guard line.count + position - start <= HTTPMethod.longestName else { throw .unknownMethod }
    try keep(input, start..<position)
    guard position < input.count else { return }
    switch input[position] {
    case .space:
      methodEnd = line.count
      let method = HTTPMethod(line[...])
      guard method != .other else { throw .unknownMethod }
      self.method = method
      try keep(input, position..<(position + 1))
      position += 1
      state = .target
    case .lineFeed: throw .bareLineFeed(.requestLine)
    case .carriageReturn: throw .malformedRequestLine
    default: throw .malformedMethod(input[position])
    }
  }

  private mutating func readTarget(
    _ input: Span<UInt8>, _ position: inout Int
  ) throws(RequestError) {
    let start = position
    while position < input.count, input[position].isTargetByte { position += 1 }
    try keep(input, start..<position)
    guard position < input.count else { return }
    let isEmpty = line.count == methodEnd + 1
    switch input[position] {
    case .space:
      guard !isEmpty else { throw .malformedRequestLine }
      targetEnd = line.count
      target = try RequestTarget(
        parsing: line[(methodEnd + 1)..<targetEnd], method: method ?? .other)
      try keep(input, position..<(position + 1))
      position += 1
      state = .version
    case .carriageReturn: throw isEmpty ? .malformedRequestLine : .missingVersion
    case .lineFeed: throw .bareLineFeed(.requestLine)
    case UInt8(ascii: "#"): throw .fragmentInTarget
    default: throw .forbiddenByte(input[position], .requestLine)
    }
  }

  private mutating func readVersion(
    _ input: Span<UInt8>, _ position: inout Int
  ) throws(RequestError) {
    let byte = input[position]
    let index = line.count - targetEnd - 1
    if index == 8 {
      guard byte == .carriageReturn else {
        throw byte == .lineFeed ? .bareLineFeed(.requestLine) : .malformedVersion
      }
      version = try Self.version(major: line[targetEnd + 6], minor: line[targetEnd + 8])
      position += 1
      state = .lineFeed
      return
    }
    // HTTP-version = "HTTP" "/" DIGIT "." DIGIT, in this case only (RFC 9112 section 2.3).
    let fits: Bool =
      switch index {
      case 0: byte == UInt8(ascii: "H")
      case 1, 2: byte == UInt8(ascii: "T")
      case 3: byte == UInt8(ascii: "P")
      case 4: byte == .slash
      case 6: byte == UInt8(ascii: ".")
      default: byte.isDigit
      }
    guard fits else {
      if byte == .lineFeed { throw .bareLineFeed(.requestLine) }
      throw index == 0 && byte == .space ? .malformedRequestLine : .malformedVersion
    }
    try keep(input, position..<(position + 1))
    position += 1
  }

  /// A later minor version speaks the highest that we know (RFC 9110 section 2.5).
  private static func version(major: UInt8, minor: UInt8) throws(RequestError) -> HTTPVersion {
    guard major == UInt8(ascii: "1") else { throw .unsupportedVersion }
    return minor == UInt8(ascii: "0") ? .http10 : .http11
  }

  private mutating func keep(
    _ input: Span<UInt8>, _ range: Range<Int>
  ) throws(RequestError) {
    guard line.count + range.count <= limits.requestLineBytes else {
      throw .requestLineTooLong(limit: limits.requestLineBytes)
    }
    lineSteps += range.count
    line.append(input, range)
  }

  // MARK: The whole

  private mutating func complete() throws(RequestError) -> RequestHead {
    guard let method, let target else { throw .malformedRequestLine }
    try meaning.checkHost(version)
    let head = RequestHead(
      method: method, target: target, version: version,
      fields: HTTPFields(wire: section.wire, lines: section.lines),
      framing: meaning.framing,
      expectsContinue: meaning.expectsContinue, persistence: meaning.persistence(version))
    reset()
    return head
  }

  private mutating func reset() {
    state = .start
    sawEmptyLine = false
    // A long line is not worth keeping for a connection's life.
    line.removeAll(keepingCapacity: line.capacity <= 512)
    method = nil
    target = nil
    section = FieldSectionParser(limits: limits)
    meaning = FieldMeaning()
    lineSteps = 0
  }
}
