package import JSON

/// Takes the members of an object in the order in which they are written: a ``JSONWriter`` to write
/// them, a ``MemberList`` to describe them, a ``CellList`` to put them into a line of a table.
///
/// An object is described by one function that is given a value, or none where no value is there to be
/// written, and names each member with its schema and what the value has of it. The compiler makes a
/// function of its own of that for each sink, in which what the sink does not look at is gone: writing
/// costs what it costs by hand.
package protocol MemberSink: ~Copyable {
  /// A member that is some text; none where there is no value.
  mutating func text(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> String?)

  /// A member that is a number without fraction; none where there is no value.
  mutating func integer<Number: FixedWidthInteger>(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> Number?)

  /// A member that is anything else, which `write` writes; none where there is no value.
  mutating func value<Value>(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> Value?, _ write: (inout JSONWriter, Value) -> Void)
}

/// How members are named: `always` those that are there in every object, `maybe` those that are left
/// out when there is nothing to say.
extension MemberSink where Self: ~Copyable {
  @inline(__always)
  package mutating func always(
    _ name: StaticString, _ schema: @autoclosure () -> Schema, _ value: @autoclosure () -> String?
  ) {
    text(name, isRequired: true, schema(), value())
  }

  @inline(__always)
  package mutating func maybe(
    _ name: StaticString, _ schema: @autoclosure () -> Schema, _ value: @autoclosure () -> String?
  ) {
    text(name, isRequired: false, schema(), value())
  }

  @inline(__always)
  package mutating func always<Number: FixedWidthInteger>(
    _ name: StaticString, _ schema: @autoclosure () -> Schema, _ value: @autoclosure () -> Number?
  ) {
    integer(name, isRequired: true, schema(), value())
  }

  @inline(__always)
  package mutating func maybe<Number: FixedWidthInteger>(
    _ name: StaticString, _ schema: @autoclosure () -> Schema, _ value: @autoclosure () -> Number?
  ) {
    integer(name, isRequired: false, schema(), value())
  }

  @inline(__always)
  package mutating func always<Value>(
    _ name: StaticString, _ schema: @autoclosure () -> Schema, _ value: @autoclosure () -> Value?,
    _ write: (inout JSONWriter, Value) -> Void
  ) {
    self.value(name, isRequired: true, schema(), value(), write)
  }

  @inline(__always)
  package mutating func maybe<Value>(
    _ name: StaticString, _ schema: @autoclosure () -> Schema, _ value: @autoclosure () -> Value?,
    _ write: (inout JSONWriter, Value) -> Void
  ) {
    self.value(name, isRequired: false, schema(), value(), write)
  }
}

extension JSONWriter: MemberSink {
  @inline(__always)
  package mutating func text(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> String?
  ) {
    member(name, value())
  }

  @inline(__always)
  package mutating func integer<Number: FixedWidthInteger>(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> Number?
  ) {
    guard let value = value() else { return }
    self.name(name)
    integer(value)
  }

  @inline(__always)
  package mutating func value<Value>(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> Value?, _ write: (inout JSONWriter, Value) -> Void
  ) {
    guard let value = value() else { return }
    self.name(name)
    write(&self, value)
  }
}

/// The members that an object can have, for its schema.
package struct MemberList: MemberSink {
  /// The members, in order.
  package private(set) var members: [Schema.Member] = []

  package mutating func text(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> String?
  ) {
    append(name, isRequired, schema())
  }

  package mutating func integer<Number: FixedWidthInteger>(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> Number?
  ) {
    append(name, isRequired, schema())
  }

  package mutating func value<Value>(
    _ name: StaticString, isRequired: Bool, _ schema: @autoclosure () -> Schema,
    _ value: @autoclosure () -> Value?, _ write: (inout JSONWriter, Value) -> Void
  ) {
    append(name, isRequired, schema())
  }

  private mutating func append(_ name: StaticString, _ isRequired: Bool, _ schema: Schema) {
    members.append(
      isRequired ? .always(name.description, schema) : .maybe(name.description, schema))
  }
}
