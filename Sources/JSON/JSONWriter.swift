/// Writes JSON (RFC 8259) into a buffer of bytes, in the order in which it is told.
///
/// The caller says what begins and ends; the writer puts in commas, escapes and, for people, line
/// breaks and two spaces a level. Beginning and ending what does not match is a programmer's error
/// that shows as malformed JSON, never as a trap.
///
/// What is generic or takes a closure is inlinable, so that it is made for what it is used for: else
/// encoding an article takes a third longer. The struct is public for that reason alone: methods of a
/// package type are not inlined in other modules (Swift 6.3).
///
/// Where a selection holds (``select(_:)``), members that it does not have are told as all others, and
/// are not written; their arrays and objects are not even gone through.
public struct JSONWriter: ~Copyable, Sendable {
  private var room: JSONRoom
  private let isPretty: Bool
  private var depth = 0
  private var needsComma = false
  private var followsName = false
  private var muting = MemberMuting()

  /// A writer that writes into this buffer, whose room it uses and whose content it drops.
  package init(reusing buffer: consuming [UInt8] = [], isPretty: Bool = false) {
    room = JSONRoom(reusing: buffer)
    self.isPretty = isPretty
  }

  /// What has been written.
  package var bytes: ArraySlice<UInt8> { room.written }

  /// Has the object that comes next hold the members of a selection only; all without one.
  package mutating func select(_ selection: MemberSelection?) { muting.select(selection) }

