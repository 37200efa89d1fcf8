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
  ///   - environment: all of it; what does not begin with `COUNTERPOINT_` is not looked at.
  ///   - file: the path of a file; `nil` for the one of `COUNTERPOINT_CONFIG`, or none.
  /// - Throws: ``ConfigurationError``.
  init(
    flags: [Assignment], environment: [String: String], file: String?
  ) throws(ConfigurationError) {
    self.init()
    if let file = file ?? environment[Self.fileVariable] {
      try ConfigurationFile(path: file).apply(to: &self)
    }
    try apply(environment)
    for flag in flags {
      guard let key = ConfigurationKey.named(flag.key) else {
        throw .unknownKey("\(flag.place): the key", known: ConfigurationKey.all.map(\.name))
      }
      guard key.set(flag.value, in: &self) else {
        throw .wrongValue(flag.place, value: key.shown(flag.value), allowed: key.allowed)
      }
    }
  }

  private static let fileVariable = "COUNTERPOINT_CONFIG"

  private mutating func apply(_ environment: [String: String]) throws(ConfigurationError) {
    let keys = Dictionary(uniqueKeysWithValues: ConfigurationKey.all.map { ($0.variable, $0) })
    for (variable, text) in environment.sorted(by: { $0.key < $1.key })
    where variable.hasPrefix(ConfigurationKey.variablePrefix) && variable != Self.fileVariable {
      if Self.isServiceLink(variable, text) { continue }
      guard let key = keys[variable] else {
        throw .unknownKey(
          variable, known: [Self.fileVariable] + ConfigurationKey.all.map(\.variable))
      }
      let value = key.value(of: text, separator: ":")
      guard key.set(value, in: &self) else {
        throw .wrongValue(variable, value: key.shown(value), allowed: key.allowed)
      }
    }
  }

  /// Takes the token of `access.tokenFile`, if there is one.
  ///
  /// - Throws: ``ConfigurationError``.
  mutating func readTokenFile() throws(ConfigurationError) {
    guard let tokenFile else { return }
    do throws(InputError) {
      let content = try InputFile(tokenFile).read(limit: 2 * BearerToken.length.upperBound)
      service.access.token = try? BearerToken(content)
    } catch {
      throw .unreadable(error)
    }
    guard service.access.token != nil else {
      throw .wrongValue(
        tokenFile, value: "no token", allowed: ConfigurationKey.tokenRule)
    }
  }

  /// Whether a variable is one that Kubernetes gives to every container beside a service that is
  /// called `counterpoint`: it looks like ours and is not.
  private static func isServiceLink(_ variable: String, _ text: String) -> Bool {
    variable.hasPrefix("COUNTERPOINT_SERVICE_") || variable.hasPrefix("COUNTERPOINT_PORT_")
      || variable == "COUNTERPOINT_PORT" && text.contains("://")
  }
}
