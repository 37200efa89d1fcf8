/// What an operation is asked for beside its document: values by their names, as a query, a tool's
/// arguments or words of a command line have them.
package struct Parameters: Sendable {
  private let items: [(name: String, value: String)]

  /// The parameters of these names. Of two of one name the first counts.
  package init(_ items: [(name: String, value: String)]) { self.items = items }

  /// The value of the parameter of that name, if it is there.
  package subscript(name: String) -> String? { items.first { $0.name == name }?.value }
}

/// What is wrong with a parameter.
package struct ParameterFault: Sendable, Equatable {
  /// The name of the parameter.
  package let name: String
  /// The stable name of the fault.
  package let code: String
  /// In words.
  package let message: String
}
