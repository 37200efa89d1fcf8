import ArticleService

extension Configuration {
  /// One thing that the command line says: which flag said it, which key it means.
  struct Assignment: Sendable {
    let place: String
    let key: String
    let value: ConfigurationValue
  }

  /// What is in force: the command line over the environment over the file over the defaults.
  ///
  /// - Parameters:
  ///   - flags: in their order; of two for one key the later one holds.
  ///   - environment: all of it; what does not begin with `COUNTERPOINT_` is not looked at, and what
  ///     is empty is as if it were not there, but for secrets.
  ///   - file: the path of a file; `nil` for the one of `COUNTERPOINT_CONFIG`, or none.
  ///   - resources: what the defaults are to fit.
  /// - Throws: ``ConfigurationError``.
  init(
    flags: [Assignment], environment: [String: String], file: String?,
    on resources: ProcessResources = .current
  ) throws(ConfigurationError) {
    self.init(on: resources)
    if let file = file ?? environment[Self.fileVariable], !file.isEmpty {
      try ConfigurationFile(path: file).apply(to: &self)
    }
    try apply(environment)
    for flag in flags {
      guard let key = ConfigurationKey.named(flag.key) else {
        let known = ConfigurationKey.all.map(\.name)
        throw .unknownKey(
          "\(flag.place): the key", nearest: Nearest.name(like: flag.key, among: known),
          known: known)
      }
      try accept(flag.value, for: key, from: .flag(flag.place), at: flag.place)
    }
    try settle()
  }

  private static let fileVariable = "COUNTERPOINT_CONFIG"

  private mutating func apply(_ environment: [String: String]) throws(ConfigurationError) {
    let keys = Dictionary(uniqueKeysWithValues: ConfigurationKey.all.map { ($0.variable, $0) })
    for (variable, text) in environment.sorted(by: { $0.key < $1.key })
    where variable.hasPrefix(ConfigurationKey.variablePrefix) && variable != Self.fileVariable {
      if Self.isServiceLink(variable, text) { continue }
      guard let key = keys[variable] else {
        throw .unknownKey(
          variable, nearest: Self.variable(like: variable),
          known: [Self.fileVariable] + ConfigurationKey.all.map(\.variable))
      }
      // Empty is how one takes away what an image or a script has set. A secret that is missing where
      // one is expected must not pass for none.
      if text.isEmpty, !key.holdsSecret { continue }
      try accept(
        key.value(of: text, separator: ":"), for: key, from: .variable(variable), at: variable)
    }
  }

  /// The variable that a misspelt one most likely stands for.
  private static func variable(like wrong: String) -> String? {
    let prefix = ConfigurationKey.variablePrefix
    let known = [fileVariable] + ConfigurationKey.all.map(\.variable)
    // What all have in common makes none the likelier one.
    return Nearest.name(
      like: String(wrong.dropFirst(prefix.count)),
      among: known.map { String($0.dropFirst(prefix.count)) }
    ).map { prefix + $0 }
  }

  /// Whether a variable is one that Kubernetes gives to every container beside a service that is
  /// called `counterpoint`: it looks like ours and is not.
  private static func isServiceLink(_ variable: String, _ text: String) -> Bool {
    variable.hasPrefix("COUNTERPOINT_SERVICE_") || variable.hasPrefix("COUNTERPOINT_PORT_")
      || variable == "COUNTERPOINT_PORT" && text.contains("://")
  }
}
