/// Removes the chunked transfer coding (RFC 9112 section 7.1) as the bytes arrive.
///
/// Strict where readers of chunks are known to disagree: every line ends in CR LF, a size is digits
/// and nothing else, white space is accepted only around the `;` and `=` of an extension. Extensions
/// and trailers are checked, bounded and thrown away.
package struct ChunkedDecoder: Sendable {
  private enum State {
    /// Within the size of a chunk, or at what follows it.
    case size
    /// After white space, where only the semicolon of an extension may come.
    case beforeSemicolon
    /// After a semicolon, before the extension's name.
    case beforeName
    /// Within the extension's name.
    case name
    /// After white space that follows the name: an equals sign or the next extension.
    case afterName
    /// After the equals sign, before the value.
    case beforeValue
    /// Within a value that is a token.
    case token
    /// Within a value that is a quoted string.
    case quoted
    /// After a backslash in a quoted string.
    case quotedPair
    /// After the closing quote.
    case afterQuoted
    /// After the carriage return that ends the chunk's first line.
    case headerLineFeed
    /// Within the chunk's data.
    case data
    /// After the chunk's data, at its carriage return.
    case dataCarriageReturn
    /// After that carriage return.
    case dataLineFeed
    /// After the last chunk, within the trailer section.
    case trailers
  }

  private let limits: RequestLimits
  private var state = State.size
  private var digits = 0
  private var size = 0
  private var extensionBytes = 0
  private var trailers: FieldSectionParser

  /// A decoder of one message's content.
  package init(limits: RequestLimits) {
    self.limits = limits
    trailers = FieldSectionParser(limits: limits, isTrailer: true)
  }

  /// Decodes on from `position`, which moves to the end of what was read, and adds the data to `content`.
  ///
  /// - Returns: whether the content is complete, trailers included.
  package mutating func decode(
    _ input: Span<UInt8>, at position: inout Int, into content: inout [UInt8]
  ) throws(RequestError) -> Bool {
    while position < input.count {
      switch state {
      case .data:
        let count = min(size, input.count - position)
        content.append(input, position..<(position + count))
        position += count
        size -= count
        if size == 0 { state = .dataCarriageReturn }
      case .trailers:
        switch try trailers.parse(input, at: &position) {
        case .needsMore: return false
        case .line: continue
        case .end: return true
        }
      case .size, .beforeSemicolon, .beforeName, .name, .afterName, .beforeValue, .token, .quoted,
        .quotedPair, .afterQuoted, .headerLineFeed, .dataCarriageReturn, .dataLineFeed:
        state = try next(input[position], held: content.count)
        position += 1
      }
    }
    return false
  }

  /// The state after one byte of the syntax around the data.
  private mutating func next(_ byte: UInt8, held: Int) throws(RequestError) -> State {
    switch state {
    case .size: return try afterSizeByte(byte, held: held)
    case .beforeSemicolon, .beforeName, .name, .afterName, .beforeValue, .token, .quoted,
      .quotedPair, .afterQuoted:
      return try afterExtensionByte(byte)
    case .headerLineFeed:
      guard byte == .lineFeed else { throw .bareCarriageReturn(.chunkHeader) }
      digits = 0
      return size == 0 ? .trailers : .data
    case .dataCarriageReturn:
      guard byte == .carriageReturn else {
        throw byte == .lineFeed ? .bareLineFeed(.chunkEnd) : .chunkDataTooLong
      }
      return .dataLineFeed
    case .dataLineFeed:
      guard byte == .lineFeed else { throw .bareCarriageReturn(.chunkEnd) }
      return .size
    case .data, .trailers: return state
    }
  }

  /// `chunk-size = 1*HEXDIG`, refused as soon as it is more than the content may still grow by.
  private mutating func afterSizeByte(_ byte: UInt8, held: Int) throws(RequestError) -> State {
    if let value = byte.hexValue {
      digits += 1
      // 16 digits are 64 bits; more of them are zeros that nobody needs.
      guard digits <= 16 else { throw .malformedChunkSize }
      // Compared before it is multiplied, so that no limit lets it overflow.
      let room = limits.contentBytes - held
      guard size <= (room - Int(value)) / 16, Int(value) <= room else {
        throw .contentTooLarge(limit: limits.contentBytes)
      }
      size = size * 16 + Int(value)
      return .size
    }
    guard digits > 0 else { throw .malformedChunkSize }
    switch byte {
    case .carriageReturn: return .headerLineFeed
    case .lineFeed: throw .bareLineFeed(.chunkHeader)
    case .semicolon: return .beforeName
    case .space, .tab: return .beforeSemicolon
    default: throw .malformedChunkSize
    }
  }

  /// `chunk-ext = *( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] )`
  private mutating func afterExtensionByte(_ byte: UInt8) throws(RequestError) -> State {
    extensionBytes += 1
    guard extensionBytes <= limits.chunkExtensionBytes else {
      throw .chunkExtensionsTooLong(limit: limits.chunkExtensionBytes)
    }
    guard byte != .lineFeed else { throw .bareLineFeed(.chunkHeader) }
    switch (state, byte) {
    case (.beforeSemicolon, .space), (.beforeSemicolon, .tab): return .beforeSemicolon
    case (.beforeSemicolon, .semicolon): return .beforeName

    case (.beforeName, .space), (.beforeName, .tab): return .beforeName
    case (.beforeName, _) where byte.isTokenByte: return .name

    case (.name, _) where byte.isTokenByte: return .name
    case (.name, .space), (.name, .tab): return .afterName
    case (.name, .equals), (.afterName, .equals): return .beforeValue
    case (.name, .semicolon), (.afterName, .semicolon): return .beforeName
    case (.name, .carriageReturn): return .headerLineFeed
    case (.afterName, .space), (.afterName, .tab): return .afterName

    case (.beforeValue, .space), (.beforeValue, .tab): return .beforeValue
    case (.beforeValue, .quote): return .quoted
    case (.beforeValue, _) where byte.isTokenByte: return .token

    case (.token, _) where byte.isTokenByte: return .token
    case (.quoted, .quote): return .afterQuoted
    case (.quoted, .backslash): return .quotedPair
    case (.quoted, _) where byte.isFieldValueByte: return .quoted
    case (.quotedPair, _) where byte.isFieldValueByte: return .quoted

    case (.token, .semicolon), (.afterQuoted, .semicolon): return .beforeName
    case (.token, .space), (.token, .tab), (.afterQuoted, .space), (.afterQuoted, .tab):
      return .beforeSemicolon
    case (.token, .carriageReturn), (.afterQuoted, .carriageReturn): return .headerLineFeed

    case (_, _): throw .malformedChunkExtension
    }
  }
}
