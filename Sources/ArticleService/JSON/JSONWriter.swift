/// Writes JSON (RFC 8259) into a buffer of bytes, in the order in which it is told.
///
/// The caller says what begins and ends; the writer puts in commas, escapes and, for people, line
/// breaks and two spaces a level. Beginning and ending what does not match is a programmer's error
/// that shows as malformed JSON, never as a trap.
struct JSONWriter: ~Copyable {
  /// What has been written.
  private(set) var bytes: [UInt8]
  private let isPretty: Bool
  private var depth = 0
  private var needsComma = false
  private var followsName = false

  /// A writer that writes into this buffer, whose room it uses and whose content it drops.
  init(reusing buffer: consuming [UInt8] = [], isPretty: Bool = false) {
    bytes = buffer
    bytes.removeAll(keepingCapacity: true)
    self.isPretty = isPretty
  }

  /// An object of the members that `members` writes.
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  /// An array of one value for each element.
  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
  ) {
    begin(UInt8(ascii: "["))
    for each in elements { element(&self, each) }
    end(UInt8(ascii: "]"))
  }

  /// Opens an object, for members that are written one by one.
  mutating func beginObject() { begin(UInt8(ascii: "{")) }
  mutating func endObject() { end(UInt8(ascii: "}")) }

  /// The name of a member, whose value is written next. Names are the API's own, plain ASCII.
  mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    // A static string's bytes live as long as the program.
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    followsName = true
  }

  /// A string value.
  mutating func string(_ value: String) {
    var value = value
    separate()
    // The buffer is read within the call.
    value.withUTF8 { unsafe appendQuoted($0) }
  }

  /// A string value from bytes that are known to be UTF-8, such as a slice of a source text.
  mutating func string(utf8 value: ArraySlice<UInt8>) {
    separate()
    // The buffer is read within the call.
    unsafe value.withUnsafeBufferPointer { unsafe appendQuoted($0) }
  }

  /// A number without fraction.
  mutating func integer(_ value: some FixedWidthInteger) {
    separate()
    guard value != 0 else {
      bytes.append(UInt8(ascii: "0"))
      return
    }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var magnitude = value.magnitude
    let start = bytes.count
    while magnitude > 0 {
      let (quotient, digit) = magnitude.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
      magnitude = quotient
    }
    bytes[start...].reverse()
  }

  /// Ends the document: for people, with a line break. Gives back what was written.
  consuming func finish() -> [UInt8] {
    if isPretty { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if needsComma { breakLine() }  // Something stands within: the bracket gets its own line.
    bytes.append(bracket)
    needsComma = true
  }

  /// What stands between a value or a name and what was before it.
  private mutating func separate() {
    if followsName {
      followsName = false
    } else {
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      if depth > 0 { breakLine() }
    }
    needsComma = true
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth {
      bytes.append(UInt8(ascii: " "))
      bytes.append(UInt8(ascii: " "))
    }
  }

  /// The string between quotes; what needs no escape is copied in runs.
  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for index in 0..<text.count {
      let byte = unsafe text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      unsafe bytes.append(contentsOf: text[start..<index])
      appendEscape(byte)
      start = index + 1
    }
    unsafe bytes.append(contentsOf: text[start...])
    bytes.append(UInt8(ascii: "\""))
  }

  /// RFC 8259 section 7: the short escape where there is one. `/`, U+2028 and U+2029 need none.
  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(UInt8(ascii: "0") + byte >> 4)
      let low = byte & 0x0F
      bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }
}

/// Members that are left out when there is nothing to say.
extension JSONWriter {
  mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    self.name(name)
    string(value)
  }

  mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    integer(value)
  }
}
