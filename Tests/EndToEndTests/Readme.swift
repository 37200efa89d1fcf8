import Foundation
import Glibc

/// README.md: its text, and its blocks of code, which are marked by what they are.
enum Readme {
  /// The words behind the three backticks that begin a block.
  enum Mark: String {
    /// A command, for the shell; the tests run it.
    case command = "sh"
    /// A command that installs and builds; `.ci/run` runs it.
    case installation = "sh ci"
    /// A command that needs a container engine or a cluster; nobody runs it here.
    case engine = "sh engine"
    /// What the command before it writes to standard output, to the byte but for CSV's ends of lines
    /// (CRLF, RFC 4180).
    case answer = "text answer"
    case jsonAnswer = "json answer"
    /// No command and no answer: a drawing, or an example of what is written elsewhere.
    case illustration = "text"
    case jsonIllustration = "json"
  }

  struct Block {
    let mark: String
    let content: String
    /// From 1 on.
    let line: Int
  }

  static let root = FixtureArticles.folder.deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let text: String = {
    (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? ""
  }()

  /// In their order.
  static let blocks: [Block] = {
    var blocks: [Block] = []
    var open: Block?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          open = Block(mark: String(line.dropFirst(3)), content: "", line: index + 1)
        }
      } else if let block = open {
        open = Block(mark: block.mark, content: block.content + line + "\n", line: block.line)
      }
    }
    return blocks
  }()
}

/// A folder that looks as the repository does when it is built, for commands of the README; what they
/// write there goes with it.
struct ReadmeFolder {
  private let folder: TemporaryFolder
  private let server: Server

  init(asking server: Server) throws {
    self.server = server
    folder = try TemporaryFolder()
    let files = FileManager.default
    let release = folder.path + "/.build/release"
    try files.createDirectory(atPath: release, withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: release + "/counterpoint", withDestinationPath: Command.path)
    for name in ["Tests", "Config"] {
      try files.createSymbolicLink(
        atPath: folder.path + "/" + name,
        withDestinationPath: Readme.root.appending(path: name).path)
    }
    try files.copyItem(
      atPath: FixtureArticles.path("salt-line"), toPath: folder.path + "/article.txt")
    // A folder that a service has kept articles in.
    let keeper = try Server(
      "--data", folder.path + "/articles", "--load", folder.path + "/article.txt")
    try keeper.isReady()
    keeper.command.signal(SIGTERM)
    _ = try keeper.command.outcome()
  }

  /// Runs a command as the README has it, but for the address of the server. An answer that is an error
  /// fails it.
  func run(_ command: String) throws -> Command.Outcome {
    let words = command.replacing("http://127.0.0.1:8080", with: server.url)
    let script = """
      curl() { command curl --silent --show-error --fail-with-body "$@"; }
      cd '\(folder.path)'
      \(words)
      """
    return try Command(
      ["-euo", "pipefail", "-c", script],
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""], tool: "/bin/bash"
    ).outcome()
  }

  static var hasTools: Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/curl") }
      && FileManager.default.isExecutableFile(atPath: "/bin/bash")
  }
}
