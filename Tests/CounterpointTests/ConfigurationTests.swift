import Foundation
import Testing

@testable import counterpoint

@Suite struct `the documented configuration` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the file has every key, with its default`() throws {
    let path = Self.root.appending(path: "Config/counterpoint.json").path
    let read = try Configuration(flags: [], environment: [:], file: path)
    #expect(String(describing: read) == String(describing: Configuration()))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for key in ConfigurationKey.all {
      let name = key.name.split(separator: ".").last ?? ""
      #expect(text.contains("\"\(name)\": "), "\(key.name)")
    }
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
      case .text: .string("other")
      case .choice(let choices, _): .string(choices[choices.count - 1])
      case .flag: .boolean(true)
      case .checkedText: .string("0123456789abcdef")
      case .checkedList: .array([.string(name.hasSuffix("Origins") ? "https://a.example" : "a")])
      case .list: .array([.string("other")])
      case .number(let range, _): .number(range.upperBound)
      }
    var configuration = Configuration()
    #expect(key.set(value, in: &configuration))
    #expect(String(describing: configuration) != String(describing: Configuration()))
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
