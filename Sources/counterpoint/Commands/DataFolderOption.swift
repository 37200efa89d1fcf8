import ArgumentParser
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

  /// Says on standard output what was done.
  func tell(_ line: String) throws(InputError) {
    guard write(Array("\(line)\n".utf8), to: STDOUT_FILENO) else {
      throw .unwritable("standard output", errno: errno)
    }
  }
}
