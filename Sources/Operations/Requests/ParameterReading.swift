/// Reads parameters one by one, and tells of everything that is wrong at the end.
struct ParameterReading {
  let parameters: Parameters
  private var faults: [ParameterFault] = []

  init(_ parameters: Parameters) { self.parameters = parameters }

  /// The value of a parameter, if it is there and is one.
  mutating func value<Value>(
    _ name: String, _ value: (String) -> Value?, _ rule: String
  ) -> Value? {
    guard let given = parameters[name] else { return nil }
    let value = value(given)
    if value == nil {
      faults.append(ParameterFault(name: name, code: "invalid-value", message: rule))
    }
    return value
  }

  /// The value of a parameter that is some text, with more in it than spaces and control characters,
  /// which part its words.
  mutating func words<Value>(_ name: String, _ value: (String) -> Value) -> Value? {
    self.value(
      name, { $0.utf8.allSatisfy { $0 <= 0x20 } ? nil : value($0) }, "\(name) is empty.")
  }

  /// Tells of a parameter that is not there and must be.
  mutating func require(_ name: String) {
    guard parameters[name] == nil else { return }
    faults.append(
      ParameterFault(name: name, code: "missing-parameter", message: "\(name) is needed here."))
  }

  /// The value of `limit`.
  mutating func limit(_ limits: ClosedRange<Int>) -> Int? {
    number("limit", within: limits)
  }

  /// The value of a parameter that is a number in decimal.
  mutating func number<Number: FixedWidthInteger>(
    _ name: String, within range: ClosedRange<Number>
  ) -> Number? {
    value(
      name,
      { text in
        // Digits alone: integers would take a sign as well.
        let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isNumber ? Number(text).flatMap { range.contains($0) ? $0 : nil } : nil
      }, "\(name) is a number from \(range.lowerBound) to \(range.upperBound).")
  }

  /// The list that these parameters are of.
  func identity(_ path: String, _ names: [String]) -> ListIdentity {
    ListIdentity(
      path, names.compactMap { name in parameters[name].map { (name, $0) } })
  }

  /// - Throws: ``OperationError/invalidParameters(_:)`` with every fault that was found.
  func finish() throws(OperationError) {
    guard faults.isEmpty else { throw .invalidParameters(faults) }
  }
}
