@testable import ArticleParsing
import Foundation

/// The files of `Tests/Fixtures`.
enum Fixtures {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// The names, without their suffix, of the files of a folder; sorted.
  static func names(in folder: String, suffix: String) -> [String] {
    let path = directory.appending(path: folder).path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  /// A file's bytes.
  static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: directory.appending(path: path)))
  }

  /// A fixture's document.
  static func document(_ name: String) throws -> (bytes: [UInt8], media: DocumentMedia) {
    if let bytes = try? bytes("articles/\(name).md") { return (bytes, .markdown) }
    return (try bytes("articles/\(name).txt"), .plainText)
  }

  /// A fixture, parsed.
  static func article(_ name: String) throws -> Article {
    let (bytes, media) = try document(name)
    return ArticleParser().parse(try SourceText(decoding: bytes), media: media)
  }
}

extension Excerpt {
  /// All of a text.
  init(_ text: String) { self.init(Array(text.utf8)) }
}
