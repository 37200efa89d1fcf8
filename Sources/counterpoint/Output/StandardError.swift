import FoundationEssentials
import Glibc

/// What is reported beside the output.
enum StandardError {
  /// Whether a person reads it where it is written.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Whether colours help: on a terminal that knows them, unless they are not wanted
  /// (https://no-color.org).
  private static let isColoured: Bool = {
    let environment = ProcessInfo.processInfo.environment
    let terminal = environment["TERM"] ?? ""
    return isTerminal && environment["NO_COLOR", default: ""].isEmpty && !terminal.isEmpty
      && terminal != "dumb"
  }()

  /// Reports an error that does not end the process.
  static func report(_ error: some Error) { write("\(mark)\(error)\n") }

  /// Writes a message that begins with the mark of an error, which is in colour where that
  /// helps.
  static func write(_ message: String) {
    let isMarked = isColoured && message.hasPrefix(mark)
    let text =
      isMarked
      ? "\u{1B}[1;31m\(mark.dropLast())\u{1B}[0m \(message.dropFirst(mark.count))" : message
    // There is nobody to report to when it fails.
    _ = counterpoint.write(Array(text.utf8), to: STDERR_FILENO)
  }

  private static let mark = "Error: "
}
