/// Why the process does not know what to do.
enum ConfigurationError: Error, Equatable {
  /// Where a key was given: `--port`, `COUNTERPOINT_PORT`, or a file, its line and the key.
  typealias Place = String

  case unreadable(InputError)
  case malformed(file: String, reason: String)
  case unknownKey(Place, nearest: String?, known: [String])
  case wrongValue(Place, value: String, allowed: String)
  /// An argument of `--set` without `=`.
  case malformedAssignment(String)
  /// A token, and a file with one.
  case twoTokens(ConfigurationOrigin, ConfigurationOrigin)
  /// Connections and workers leave too little of `limits.memoryBytes` for the largest document.
  case tooLittleMemory(Int, needed: Int, connections: Int, workers: Int, contentBytes: Int)
  /// The file of the token holds none.
  case noToken(file: String, count: Int)
}

extension ConfigurationError: CustomStringConvertible {
  /// One line: what is wrong, and what would be right.
  var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .malformed(let file, let reason): "\(file): \(reason)"
    case .unknownKey(let place, let nearest?, _):
      "\(place) is not known. Did you mean \(nearest)?"
    case .unknownKey(let place, nil, let known):
      "\(place) is not known. There are \(known.joined(separator: ", "))."
    case .wrongValue(let place, let value, let allowed):
      "\(place) is \(value), and must be \(allowed)."
    case .malformedAssignment(let text):
      "--set \(text): this must be KEY=VALUE, such as limits.contentBytes=1048576."
    case .twoTokens(let token, let file):
      "access.token (\(token)) and access.tokenFile (\(file)) are both given; give one of them."
    case .tooLittleMemory(let bytes, let needed, let connections, let workers, let contentBytes):
      "limits.memoryBytes is \(bytes), and must be at least \(needed) where limits.connections is"
        + " \(connections), workers is \(workers) and limits.contentBytes is \(contentBytes);"
        + " raise it, or lower these."
    case .noToken(let file, let count):
      "\(file): what it holds has \(count) characters and is no token, which has"
        + " \(ConfigurationKey.tokenRule)."
    }
  }
}
