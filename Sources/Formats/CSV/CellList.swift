import JSON

/// The members of an object that fit into a cell of a table each: text and numbers. What has members of
/// its own or is quoted from the document is left out.
struct CellList: MemberSink {
  /// The names of the members, for the columns.
  private(set) var names: [StaticString] = []
  /// What stands in them; `nil` for an empty cell.
  private(set) var cells: [String?] = []

  mutating func text(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> String?
  ) {
    names.append(name)
    cells.append(value())
  }

  mutating func integer<Number: FixedWidthInteger>(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> Number?
  ) {
    text(name, isRequired: isRequired, schema(), value().map { String($0) })
  }

  mutating func value<Value>(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> Value?, _ write: (inout JSONWriter, Value) -> Void
  ) {}
}
