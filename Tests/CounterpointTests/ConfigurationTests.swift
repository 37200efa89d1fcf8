import Foundation
import Testing

@testable import counterpoint

@Suite struct `the documented configuration` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the file has every key, with its default`() throws {
    let path = Self.root.appending(path: "Config/counterpoint.json").path
    let read = try Configuration(flags: [], environment: [:], file: path)
    for key in ConfigurationKey.all {
      #expect(key.value(read) == key.value(Configuration()), "\(key.name)")
    }
    let file = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
        as? [String: Any])
    let names = file.flatMap { name, value in
      (value as? [String: Any]).map { $0.keys.map { "\(name).\($0)" } } ?? [name]
    }
    #expect(names.sorted() == ConfigurationKey.all.map(\.name).sorted())
  }

  @Test(arguments: ConfigurationKey.all.map(\.name))
  func `README.md tells of the key`(name: String) throws {
    let readme = try String(
      contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("| `\(name)` |"))
  }

  @Test(arguments: ConfigurationKey.all.map(\.name))
  func `a right value of the key changes the configuration, and a wrong one is refused`(
    name: String
  ) throws {
    let key = try #require(ConfigurationKey.named(name))
    let value: ConfigurationValue =
      switch key.kind {
      case .path: .string("other")
      case .choice(let choices, _): .string(choices[choices.count - 1])
      case .flag: .boolean(true)
      case .checkedText: .string(name == "host" ? "::1" : "0123456789abcdef")
      case .checkedList: .array([.string(name.hasSuffix("Origins") ? "https://a.example" : "a")])
      case .list: .array([.string("other")])
      case .number(let range, _): .number(range.upperBound)
      }
    var configuration = Configuration()
    #expect(key.set(value, in: &configuration))
    #expect(key.value(configuration) == value)
    #expect(key.value(Configuration()) != value)
    for other in ConfigurationKey.all where other.name != name {
      #expect(other.value(configuration) == other.value(Configuration()), "\(other.name)")
    }
    #expect(!key.set(.fraction(0.5), in: &configuration))
  }

  @Test func `each number is checked at both ends of its range`() {
    for key in ConfigurationKey.all {
      guard case .number(let range, _) = key.kind else { continue }
      var configuration = Configuration()
      #expect(key.set(.number(range.lowerBound), in: &configuration), "\(key.name)")
      #expect(!key.set(.number(range.lowerBound - 1), in: &configuration), "\(key.name)")
      #expect(!key.set(.number(range.upperBound + 1), in: &configuration), "\(key.name)")
    }
  }

  @Test(arguments: [
    ("host", "COUNTERPOINT_HOST"), ("logLevel", "COUNTERPOINT_LOG_LEVEL"),
    ("limits.contentBytes", "COUNTERPOINT_LIMITS_CONTENT_BYTES"),
  ])
  func `a key has a variable`(name: String, variable: String) {
    #expect(ConfigurationKey.named(name)?.variable == variable)
  }
}
