import Glibc

/// Why there are no figures.
enum BenchmarkError: Error, CustomStringConvertible {
  /// A file or folder cannot be read or written.
  case file(String)
  /// The service's binary does not stand beside this one.
  case notBuilt(String)
  /// A system call failed, with its error number.
  case system(String, errno: Int32)
  /// A process that was started does not do what it was started for.
  case process(String)
  /// An answer is not what was expected.
  case answer(String)
  /// The core refused a text.
  case refused(String)
  /// The same work gave different things.
  case unsteady

  var description: String {
    switch self {
    case .file(let path): "cannot read or write \(path)"
    case .notBuilt(let path):
      """
      there is no \(path); build it first:
        swift build -c release --static-swift-stdlib --product counterpoint
      """
    // Right because the text is copied before this thread, whose it is, asks again (strerror(3)).
    case .system(let call, let number): unsafe "\(call): \(String(cString: strerror(number)))"
    case .unsteady: "the same work, done twice, made different things"
    case .process(let what), .answer(let what), .refused(let what): what
    }
  }
}
