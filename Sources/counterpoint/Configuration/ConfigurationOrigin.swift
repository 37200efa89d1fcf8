/// Where a value in force was given.
enum ConfigurationOrigin: Sendable, Equatable {
  /// Nowhere: it is the default.
  case none
  case file(String)
  case variable(String)
  case flag(String)
}

extension ConfigurationOrigin: CustomStringConvertible {
  /// The kind in a word, and after a space which one it is.
  var description: String {
    switch self {
    case .none: "default"
    case .file(let path): "file \(path)"
    case .variable(let name): "environment \(name)"
    case .flag(let flag): "flag \(flag)"
    }
  }
}
