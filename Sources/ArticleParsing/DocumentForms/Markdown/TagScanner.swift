/// Recognises what stands between angle brackets: tags, comments, addresses.
///
/// Where the end of a kind was once looked for in vain, it is not looked for again: linear.
struct TagScanner {
  enum Result {
    case none
    /// `<https://…>` or `<name@host>`: the range between the brackets, and what is behind them.
    case address(Range<Int>, next: Int)
    /// A tag or a comment; `<br>` parts words.
    case tag(next: Int, partsWords: Bool)
  }

  /// Ends that do not come again.
  private var missing: Ends = []

  private struct Ends: OptionSet {
    let rawValue: UInt8
    static let comment = Ends(rawValue: 1)
    static let characters = Ends(rawValue: 2)
    static let instruction = Ends(rawValue: 4)
    static let doubleQuote = Ends(rawValue: 8)
    static let singleQuote = Ends(rawValue: 16)
  }

  /// Judges a `<` at an offset.
  mutating func scan(_ bytes: [UInt8], from start: Int, to end: Int) -> Result {
    if bytes.has("<!--", at: start) { return section(bytes, start, end, .comment, "-->") }
    if bytes.has("<![CDATA[", at: start) { return section(bytes, start, end, .characters, "]]>") }
    if bytes.has("<?", at: start) { return section(bytes, start, end, .instruction, "?>") }
    if let address = address(bytes, from: start, to: end) { return address }
    return tag(bytes, from: start, to: end)
  }

  private mutating func section(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ kind: Ends, _ close: StaticString
  ) -> Result {
    guard let found = find(kind, close, bytes, from: start + 2, to: end) else { return .none }
    return .tag(next: found + close.utf8CodeUnitCount, partsWords: false)
  }

  private mutating func find(
    _ kind: Ends, _ wanted: StaticString, _ bytes: [UInt8], from start: Int, to end: Int
  ) -> Int? {
    guard !missing.contains(kind) else { return nil }
    var offset = start
    while offset + wanted.utf8CodeUnitCount <= end {
      if bytes.has(wanted, at: offset) { return offset }
      offset += 1
    }
    missing.insert(kind)
    return nil
  }

  /// An autolink (CommonMark 0.30, section 6.5): a scheme of 2 to 32 characters, or an `@`.
  private func address(_ bytes: [UInt8], from start: Int, to end: Int) -> Result? {
    var offset = start + 1
    var colon: Int?
    var at: Int?
    while offset < end, bytes[offset] > .space, bytes[offset] != UInt8(ascii: "<") {
      if bytes[offset] == UInt8(ascii: ">") {
        guard colon.map({ (2...32).contains($0 - start - 1) }) ?? (at != nil) else { return nil }
        return .address(start + 1..<offset, next: offset + 1)
      }
      if bytes[offset] == UInt8(ascii: ":"), colon == nil { colon = offset }
      if bytes[offset] == UInt8(ascii: "@") { at = offset }
      let isName = bytes[offset].isLetter || bytes[offset].isDigit
      let isMark = bytes[offset].isPunctuation
      if colon == nil, at == nil, !isName, !isMark { return nil }
      if bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "=") && colon == nil {
        return nil
      }
      offset += 1
    }
    return nil
  }

  /// An opening or closing tag with its attributes, or a declaration.
  private mutating func tag(_ bytes: [UInt8], from start: Int, to end: Int) -> Result {
    var offset = start + 1
    if offset < end, bytes[offset] == UInt8(ascii: "/") || bytes[offset] == UInt8(ascii: "!") {
      offset += 1
    }
    guard offset < end, bytes[offset].isLetter else { return .none }
    let name = bytes[offset..<end].prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    offset += name.count
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: ">"):
        let isBreak = name.elementsEqual("br".utf8) { $0 | 0x20 == $1 }
        return .tag(next: offset + 1, partsWords: isBreak)
      case UInt8(ascii: "<"): return .none
      case UInt8(ascii: "\""):
        guard let close = find(.doubleQuote, "\"", bytes, from: offset + 1, to: end) else {
          return .none
        }
        offset = close
      case UInt8(ascii: "'"):
        guard let close = find(.singleQuote, "'", bytes, from: offset + 1, to: end) else {
          return .none
        }
        offset = close
      default: break
      }
      offset += 1
    }
    return .none
  }
}
