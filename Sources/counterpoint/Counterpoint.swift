import ArgumentParser
import ArticleService
import Glibc

/// The command line: each subcommand is a file of its own in `Commands`.
@main
struct Counterpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counterpoint",
    abstract: "Reads analysis articles and gives back what they argue, as typed JSON.",
    discussion: """
      Objectives, pros and cons, takeaways, outlook and call to action, each with its label, its \
      text and its exact place in the source. Over HTTP with `serve`, or for files and folders with \
      `analyze`. Nothing leaves the machine.

      Examples:
        counterpoint serve --load articles
        counterpoint analyze article.txt
        counterpoint help analyze
      """,
    version: ArticleService.Configuration().version,
    subcommands: [
      ServeCommand.self, AnalyzeCommand.self, VocabularyCommand.self, BackupCommand.self,
      RestoreCommand.self, CompactCommand.self, HealthcheckCommand.self, OpenAPICommand.self,
    ])

  static func main() {
    reserveStandardDescriptors()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // Help and the version are no errors, and go to standard output.
      guard exitCode(for: error) != .success else { exit(withError: error) }
      let message = fullMessage(for: error)
      if !message.isEmpty { StandardError.write("\(message)\n") }
      Glibc.exit(exitCode(for: error).rawValue)
    }
  }
}
