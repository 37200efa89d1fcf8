/// Reads a field section (RFC 9112 section 5) as its bytes arrive: field lines up to and with the
/// empty line that ends them.
///
/// Each byte is looked at once and kept in the section's wire form, however the input is cut. A fault
/// is reported at its byte, not at the end of the line. The same rules hold for headers and trailers.
package struct FieldSectionParser: Sendable {
  /// What a call to ``parse(_:at:)`` came to.
  package enum Progress: Sendable {
    /// The input is used up within the section.
    case needsMore
    /// A field line is complete: the last of ``lines``.
    case line
    /// The empty line has been read.
    case end
  }

  private enum State {
    /// At the first byte of a line: a name, or the empty line.
    case lineStart
    /// Within a name, or at its colon.
    case name
    /// After the colon, before the value.
    case beforeValue
    /// Within a value, or at its line break.
    case value
    /// After the carriage return of a field line.
    case lineFeed
    /// After the carriage return of the empty line.
    case lastLineFeed
  }

  private let maximumBytes: Int
  private let maximumCount: Int
  private let isTrailer: Bool
  private var state = State.lineStart
  private var nameStart = 0
  private var nameEnd = 0
  private var valueStart = 0
  /// White space that was read but not kept: it counts against the limit.
  private var skipped = 0
  /// The field lines read so far, with their line breaks.
  package private(set) var wire: [UInt8] = []
  /// The positions of the complete lines in ``wire``.
  package private(set) var lines: [HTTPFields.Line] = []
  /// How often a byte was looked at: what the tests hold to a small multiple of the input.
  package private(set) var steps = 0

  /// A parser of one section under these limits.
  package init(limits: RequestLimits, isTrailer: Bool = false) {
    maximumBytes = limits.fieldSectionBytes
    maximumCount = limits.fieldCount
    self.isTrailer = isTrailer
  }

  /// Makes room for a section that is at most this long, so that a usual one is allocated once.
  package mutating func reserve(_ bytes: Int) {
    wire.reserveCapacity(min(bytes, 1024))
    lines.reserveCapacity(8)
  }

  /// Reads on from `position`, which moves to the end of what was read: of a line at most.
  package mutating func parse(
    _ input: Span<UInt8>, at position: inout Int
  ) throws(RequestError) -> Progress {
    while position < input.count {
      switch state {
      case .lineStart: try beginLine(input[position], &position)
      case .name: try readName(input, &position)
      case .beforeValue: try readWhitespace(input, &position)
      case .value: try readValue(input, &position)
      case .lineFeed:
        guard input[position] == .lineFeed else { throw .bareCarriageReturn(place) }
        position += 1
        try endLine()
        return .line
      case .lastLineFeed:
        guard input[position] == .lineFeed else { throw .bareCarriageReturn(place) }
        position += 1
        return .end
      }
    }
    return .needsMore
  }

  private mutating func beginLine(
    _ byte: UInt8, _ position: inout Int
  ) throws(RequestError) {
    switch byte {
    case .carriageReturn:
      state = .lastLineFeed
      position += 1
    case .lineFeed:
      throw .bareLineFeed(place)
    case .space, .tab:
      throw lines.isEmpty && !isTrailer ? .whitespaceBeforeFirstField : .obsoleteLineFolding(place)
    case .colon:
      throw .emptyFieldName(place)
    default:
      guard lines.count < maximumCount else { throw .tooManyFields(limit: maximumCount) }
      nameStart = wire.count
      state = .name
    }
  }

  private mutating func readName(
    _ input: Span<UInt8>, _ position: inout Int
  ) throws(RequestError) {
    let start = position
    while position < input.count, input[position].isTokenByte { position += 1 }
    try keep(input, start..<position)
    guard position < input.count else { return }
    switch input[position] {
    case .colon:
      nameEnd = wire.count
      try keep(input, position..<(position + 1))
      position += 1
      valueStart = wire.count
      state = .beforeValue
    case .space, .tab: throw .whitespaceBeforeColon(place)
    case .carriageReturn: throw .missingColon(place)
    case .lineFeed: throw .bareLineFeed(place)
    default: throw .malformedFieldName(input[position], place)
    }
  }

  /// White space before the value is no part of it and is not kept.
  private mutating func readWhitespace(
    _ input: Span<UInt8>, _ position: inout Int
  ) throws(RequestError) {
    let start = position
    while position < input.count, input[position].isOptionalWhitespace { position += 1 }
    skipped += position - start
    steps += position - start
    guard wire.count + skipped <= maximumBytes else {
      throw .fieldSectionTooLarge(limit: maximumBytes)
    }
    if position < input.count { state = .value }
  }

  private mutating func readValue(
    _ input: Span<UInt8>, _ position: inout Int
  ) throws(RequestError) {
    let start = position
    while position < input.count, input[position].isFieldValueByte { position += 1 }
    try keep(input, start..<position)
    guard position < input.count else { return }
    switch input[position] {
    case .carriageReturn:
      position += 1
      state = .lineFeed
    case .lineFeed: throw .bareLineFeed(place)
    default: throw .forbiddenByte(input[position], place)
    }
  }

  private mutating func endLine() throws(RequestError) {
    var valueEnd = wire.count
    while valueEnd > valueStart, wire[valueEnd - 1].isOptionalWhitespace { valueEnd -= 1 }
    steps += wire.count - valueEnd
    guard wire.count + skipped + 2 <= maximumBytes else {
      throw .fieldSectionTooLarge(limit: maximumBytes)
    }
    lines.append(HTTPFields.Line(name: nameStart..<nameEnd, value: valueStart..<valueEnd))
    wire.append(.carriageReturn)
    wire.append(.lineFeed)
    state = .lineStart
  }

  private mutating func keep(
    _ input: Span<UInt8>, _ range: Range<Int>
  ) throws(RequestError) {
    guard wire.count + skipped + range.count <= maximumBytes else {
      throw .fieldSectionTooLarge(limit: maximumBytes)
    }
    steps += range.count
    wire.append(input, range)
  }

  private var place: RequestError.Place {
    isTrailer ? .trailer(lines.count + 1) : .field(lines.count + 1)
  }
}
