import FoundationEssentials
import Glibc

/// `counterpoint serve` of one event loop, on a port of its own.
final class CounterpointServer {
  let process: ChildProcess
  let port: UInt16

  /// Starts the binary that stands beside this one; returns when it listens.
  ///
  /// - Parameters:
  ///   - options: more flags.
  ///   - tracer: a program, with its arguments, that runs the binary and watches it.
  ///   - isGuarded: as of ``ChildProcess``.
  /// - Throws: ``BenchmarkError``, when it does not start.
  init(
    _ options: [String] = [], tracer: [String] = [], isGuarded: Bool = true
  ) throws(BenchmarkError) {
    let path = Self.path
    guard FileManager.default.isExecutableFile(atPath: path) else { throw .notBuilt(path) }
    process = try ChildProcess(
      tracer + [
        path, "serve", "--port", "0", "--loops", "1", "--log-level", "notice",
        "--set", "limits.connections=4096", "--set", "timeouts.idleSeconds=600",
      ] + options, isGuarded: isGuarded)
    let line = try process.errorLine(after: "\"url\":\"http://127.0.0.1:")
    guard let port = UInt16(line.prefix { $0.isNumber }) else {
      throw .process("counterpoint does not say its port: \(line)")
    }
    self.port = port
  }

  private static var path: String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    // Right because the call writes no more than the buffer's length.
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(
      decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return own.prefix(through: own.lastIndex(of: "/") ?? own.startIndex) + "counterpoint"
  }
}
