import FoundationEssentials

/// The articles of `Tests/Fixtures/articles`, which are what is parsed and served.
struct FixtureTexts {
  /// The short plain-text articles, in the order of their names: in fifteen languages, and dense with
  /// points.
  let plain: [[UInt8]]
  /// The short Markdown articles.
  let markdown: [[UInt8]]
  /// A long English article with its sections and some twenty points, as newspapers print them.
  let article: [UInt8]
  /// The same article as Markdown.
  let markedArticle: [UInt8]

  /// The names of the long article.
  private static let long = ["salt-line.txt", "salt-line-marked.md"]

  init() throws(BenchmarkError) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/articles")
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    } catch {
      throw .file(folder.path)
    }
    func text(_ name: String) throws(BenchmarkError) -> [UInt8] {
      try Self.document(at: folder.appending(path: name).path)
    }
    func texts(_ suffix: String) throws(BenchmarkError) -> [[UInt8]] {
      var texts: [[UInt8]] = []
      for name in names where name.hasSuffix(suffix) && !Self.long.contains(name) {
        texts.append(try text(name))
      }
      guard !texts.isEmpty else { throw .file("\(folder.path)/*\(suffix)") }
      return texts
    }
    plain = try texts(".txt")
    markdown = try texts(".md")
    article = try text(Self.long[0])
    markedArticle = try text(Self.long[1])
  }

  /// The Markdown documents of a folder and of those in it, in the order of their paths.
  static func markdown(in folder: String) throws(BenchmarkError) -> [[UInt8]] {
    let base = URL(filePath: folder)
    let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".md") }.sorted()
    var texts: [[UInt8]] = []
    for path in paths { texts.append(try document(at: base.appending(path: path).path)) }
    guard !texts.isEmpty else { throw .file("\(folder)/*.md") }
    return texts
  }

  /// The document in a file.
  static func document(at path: String) throws(BenchmarkError) -> [UInt8] {
    do { return [UInt8](try Data(contentsOf: URL(filePath: path))) } catch { throw .file(path) }
  }

  /// Texts after one another, with a blank line between them.
  static func joined(_ texts: [[UInt8]]) -> [UInt8] {
    Array(texts.joined(separator: Array("\n\n".utf8)))
  }

  /// The first whole lines of the short plain-text articles that have at least so many bytes together.
  func lines(bytes: Int) -> [UInt8] {
    let all = Self.joined(plain)
    let end = all.dropFirst(bytes).firstIndex(of: UInt8(ascii: "\n")) ?? all.endIndex
    return Array(all[..<end])
  }
}
