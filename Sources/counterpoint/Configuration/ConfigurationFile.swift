import ArticleService
import FoundationEssentials

/// A configuration file: one JSON object with the keys, those of a group in an object of their own.
struct ConfigurationFile {
  /// In bytes.
  private static let limit = 1 << 20

  let path: String
  private let members: [(name: String, value: ConfigurationValue)]

  /// Reads the file.
  ///
  /// - Throws: ``ConfigurationError``.
  init(path: String) throws(ConfigurationError) {
    self.path = path
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try InputFile(path).read(limit: Self.limit)
    } catch {
      throw .unreadable(error)
    }
    // The decoder takes more for JSON than is: a comma before a bracket, two members of one name.
    let names: [ArraySlice<UInt8>]
    do throws(JSONSyntax.Fault) {
      names = try JSONSyntax.check(bytes)
    } catch {
      throw .malformed(file: path, reason: "it is no JSON. \(Problem(error, in: bytes).detail)")
    }
    guard Set(names).count == names.count else {
      throw .malformed(file: path, reason: "a key is there more than once.")
    }
    guard let value = try? JSONDecoder().decode(ConfigurationValue.self, from: Data(bytes)) else {
      throw .malformed(file: path, reason: "it is no JSON that can be decoded as UTF-8.")
    }
    guard case .object(let object) = value else {
      throw .malformed(file: path, reason: "it must hold one JSON object.")
    }
    members = Self.flattened(object)
  }

  /// Sets what the file says in the configuration. `null` leaves the default.
  ///
  /// - Throws: ``ConfigurationError``.
  func apply(to configuration: inout Configuration) throws(ConfigurationError) {
    for (name, value) in members {
      if Self.groups.contains(name) {
        if value == .null { continue }
        throw .wrongValue("\(path): \(name)", value: value.summary, allowed: "an object, or null")
      }
      guard let key = ConfigurationKey.named(name) else {
        throw .unknownKey("\(path): the key \(name)", known: Self.names(besides: name))
      }
      guard value == .null || key.set(value, in: &configuration) else {
        throw .wrongValue(
          "\(path): \(name)", value: value.summary, allowed: "\(key.allowed), or null")
      }
    }
  }

  /// The members by their full names, sorted, so that the first fault is always the same.
  private static func flattened(
    _ object: [String: ConfigurationValue]
  ) -> [(name: String, value: ConfigurationValue)] {
    object.flatMap { name, value -> [(name: String, value: ConfigurationValue)] in
      guard case .object(let group) = value, groups.contains(name) else { return [(name, value)] }
      return group.map { ("\(name).\($0.key)", $0.value) }
    }.sorted { $0.name < $1.name }
  }

  private static let groups = Set(
    ConfigurationKey.all.compactMap { key in
      key.name.firstIndex(of: ".").map { String(key.name[..<$0]) }
    })

  /// The names that could have stood where an unknown one stands.
  private static func names(besides name: String) -> [String] {
    let names = ConfigurationKey.all.map(\.name)
    guard let dot = name.firstIndex(of: ".") else {
      return names.filter { !$0.contains(".") } + groups.sorted()
    }
    let siblings = names.filter { $0.hasPrefix(name[...dot]) }
    return siblings.isEmpty ? names : siblings
  }
}
