import ArticleService
import JSON

/// A configuration file: one JSON object with the keys, those of a group in an object of their own.
struct ConfigurationFile {
  /// In bytes.
  private static let limit = 1 << 20

  /// What messages call it.
  let name: String
  private let members: [Member]

  /// A key with its value and its line.
  private struct Member {
    let name: String
    let value: ConfigurationValue
    let line: Int
  }

  /// Reads the file.
  ///
  /// - Throws: ``ConfigurationError``.
  init(path: String) throws(ConfigurationError) {
    name = InputFile(path).name
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try InputFile(path).read(limit: Self.limit)
    } catch {
      throw .unreadable(error)
    }
    members = try Self.members(of: bytes, name)
  }

  /// Sets what the file says in the configuration. `null` leaves the default.
  ///
  /// - Throws: ``ConfigurationError``.
  func apply(to configuration: inout Configuration) throws(ConfigurationError) {
    for member in members {
      let (key, value) = (member.name, member.value)
      let place = "\(name): line \(member.line): \(key)"
      if Self.groups.contains(key) {
        if value == .null { continue }
        throw .wrongValue(place, value: value.summary, allowed: "an object, or null")
      }
      guard let known = ConfigurationKey.named(key) else {
        throw .unknownKey(
          "\(name): line \(member.line): the key \(key)",
          nearest: Nearest.name(like: key, among: ConfigurationKey.all.map(\.name)),
          known: Self.names(besides: key))
      }
      guard value != .null else { continue }
      do throws(ConfigurationError) {
        try configuration.accept(value, for: known, from: .file(name), at: place)
      } catch .wrongValue(let place, let value, let allowed) {
        throw .wrongValue(place, value: value, allowed: "\(allowed), or null")
      }
    }
  }
}

// What the file holds, before it means anything.

extension ConfigurationFile {
  /// The members by their full names, in the order of the file.
  private static func members(
    of bytes: [UInt8], _ file: String
  ) throws(ConfigurationError) -> [Member] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .malformed(file: file, reason: "it is no JSON: it is no valid UTF-8.")
    }
    let items: [JSONSyntax.Item]
    do throws(JSONSyntax.Fault) {
      items = try JSONSyntax.items(of: bytes, limit: .max)
    } catch {
      throw .malformed(file: file, reason: "it is no JSON. \(Problem(error, in: bytes).detail)")
    }
    guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else {
      throw .malformed(file: file, reason: "it must hold one JSON object.")
    }
    var members: [Member] = []
    var names: Set<String> = []
    func append(_ item: JSONSyntax.Item, in group: String?, at offset: Int)
      throws(ConfigurationError)
    {
      let own = String(decoding: item.unescapedName, as: UTF8.self)
      let name = group.map { "\($0).\(own)" } ?? own
      let line = bytes[..<(offset + item.name.startIndex)].count { $0 == UInt8(ascii: "\n") } + 1
      guard names.insert(name).inserted else {
        throw .malformed(file: file, reason: "line \(line): the key \(name) is there once more.")
      }
      if group == nil, groups.contains(name), item.value.first == UInt8(ascii: "{") {
        // A part of what is well-formed, so that there is no fault.
        for member in (try? JSONSyntax.items(of: Array(item.value), limit: .max)) ?? [] {
          try append(member, in: name, at: item.value.startIndex)
        }
        return
      }
      guard let value = ConfigurationValue(JSONValue(checked: item.value)) else {
        throw .malformed(
          file: file, reason: "line \(line): the value of \(name) is a number beyond all bounds.")
      }
      members.append(Member(name: name, value: value, line: line))
    }
    for item in items { try append(item, in: nil, at: 0) }
    return members
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
