import FoundationEssentials
import Glibc

/// nginx, serving files of a folder of its own with one process.
final class NginxServer {
  let process: ChildProcess
  let port: UInt16
  private let folder: TemporaryFolder

  /// Where nginx is, if it is installed.
  static let path = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"]
    .first(where: FileManager.default.isExecutableFile)

  /// Starts it; returns when it answers.
  ///
  /// - Parameters:
  ///   - path: the binary.
  ///   - files: what it serves, by name.
  ///   - cachesFiles: whether it keeps the files open (`open_file_cache`).
  /// - Throws: ``BenchmarkError``, when it does not start.
  init(
    _ path: String, serving files: [String: [UInt8]], cachesFiles: Bool
  ) throws(BenchmarkError) {
    folder = try TemporaryFolder()
    port = try LoopbackSocket.freePort()
    for (name, content) in files { try folder.write(content, to: name) }
    let configuration = Self.configuration(folder.path, port, cachesFiles)
    try folder.write(Array(configuration.utf8), to: "nginx.conf")
    process = try ChildProcess([path, "-p", folder.path, "-c", "nginx.conf", "-e", "stderr"])
    try waitUntilItListens()
  }

  /// The worker is the one process that there is (`master_process off`), so that its time can be
  /// told, and so that none is left over.
  private static func configuration(_ folder: String, _ port: UInt16, _ cachesFiles: Bool) -> String
  {
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(folder)/\($0);" }.joined(separator: "\n  ")
    return """
      daemon off;
      master_process off;
      worker_processes 1;
      pid \(folder)/nginx.pid;
      error_log stderr error;
      events { worker_connections 4096; }
      http {
        \(temporary)
        access_log off;
        sendfile on;
        keepalive_requests 1000000000;
        default_type application/json;
        \(cachesFiles ? "open_file_cache max=100 inactive=600s; open_file_cache_valid 600s;" : "")
        server { listen 127.0.0.1:\(port); root \(folder); }
      }

      """
  }

  /// It says nothing when it listens, so it is asked, for two seconds at most.
  private func waitUntilItListens() throws(BenchmarkError) {
    for _ in 0..<200 {
      if (try? LoopbackSocket(port: port)) != nil { return }
      usleep(10_000)
    }
    throw process.failure("nginx does not listen")
  }
}
