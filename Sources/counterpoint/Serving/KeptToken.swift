import ArticleService
import Glibc

/// The token that was made because none was given, kept in the data folder from one run to the next.
struct KeptToken {
  /// The token.
  let token: BearerToken
  /// Whether it was made now.
  let isNew: Bool

  /// The token of a folder; made, readable by this user alone, where there is none.
  ///
  /// - Throws: ``InputError``.
  init(in folder: String) throws(InputError) {
    let path = Self.path(in: folder)
    do throws(InputError) {
      let content = try InputFile(path).read(limit: 2 * BearerToken.length.upperBound)
      guard let token = try? BearerToken(content) else {
        throw .noArticle(path, reason: "it holds no token; remove it to have another one made.")
      }
      self.init(token: token, isNew: false)
    } catch .notFound {
      let token = BearerToken.random()
      try Self.keep(token, at: path)
      self.init(token: token, isNew: true)
    }
  }

  /// Where it is kept.
  static func path(in folder: String) -> String { "\(folder)/token" }

  private init(token: BearerToken, isNew: Bool) {
    self.token = token
    self.isNew = isNew
  }

  /// Writes it beside its place and moves it there, so that a file of that name is whole.
  private static func keep(_ token: BearerToken, at path: String) throws(InputError) {
    let draft = "\(path).new"
    // Right because the calls read the paths, which end with a NUL.
    unsafe unlink(draft)
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path, errno: errno) }
    defer { close(descriptor) }
    guard write(Array("\(token.secret)\n".utf8), to: descriptor), fsync(descriptor) == 0,
      unsafe rename(draft, path) == 0
    else { throw .unwritable(path, errno: errno) }
  }
}
