import ArticleStore
import Glibc

/// The documents at the paths of a command line: files as they are named, folders with all that is
/// called `*.txt` or `*.md` in them, at any depth, sorted by path.
enum InputFiles {
  /// How deep folders are looked into.
  private static let depthLimit = 64

  /// - Throws: ``InputError``: a path that is not there, a folder that cannot be read or has no
  ///   article in it.
  static func find(in paths: [String]) throws(InputError) -> [InputFile] {
    var files: [InputFile] = []
    for path in paths {
      switch kind(of: path, followsLinks: true) {
      case .folder:
        let found = try articles(in: path, depth: 1)
        guard !found.isEmpty else { throw .folderWithoutArticles(path) }
        files += found.map(InputFile.init)
      case .file: files.append(InputFile(path))
      case .nothing(let errno):
        throw errno == ENOENT || errno == ENOTDIR
          ? .notFound(path) : .unreadable(path, errno: errno)
      }
    }
    return files
  }

  enum Kind: Equatable {
    case file, folder
    case nothing(errno: Int32)
  }

  /// What there is at a path.
  static func kind(of path: String, followsLinks: Bool) -> Kind {
    var status = stat()
    // Right because the calls read the path, which ends with a NUL, and write one `stat`.
    let result = unsafe followsLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return .nothing(errno: errno) }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  private static func articles(in folder: String, depth: Int) throws(InputError) -> [String] {
    var found: [String] = []
    for name in try names(in: folder) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      // A link to a folder is not followed: it may lead back to where it stands.
      if case .folder = kind(of: path, followsLinks: false) {
        if depth < depthLimit { found += try articles(in: path, depth: depth + 1) }
      } else if InputFile(path).media != nil, case .file = kind(of: path, followsLinks: true) {
        found.append(path)
      }
    }
    return found
  }

  private static func names(in folder: String) throws(InputError) -> [String] {
    do throws(FolderNames.Fault) {
      return try FolderNames.all(in: folder)
    } catch {
      throw .unreadable(folder, errno: error.errno)
    }
  }
}