  /// An object of the members that `members` writes.
  @inlinable @inline(__always)
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    guard startsObject() else { return }
    members(&self)
    endObject()
  }

  /// An array of one value for each element.
  @inlinable @inline(__always)
  package mutating func array<Elements: Sequence>(
    _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
  ) {
    guard startsArray() else { return }
    for each in elements { element(&self, each) }
    endArray()
  }

  /// Opens an object, unless it is left out.
  @usableFromInline
  package mutating func startsObject() -> Bool {
    if muting.mutesValue() { return false }
    beginObject()
    return true
  }

  /// Opens an array, unless it is left out.
  @usableFromInline
  package mutating func startsArray() -> Bool {
    if muting.mutesValue() { return false }
    beginArray()
    return true
  }

  /// Opens an object, for members that are written one by one.
  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  @usableFromInline
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Opens an array, for elements that are written one by one.
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  @usableFromInline
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// What was written since this was last called; what is open stays so.
  package mutating func take() -> [UInt8] { room.take() }

  /// Ends the document, as ``finish()`` does, for one that is taken in pieces.
  package mutating func end() { if isPretty { append(UInt8(ascii: "\n")) } }

  /// The name of a member, whose value is written next. Names are the API's own, plain ASCII.
  @usableFromInline
  package mutating func name(_ name: StaticString) {
    if muting.leavesOut(name) { return }
    let comma = separate()
    let isPretty = isPretty
    // A static string's bytes live as long as the program; the room is for them and five marks.
    name.withUTF8Buffer { name in
      room.put(atMost: name.count + 5) { cursor in
        if comma { cursor.append(UInt8(ascii: ",")) }
        cursor.append(UInt8(ascii: "\""))
        unsafe cursor.append(name, 0..<name.count)
        cursor.append(UInt8(ascii: "\""))
        cursor.append(UInt8(ascii: ":"))
        if isPretty { cursor.append(UInt8(ascii: " ")) }
      }
    }
    followsName = true
  }

  /// The name of a member that is only known when it is written; no selection leaves it out.
  package mutating func name(of name: String) {
    if muting.isMuted { return }
    string(name)
    append(UInt8(ascii: ":"))
    if isPretty { append(UInt8(ascii: " ")) }
    followsName = true
  }

  /// A string value.
  @usableFromInline
  package mutating func string(_ value: String) {
    if muting.mutesValue() { return }
    var value = value
    // The buffer is read within the call.
    value.withUTF8 { unsafe appendQuoted($0) }
  }

  /// A string value from bytes that are known to be UTF-8, such as a slice of a source text.
  package mutating func string(utf8 value: ArraySlice<UInt8>) {
    if muting.mutesValue() { return }
    // The buffer is read within the call.
    unsafe value.withUnsafeBufferPointer { unsafe appendQuoted($0) }
  }

  /// A string value of some characters, on what everyone takes for one line: controls and separators
  /// of lines that JSON would leave as they are (DEL, C1, U+2028, U+2029) are escaped, too.
  package mutating func string(onOneLine value: some Sequence<Unicode.Scalar>) {
    if muting.mutesValue() { return }
    if separate() { append(UInt8(ascii: ",")) }
    append(UInt8(ascii: "\""))
    for scalar in value {
      switch scalar {
      case "\"", "\\", "\u{0}"..<" ":
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        room.put(atMost: 6) { Self.appendEscape(byte, to: &$0) }
      case "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        append("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)")
      default: append(String(scalar))
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// A value that is JSON as it stands.
  package mutating func verbatim(_ json: String) { literal(json) }

  /// A number without fraction, of at most 64 bits.
  @inlinable @inline(__always)
  package mutating func integer(_ value: some FixedWidthInteger) {
    integer(UInt64(value.magnitude), isNegative: value < 0)
  }

  @usableFromInline
  package mutating func integer(_ magnitude: UInt64, isNegative: Bool) {
    if muting.mutesValue() { return }
    let comma = separate()
    var place: UInt64 = 1
    while magnitude / place >= 10 { place *= 10 }
    // 64 bits make 20 digits at most; a comma and a sign stand in front.
    room.put(atMost: 22) { cursor in
      if comma { cursor.append(UInt8(ascii: ",")) }
      if isNegative { cursor.append(UInt8(ascii: "-")) }
      while place > 0 {
        cursor.append(UInt8(ascii: "0") + UInt8(magnitude / place % 10))
        place /= 10
      }
    }
  }

  /// `true` or `false`.
  package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  /// A number with a fraction, rounded to the sixth digit of it; 0 for what is no number in JSON.
  package mutating func number(_ value: Double) {
    let rounded = (value * 1_000_000).rounded() / 1_000_000
    literal((rounded.isFinite ? rounded : 0).description)
  }

  private mutating func literal(_ text: String) {
    if muting.mutesValue() { return }
    if separate() { append(UInt8(ascii: ",")) }
    append(text)
  }

  /// Ends the document: for people, with a line break. Gives back what was written, in exactly the
  /// room that it needs, and the buffer.
  package consuming func finish() -> (content: [UInt8], buffer: [UInt8]) {
    end()
    return room.finish()
  }

  private mutating func append(_ byte: UInt8) {
    room.put(atMost: 1) { $0.append(byte) }
  }

  private mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  private mutating func begin(_ bracket: UInt8) {
    if muting.mutesOpening(ofObject: bracket == UInt8(ascii: "{")) { return }
    if separate() { append(UInt8(ascii: ",")) }
    append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    if muting.mutesClosing(ofObject: bracket == UInt8(ascii: "}")) { return }
    depth -= 1
    if needsComma { breakLine() }  // Something stands within: the bracket gets its own line.
    append(bracket)
    needsComma = true
  }

  /// Says whether a comma must stand before a value or a name. For people it is written here, with
  /// the line break behind it.
  private mutating func separate() -> Bool {
    let comma = needsComma && !followsName
    let startsLine = !followsName && depth > 0
    followsName = false
    needsComma = true
    guard isPretty else { return comma }
    if comma { append(UInt8(ascii: ",")) }
    if startsLine { breakLine() }
    return false
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    append(UInt8(ascii: "\n"))
    for _ in 0..<depth {
      append(UInt8(ascii: " "))
      append(UInt8(ascii: " "))
    }
  }

  /// The string between quotes; what needs no escape is copied in runs.
  @inline(__always)
  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    let comma = separate()
    var end = unsafe JSONPlainText.end(in: text, from: 0)
    room.put(atMost: end + 3) { cursor in
      if comma { cursor.append(UInt8(ascii: ",")) }
      cursor.append(UInt8(ascii: "\""))
      unsafe cursor.append(text, 0..<end)
      if end == text.count { cursor.append(UInt8(ascii: "\"")) }
    }
    while end < text.count {
      let escaped = unsafe text[end]
      let start = end + 1
      end = unsafe JSONPlainText.end(in: text, from: start)
      // The longest escape has six bytes.
      room.put(atMost: end - start + 7) { cursor in
        Self.appendEscape(escaped, to: &cursor)
        unsafe cursor.append(text, start..<end)
        if end == text.count { cursor.append(UInt8(ascii: "\"")) }
      }
    }
  }

  /// RFC 8259 section 7: the short escape where there is one. `/`, U+2028 and U+2029 need none.
  private static func appendEscape(_ byte: UInt8, to cursor: inout JSONRoom.Cursor) {
    cursor.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): cursor.append(byte)
    case 0x08: cursor.append(UInt8(ascii: "b"))
    case 0x09: cursor.append(UInt8(ascii: "t"))
    case 0x0A: cursor.append(UInt8(ascii: "n"))
    case 0x0C: cursor.append(UInt8(ascii: "f"))
    case 0x0D: cursor.append(UInt8(ascii: "r"))
    default:
      cursor.append(UInt8(ascii: "u"))
      cursor.append(UInt8(ascii: "0"))
      cursor.append(UInt8(ascii: "0"))
      cursor.append(UInt8(ascii: "0") + byte >> 4)
      let low = byte & 0x0F
      cursor.append(
        low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }
}

/// Members that are left out when there is nothing to say.
extension JSONWriter {
  @inlinable @inline(__always)
  package mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    self.name(name)
    string(value)
  }

  @inlinable @inline(__always)
  package mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    integer(value)
  }
}
