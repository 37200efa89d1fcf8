/// Checks JSON (RFC 8259) before it is decoded: that it is well-formed, that it is not nested deeper
/// than allowed, and where it is not so. One pass, no allocation but for the outermost items.
package struct JSONSyntax {
  /// What is wrong, and the offset of the byte where that shows.
  package struct Fault: Error, Equatable {
    /// What is wrong.
    package enum Reason: Equatable {
      case unexpectedEnd, unexpectedByte, invalidEscape, unescapedControl, tooDeep(limit: Int)
    }

    /// What is wrong.
    package let reason: Reason
    /// The offset of the byte where that shows.
    package let offset: Int
  }

  /// A member of the outermost object, or an element of the outermost array.
  package struct Item: Sendable {
    /// As it is written, escapes and all; empty for an element.
    package let name: ArraySlice<UInt8>
    /// As it is written.
    package let value: ArraySlice<UInt8>

    /// The name without its escapes.
    package var unescapedName: [UInt8] { JSONValue.unescaped(name) }
  }

  /// How deep arrays and objects may nest; what is submitted needs two levels.
  static let depthLimit = 32
  /// How many of the outermost items are given unless more are asked for; what is submitted has far
  /// fewer.
  package static let usualItemLimit = 256

  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0
  private var items: [Item] = []
  private let itemLimit: Int

  private init(_ bytes: [UInt8], itemLimit: Int) {
    self.bytes = bytes
    self.itemLimit = itemLimit
  }

  /// Checks a document, which must be valid UTF-8, and gives the first of the outermost object's
  /// members or the outermost array's elements.
  package static func items(
    of bytes: [UInt8], limit: Int = usualItemLimit
  ) throws(Fault) -> [Item] {
    var syntax = JSONSyntax(bytes, itemLimit: limit)
    try syntax.value()
    syntax.skipWhitespace()
    guard syntax.offset == bytes.count else { throw syntax.fault(.unexpectedByte) }
    return syntax.items
  }

  private func fault(_ reason: Fault.Reason) -> Fault { Fault(reason: reason, offset: offset) }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipWhitespace() {
    while let byte = next, byte.isJSONWhitespace { offset += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws(Fault) {
    guard let next else { throw fault(.unexpectedEnd) }
    guard next == byte else { throw fault(.unexpectedByte) }
    offset += 1
  }

  /// Recursive, no deeper than ``depthLimit``.
  private mutating func value() throws(Fault) {
    skipWhitespace()
    guard let first = next else { throw fault(.unexpectedEnd) }
    switch first {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try array()
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: throw fault(.unexpectedByte)
    }
  }

  private mutating func literal(_ text: String) throws(Fault) {
    for byte in text.utf8 { try expect(byte) }
  }

  private mutating func enter() throws(Fault) {
    guard depth < Self.depthLimit else { throw fault(.tooDeep(limit: Self.depthLimit)) }
    depth += 1
    offset += 1
  }

  private mutating func object() throws(Fault) {
    try enter()
    skipWhitespace()
    if next == UInt8(ascii: "}") { return leave() }
    while true {
      skipWhitespace()
      let start = offset
      try string()
      let name = start + 1..<offset - 1
      skipWhitespace()
      try expect(UInt8(ascii: ":"))
      try item(named: name)
      skipWhitespace()
      if next == UInt8(ascii: "}") { return leave() }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func array() throws(Fault) {
    try enter()
    skipWhitespace()
    if next == UInt8(ascii: "]") { return leave() }
    while true {
      try item(named: offset..<offset)
      skipWhitespace()
      if next == UInt8(ascii: "]") { return leave() }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func item(named name: Range<Int>) throws(Fault) {
    let isOutermost = depth == 1 && items.count < itemLimit
    skipWhitespace()
    let start = offset
    try value()
    if isOutermost { items.append(Item(name: bytes[name], value: bytes[start..<offset])) }
  }

  private mutating func leave() {
    depth -= 1
    offset += 1
  }

  private mutating func string() throws(Fault) {
    try expect(UInt8(ascii: "\""))
    while true {
      // Right because the buffer is looked at within the call only.
      let start = offset
      offset = unsafe bytes.withUnsafeBufferPointer {
        unsafe JSONPlainText.end(in: $0, from: start)
      }
      guard let byte = next else { throw fault(.unexpectedEnd) }
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return
      case UInt8(ascii: "\\"): try escape()
      default: throw fault(.unescapedControl)
      }
    }
  }

  /// An escape; a surrogate only as the first half of a pair (RFC 8259 section 7).
  private mutating func escape() throws(Fault) {
    let start = offset
    guard let unit = try escapedUnit(), 0xD800...0xDFFF ~= unit else { return }
    guard unit < 0xDC00, next == UInt8(ascii: "\\"), let low = try escapedUnit(),
      0xDC00...0xDFFF ~= low
    else { throw Fault(reason: .invalidEscape, offset: start) }
  }

  /// The code unit of a `\u` escape, `nil` for another one.
  private mutating func escapedUnit() throws(Fault) -> UInt32? {
    let start = offset
    offset += 1
    guard let kind = next else { throw fault(.unexpectedEnd) }
    offset += 1
    switch kind {
    case UInt8(ascii: "u"): break
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return nil
    default: throw Fault(reason: .invalidEscape, offset: start)
    }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next else { throw fault(.unexpectedEnd) }
      guard let value = Self.hexValue(digit) else {
        throw Fault(reason: .invalidEscape, offset: start)
      }
      unit = unit << 4 | value
      offset += 1
    }
    return unit
  }

  private static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private mutating func number() throws(Fault) {
    if next == UInt8(ascii: "-") { offset += 1 }
    if next == UInt8(ascii: "0") { offset += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(Fault) {
    let start = offset
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    guard offset > start else { throw fault(next == nil ? .unexpectedEnd : .unexpectedByte) }
  }
}

extension UInt8 {
  /// White space between tokens (RFC 8259 section 2).
  package var isJSONWhitespace: Bool {
    self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09
  }
}
