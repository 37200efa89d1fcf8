import ArgumentParser
import ArticleStore
import FoundationEssentials
import Glibc

/// The data folder that a command is about.
struct DataFolderOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The data folder of the service. (default: COUNTERPOINT_DATA)", valueName: "folder"))
  var data: String?

  /// The folder: as said, else that of `serve` in the same environment.
  func path() throws -> String {
    let configured =
      try data
      ?? Configuration(
        flags: [], environment: ProcessInfo.processInfo.environment, file: nil
      ).data
    guard let path = configured, !path.isEmpty else {
      throw ValidationError("--data is missing: the folder in which the articles are kept.")
    }
    return path
  }

  /// Does with the articles of the folder what takes long enough to show how far it is.
  ///
  /// - Returns: the folder, and what `body` did.
  func copying(
    _ body: (String, @escaping CopyProgress.Report) throws(BackupError) -> CopySummary
  ) throws -> (data: String, summary: CopySummary) {
    let progress = CopyProgressLine()
    let data = try path()
    let summary = try progress.during { () throws(BackupError) in try body(data, progress.show) }
    return (data, summary)
  }

  /// Says on standard output what was done; on standard error, where that cannot be written. It is done
  /// all the same: this is no failure, and a reader that has gone does not end the process.
  func report(_ line: String) {
    _ = signal(SIGPIPE, SIG_IGN)
    let text = "\(line)\n"
    if !write(Array(text.utf8), to: STDOUT_FILENO) { StandardError.write(text) }
  }
}
