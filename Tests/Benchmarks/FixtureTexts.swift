import FoundationEssentials

/// The articles of `Tests/Fixtures/articles`, which are what is parsed and served.
struct FixtureTexts {
  /// Each plain-text article, in the order of their names.
  let plain: [[UInt8]]
  /// Each Markdown article.
  let markdown: [[UInt8]]

  init() throws(BenchmarkError) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/articles")
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    } catch {
      throw .file(folder.path)
    }
    func texts(_ suffix: String) throws(BenchmarkError) -> [[UInt8]] {
      var texts: [[UInt8]] = []
      for name in names where name.hasSuffix(suffix) {
        let file = folder.appending(path: name)
        do { texts.append([UInt8](try Data(contentsOf: file))) } catch { throw .file(file.path) }
      }
      guard !texts.isEmpty else { throw .file("\(folder.path)/*\(suffix)") }
      return texts
    }
    plain = try texts(".txt")
    markdown = try texts(".md")
  }

  /// Texts after one another, with a blank line between them.
  static func joined(_ texts: [[UInt8]]) -> [UInt8] {
    Array(texts.joined(separator: Array("\n\n".utf8)))
  }

  /// The first whole lines of all plain-text articles that have at least so many bytes together.
  func lines(bytes: Int) -> [UInt8] {
    let all = Self.joined(plain)
    let end = all.dropFirst(bytes).firstIndex(of: UInt8(ascii: "\n")) ?? all.endIndex
    return Array(all[..<end])
  }
}
