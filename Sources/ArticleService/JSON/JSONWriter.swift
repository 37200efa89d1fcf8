/// Writes JSON (RFC 8259) into a buffer of bytes, in the order in which it is told.
///
/// The caller says what begins and ends; the writer puts in commas, escapes and, for people, line
/// breaks and two spaces a level. Beginning and ending what does not match is a programmer's error
/// that shows as malformed JSON, never as a trap.
///
/// Where a selection holds (``select(_:)``), members that it does not have are told as all others, and
/// are not written; their arrays and objects are not even gone through.
struct JSONWriter: ~Copyable {
  /// What has been written.
  private(set) var bytes: [UInt8]
  private let isPretty: Bool
  private var depth = 0
  private var needsComma = false
  private var followsName = false

  /// What the next object is to have.
  private var nextSelection: FieldSelection?
  /// What the object at ``selectedLevel`` 1 has.
  private var selection: FieldSelection?
  /// The objects that are open since a selection holds; arrays are no level of their own.
  private var selectedLevel = 0
  /// What the objects in the member that is being written have.
  private var inner = FieldSelection.Choice.whole
  /// Whether what comes is the value of a member that is left out.
  private var isMuted = false
  /// The brackets that are open in that value.
  private var mutedDepth = 0

  /// A writer that writes into this buffer, whose room it uses and whose content it drops.
  init(reusing buffer: consuming [UInt8] = [], isPretty: Bool = false) {
    bytes = buffer
    bytes.removeAll(keepingCapacity: true)
    self.isPretty = isPretty
  }

  /// Has the object that comes next hold the members of a selection only; all without one.
  mutating func select(_ selection: FieldSelection?) { nextSelection = selection }

  /// An object of the members that `members` writes.
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    if mutes() { return }
    beginObject()
    members(&self)
    endObject()
  }

  /// An array of one value for each element.
  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
  ) {
    if mutes() { return }
    begin(UInt8(ascii: "["))
    for each in elements { element(&self, each) }
    end(UInt8(ascii: "]"))
  }

  /// The same, but no more elements once there are so many bytes in the buffer; at least one.
  ///
  /// - Returns: the number of elements that were written.
  mutating func array<Element>(
    _ elements: [Element], upTo limit: Int, _ element: (inout JSONWriter, Element) -> Void
  ) -> Int {
    var count = 0
    begin(UInt8(ascii: "["))
    while count < elements.count, count == 0 || bytes.count < limit {
      element(&self, elements[count])
      count += 1
    }
    end(UInt8(ascii: "]"))
    return count
  }

  /// Opens an object, for members that are written one by one.
  mutating func beginObject() { begin(UInt8(ascii: "{")) }
  mutating func endObject() { end(UInt8(ascii: "}")) }

  /// The name of a member, whose value is written next. Names are the API's own, plain ASCII.
  mutating func name(_ name: StaticString) {
    if isMuted || selection != nil && leavesOut(name) { return }
    separate()
    bytes.append(UInt8(ascii: "\""))
    // A static string's bytes live as long as the program.
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    endName()
  }

  /// The name of a member that is only known when it is written; no selection leaves it out.
  mutating func name(of name: String) {
    if isMuted { return }
    string(name)
    endName()
  }

  private mutating func endName() {
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    followsName = true
  }

  /// A string value.
  mutating func string(_ value: String) {
    if mutes() { return }
    var value = value
    separate()
    // The buffer is read within the call.
    value.withUTF8 { unsafe appendQuoted($0) }
  }

  /// A string value from bytes that are known to be UTF-8, such as a slice of a source text.
  mutating func string(utf8 value: ArraySlice<UInt8>) {
    if mutes() { return }
    separate()
    // The buffer is read within the call.
    unsafe value.withUnsafeBufferPointer { unsafe appendQuoted($0) }
  }

  /// A number without fraction.
  mutating func integer(_ value: some FixedWidthInteger) {
    if mutes() { return }
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

  /// `true` or `false`.
  mutating func boolean(_ value: Bool) {
    if mutes() { return }
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// A number with a fraction, rounded to the sixth digit of it; 0 for what is no number in JSON.
  mutating func number(_ value: Double) {
    if mutes() { return }
    separate()
    let rounded = (value * 1_000_000).rounded() / 1_000_000
    bytes.append(contentsOf: (rounded.isFinite ? rounded : 0).description.utf8)
  }

  /// Ends the document: for people, with a line break. Gives back what was written.
  consuming func finish() -> [UInt8] {
    if isPretty { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }

  private mutating func begin(_ bracket: UInt8) {
    if isMuted {
      mutedDepth += 1
      return
    }
    if bracket == UInt8(ascii: "{") { enterSelection() }
    separate()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    if isMuted {
      mutedDepth -= 1
      isMuted = mutedDepth > 0
      return
    }
    if bracket == UInt8(ascii: "}"), selection != nil { leaveSelection() }
    depth -= 1
    if needsComma { breakLine() }  // Something stands within: the bracket gets its own line.
    bytes.append(bracket)
    needsComma = true
  }

  /// Whether a value is left out; with it, what was muted is over, unless it is within a bracket.
  private mutating func mutes() -> Bool {
    guard isMuted else { return false }
    isMuted = mutedDepth > 0
    return true
  }

  private mutating func enterSelection() {
    if selection != nil {
      selectedLevel += 1
    } else if let nextSelection {
      selection = nextSelection
      selectedLevel = 1
      self.nextSelection = nil
    }
  }

  private mutating func leaveSelection() {
    selectedLevel -= 1
    if selectedLevel == 0 { selection = nil }
  }

  /// Whether the member of that name is not chosen: then its value is muted.
  private mutating func leavesOut(_ name: StaticString) -> Bool {
    switch selectedLevel {
    case 1:
      guard let choice = selection?[name.description] else {
        isMuted = true
        return true
      }
      inner = choice
    case 2:
      if case .members(let names) = inner { isMuted = !names.contains(name.description) }
    default: break
    }
    return isMuted
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
