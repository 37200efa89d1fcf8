@testable import ArticleStore
import ArticleParsing
import Foundation
import HTTPCore
import Testing

/// The version of the parser, on which entity tags and the search index hang: it must be another one
/// when answers are.
struct `The version of the parser` {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")
  private static let record = fixtures.appending(path: "reading-version.txt")

  /// A hash of what is answered for every fixture, as plain text and as Markdown.
  private func digest() throws -> String {
    let harness = Harness()
    let folder = Self.fixtures.appending(path: "articles")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
    #expect(names.count > 20)
    var hash: UInt64 = 0
    for name in names {
      let document = try Data(contentsOf: folder.appending(path: name))
      for media in ["text/plain", "text/markdown"] {
        let answer = try harness.send(
          .post, "/v1/analyze?include=paragraphs,text", ["Content-Type": media],
          content: Array(document))
        #expect(answer.status == 200, "\(name)")
        hash = XXH64.hash(answer.content, seed: hash)
      }
    }
    return String(hash, radix: 16)
  }

  @Test func `is another one when the answer to a fixture is`() throws {
    let now = "\(ArticleParser().version) \(try digest())"
    let record = try String(contentsOf: Self.record, encoding: .utf8)
    let recorded = record.split(separator: "\n").last.map(String.init) ?? ""
    guard now != recorded else { return }
    let isNewVersion = now.prefix { $0 != " " } != recorded.prefix { $0 != " " }
    Issue.record(
      isNewVersion
        ? "The version is another one; \(Self.record.path) should end in: \(now)"
        : "Answers have changed, so ArticleParser.logic must, too.")
  }

  @Test func `hangs on the words, and not on the remarks about them`() throws {
    func version(_ words: String) throws -> String {
      let file = LanguageFile(SourceText("language: qaa\nscript: latin\n[pros]\n\(words)\n"))
      return ArticleParser(vocabulary: Vocabulary([try #require(Language(file))])).version
    }
    #expect(try version("gutta") == version("# remark\n  gutta # remark"))
    let versions = try ["gutta", "gutta\nbest", "best\ngutta", "best", "[cons]\ngutta"].map(version)
    #expect(Set(versions).count == versions.count)
  }
}
