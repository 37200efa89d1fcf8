/// A field section (RFC 9110 section 6.3) kept in its wire form: `Name: value CRLF …`.
///
/// One block of bytes and an index into it. Requests point into what was received, answers are sent
/// as they stand: building a section is appending bytes, encoding it is one copy, and a section that
/// is shared between answers costs a reference.
package struct HTTPFields: Sendable {
  /// One line of the section, as positions in ``wire``.
  package struct Line: Sendable {
    /// The field name, without its colon.
    package let name: Range<Int>
    /// The field value, without the white space around it.
    package let value: Range<Int>

    /// A line whose name and value stand at these positions.
    package init(name: Range<Int>, value: Range<Int>) {
      self.name = name
      self.value = value
    }
  }

  /// The lines with their line breaks, without the empty line that ends a section.
  package private(set) var wire: [UInt8]
  /// The lines of ``wire``, in order.
  package private(set) var lines: [Line]

  /// An empty section.
  package init() {
    wire = []
    lines = []
  }

  /// A received section: its bytes and the lines that the parser found in them, already checked.
  package init(wire: [UInt8], lines: [Line]) {
    self.wire = wire
    self.lines = lines
  }

  /// Adds a line at the end.
  ///
  /// A value that could end the line early (CR, LF, NUL or another control) is a programmer's error
  /// unless it comes from input, and input must not reach a field: such bytes become spaces
  /// (RFC 9110 section 5.5).
  package mutating func append(_ name: HTTPFieldName, _ value: String) {
    let nameStart = wire.count
    wire.append(contentsOf: name.rawName.utf8)
    let nameEnd = wire.count
    wire.append(UInt8(ascii: ":"))
    wire.append(UInt8(ascii: " "))
    let valueStart = wire.count
    for byte in value.utf8 { wire.append(byte.isFieldValueByte ? byte : UInt8(ascii: " ")) }
    lines.append(Line(name: nameStart..<nameEnd, value: valueStart..<wire.count))
    wire.append(0x0D)
    wire.append(0x0A)
  }

  /// The field's value, several lines of the same name joined by `, ` (RFC 9110 section 5.3);
  /// `nil` when there is no such line. Bytes that are no UTF-8 become U+FFFD.
  package subscript(name: HTTPFieldName) -> String? {
    var joined: String?
    for line in lines where matches(line, name) {
      let value = String(decoding: wire[line.value], as: UTF8.self)
      joined = joined.map { $0 + ", " + value } ?? value
    }
    return joined
  }

  /// The bytes of the first line of that name.
  package func first(_ name: HTTPFieldName) -> ArraySlice<UInt8>? {
    for line in lines where matches(line, name) { return wire[line.value] }
    return nil
  }

  /// The bytes of every line of that name, in order. Allocates nothing where there is none.
  package func values(of name: HTTPFieldName) -> [ArraySlice<UInt8>] {
    var values: [ArraySlice<UInt8>] = []
    for line in lines where matches(line, name) { values.append(wire[line.value]) }
    return values
  }

  /// Whether there is a line of that name.
  package func contains(_ name: HTTPFieldName) -> Bool {
    lines.contains { matches($0, name) }
  }

  /// Whether a comma-separated field has this member, without regard to case
  /// (RFC 9110 section 5.6.1): `Connection: keep-alive, close` has `close`.
  package func list(_ name: HTTPFieldName, contains member: StaticString) -> Bool {
    let wanted = member.description.utf8
    return values(of: name).contains { value in
      value.split(separator: UInt8(ascii: ",")).contains { piece in
        piece.trimmingOptionalWhitespace.elementsEqual(wanted) { $0.asciiLowercased == $1 }
      }
    }
  }

  private func matches(_ line: Line, _ name: HTTPFieldName) -> Bool {
    line.name.count == name.canonicalName.utf8.count
      && wire[line.name].elementsEqual(name.canonicalName.utf8) { $0.asciiLowercased == $1 }
  }
}

extension ArraySlice<UInt8> {
  /// The slice without the spaces and tabs at its ends (RFC 9110 section 5.6.3).
  package var trimmingOptionalWhitespace: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first.isOptionalWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isOptionalWhitespace { slice.removeLast() }
    return slice
  }
}
