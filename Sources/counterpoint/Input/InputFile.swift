import ArticleParsing
import Glibc

/// A document on disk, or on standard input as `-`.
struct InputFile: Sendable, Equatable {
  let path: String

  init(_ path: String) { self.path = path }

  /// What messages call it.
  var name: String { path == "-" ? "standard input" : path }

  /// What the ending of its name says that it is; `nil` for any other ending.
  var media: DocumentMedia? {
    switch path.lowercased() {
    case let path where path.hasSuffix(".txt"): .plainText
    case let path where path.hasSuffix(".md") || path.hasSuffix(".markdown"): .markdown
    default: nil
    }
  }

  /// Its bytes. Blocks until the last one is there.
  ///
  /// - Parameter limit: the number of bytes beyond which it is refused, and not read on.
  /// - Returns: the bytes as they are.
  /// - Throws: ``InputError``.
  func read(limit: Int) throws(InputError) -> [UInt8] {
    guard path != "-" else { return try read(STDIN_FILENO, limit) }
    // Right because the call reads the path, which ends with a NUL.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(errno) }
    defer { _ = close(descriptor) }
    return try read(descriptor, limit)
  }

  /// Its bytes as those of a document, and what kind of document.
  ///
  /// - Parameters:
  ///   - said: what it is said to be; `nil` to go by the ending of its name. What is not said to be
  ///     text, and begins as no text does, is refused.
  ///   - limit: as in ``read(limit:)``.
  /// - Returns: the bytes as they are; the kind, `nil` where that is to be recognised.
  /// - Throws: ``InputError``.
  func document(
    media said: DocumentMedia?, limit: Int
  ) throws(InputError) -> (bytes: [UInt8], media: DocumentMedia?) {
    let bytes = try read(limit: limit)
    if said == nil, let kind = FileSignature.kind(of: bytes) { throw .noText(name, kind: kind) }
    return (bytes, said ?? media)
  }

  private func read(_ descriptor: Int32, _ limit: Int) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      // Right because the call writes no more than the buffer's length into it.
      let count = unsafe piece.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw fault(errno)
      }
      guard bytes.count + count <= limit else { throw .tooLarge(name, limit: limit) }
      bytes.append(contentsOf: piece[..<count])
    }
  }

  private func fault(_ errno: Int32) -> InputError {
    switch errno {
    case ENOENT, ENOTDIR: .notFound(name)
    case EISDIR: .isFolder(name)
    case let other: .unreadable(name, errno: other)
    }
  }
}
