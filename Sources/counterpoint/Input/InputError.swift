import ArticleService

/// What is wrong with a file or folder that was named on the command line.
enum InputError: Error, Equatable {
  case notFound(String)
  case unreadable(String, errno: Int32)
  case unwritable(String, errno: Int32)
  case isFolder(String)
  case tooLarge(String, limit: Int)
  case folderWithoutArticles(String)
  case storeFull(String, limit: Int)
  /// The bytes are those of a file of another kind.
  case noText(String, kind: String)
  /// The bytes were read, and are no article.
  case noArticle(String, reason: String)
}

extension InputError {
  /// A document that is no article, and why.
  static func noArticle(_ name: String, _ problem: Problem) -> InputError {
    var reason = problem.detail
    if case .undecodable = problem {
      reason += " Text must be UTF-8, or UTF-16 with a byte order mark."
    }
    return .noArticle(name, reason: reason)
  }
}

extension InputError: CustomStringConvertible {
  /// One line: what is wrong, and what would be right.
  var description: String {
    switch self {
    case .notFound(let path): "\(path): there is no such file."
    case .unreadable(let path, let errno): "\(path): it cannot be read: \(meaning(of: errno))."
    case .unwritable(let path, let errno): "\(path): it cannot be written: \(meaning(of: errno))."
    case .isFolder(let path):
      "\(path): this is a folder; name a file in it, or - for standard input."
    case .tooLarge(let path, let limit): "\(path): it is larger than \(limit) bytes, the limit."
    case .folderWithoutArticles(let path): "\(path): there is no file *.txt or *.md in this folder."
    case .storeFull(let path, let limit):
      "\(path): the store has no room for it; limits.storeBytes is \(limit)."
    case .noText(let path, let kind):
      "\(path): this is \(kind), which is not read; save its text as a file *.txt or *.md."
    case .noArticle(let path, let reason): "\(path): \(reason)"
    }
  }
}
