import FoundationEssentials

/// A folder that is gone with its value; it stays when this process is killed before.
final class TemporaryFolder {
  let path: String

  init() throws(BenchmarkError) {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "counterpoint-benchmarks-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    } catch {
      throw .file(url.path)
    }
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file into it.
  func write(_ content: [UInt8], to name: String) throws(BenchmarkError) {
    let file = URL(filePath: path).appending(path: name)
    do { try Data(content).write(to: file) } catch { throw .file(file.path) }
  }
}
