/// Why the process is not told what to do.
enum ConfigurationError: Error, Equatable {
  /// Where a key was given: `--port`, `COUNTERPOINT_PORT`, or a file and the key in it.
  typealias Place = String

  case unreadable(InputError)
  case malformed(file: String, reason: String)
  case unknownKey(Place, known: [String])
  case wrongValue(Place, value: String, allowed: String)
  /// An argument of `--set` without `=`.
  case malformedAssignment(String)
}

extension ConfigurationError: CustomStringConvertible {
  /// One line: what is wrong, and what would be right.
  var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .malformed(let file, let reason): "\(file): \(reason)"
    case .unknownKey(let place, let known):
      "\(place) is not known. There are \(known.joined(separator: ", "))."
    case .wrongValue(let place, let value, let allowed):
      "\(place) is \(value), and must be \(allowed)."
    case .malformedAssignment(let text):
      "--set \(text): this must be KEY=VALUE, such as limits.contentBytes=1048576."
    }
  }
}
