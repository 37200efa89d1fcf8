import ArgumentParser
import ArticleService

/// The command line: each subcommand is a file of its own in `Commands`.
@main
struct Counterpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counterpoint",
    abstract: "Reads analysis articles and gives back what they argue, as typed JSON.",
    discussion: """
      Objectives, pros and cons, takeaways, outlook and call to action, each with its label, its \
      text and its exact place in the source. Over HTTP with `serve`, or for one document with \
      `analyze`. Nothing leaves the machine.

      Examples:
        counterpoint serve --load articles
        counterpoint analyze article.txt
      """,
    version: ArticleService.Configuration().version,
    subcommands: [
      ServeCommand.self, AnalyzeCommand.self, HealthcheckCommand.self, OpenAPICommand.self,
    ])
}
