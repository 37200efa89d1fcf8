import Foundation

/// The last stage of the Dockerfile: what the image says of itself.
struct Dockerfile {
  struct Missing: Error { let instruction: String }

  private let instructions: [(name: String, words: String)]

  init() throws {
    let text = try DeploymentFiles.text("Dockerfile")
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
      .replacing(/\\\n\s*/, with: "")
    let all = text.split(separator: "\n").map { line in
      let name = line.prefix { $0 != " " }
      return (name: String(name), words: String(line.dropFirst(name.count + 1)))
    }
    let last = all.lastIndex { $0.name == "FROM" } ?? 0
    instructions = Array(all[last...])
  }

  /// What stands behind an instruction that is there once.
  func words(_ name: String) throws -> String {
    let found = instructions.filter { $0.name == name }
    guard let instruction = found.first, found.count == 1 else { throw Missing(instruction: name) }
    return instruction.words
  }

  /// The words of an instruction in its exec form, as far as that follows some flags and `CMD`.
  func command(_ name: String) throws -> [String] {
    let words = try words(name)
    guard let start = words.firstIndex(of: "[") else { throw Missing(instruction: name) }
    return try JSON(Array(words[start...].utf8)).items.map { try $0.string }
  }

  /// The variables of `ENV`.
  func environment() throws -> [String: String] {
    let pairs = try words("ENV").split(separator: " ").map { pair in
      let name = pair.prefix { $0 != "=" }
      return (String(name), String(pair.dropFirst(name.count + 1)))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The value of a label.
  func label(_ name: String) throws -> String {
    guard let value = try words("LABEL").firstMatch(of: try Regex("\(name)=\"([^\"]*)\"")) else {
      throw Missing(instruction: name)
    }
    return String(value[1].substring ?? "")
  }
}

/// The files of the repository that say how it is run.
enum DeploymentFiles {
  private static let root = FixtureArticles.folder.deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appending(path: name), encoding: .utf8)
  }

  /// The documents of a file of `Config`.
  static func documents(_ name: String) throws -> [YAML] {
    try YAMLReader.documents(text("Config/\(name)"))
  }
}
