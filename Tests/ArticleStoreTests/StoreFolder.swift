@testable import ArticleParsing
@testable import ArticleStore
import Foundation
import Testing

/// A folder for a store, which goes when the test is over, and what is done to its files.
final class StoreFolder: Sendable {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "counterpoint-\(UUID().uuidString)").path

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The database of the articles.
  var database: String { "\(path)/counterpoint.sqlite" }
  /// The index.
  var index: String { "\(path)/index.sqlite" }

  /// A document that is parsed, as one is that comes over HTTP.
  func parsed(
    _ text: String, _ encoding: TextEncoding = .utf8, _ change: (inout Metadata) -> Void = { _ in }
  ) throws -> Submission {
    var bytes = Array(text.utf8)
    if encoding != .utf8 {
      bytes = text.utf16.flatMap { unit in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return encoding == .utf16BigEndian ? pair : pair.reversed()
      }
    }
    var metadata = Metadata()
    change(&metadata)
    let source = try SourceText(decoding: bytes, as: encoding)
    return Submission(
      document: SubmittedDocument(
        bytes: bytes, media: .markdown, mediaType: "text/markdown; charset=x", encoding: encoding),
      metadata: metadata, article: ArticleParser().parse(source, media: .markdown))
  }

  /// Leaves the folder as a process does that is killed: what it is at this moment.
  func killed() throws -> StoreFolder {
    let copy = StoreFolder()
    try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: true)
    try copy.copy(database, to: copy.database)
    try copy.copy(index, to: copy.index)
    return copy
  }

  /// Takes one of its files away, with or without its log.
  func remove(_ path: String, andLog: Bool = false) throws {
    try FileManager.default.removeItem(atPath: path)
    if andLog { try? FileManager.default.removeItem(atPath: path + "-wal") }
  }

  /// The names of its files, but for the lock and what SQLite makes to read a log.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).filter {
      $0 != "lock" && !$0.hasSuffix("-shm")
    }.sorted()
  }

  /// Whether some bytes stand in any of its files.
  func has(_ text: String) throws -> Bool {
    let bytes = Data(text.utf8)
    return try names().contains {
      try Data(contentsOf: URL(filePath: "\(path)/\($0)")).range(of: bytes) != nil
    }
  }

  /// How many bytes a file has.
  func size(of file: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
  }

  /// Changes a database as nobody should: that of the articles, if no other is named.
  func tamper(_ sql: String, in path: String? = nil) throws {
    try SQLiteConnection(path: path ?? database, .readWrite).execute(sql)
  }

  /// What a statement gives of the index, whoever has it open.
  func inIndex(_ sql: String) throws -> Int64? {
    try SQLiteConnection(path: index, .readOnly).integer(sql)
  }

  /// Overwrites more than a page of a file, so that it is not all within what only a query would look
  /// at.
  func damage(_ file: String, at offset: Int) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: file))
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: Data(repeating: 0xFF, count: 10_000))
    try file.close()
  }

  /// Copies a file to where another one is, or will be, with its log.
  func copy(_ file: String, to other: String) throws {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: other + suffix)
      guard suffix != "-shm", FileManager.default.fileExists(atPath: file + suffix) else {
        continue
      }
      try FileManager.default.copyItem(atPath: file + suffix, toPath: other + suffix)
    }
  }
}
