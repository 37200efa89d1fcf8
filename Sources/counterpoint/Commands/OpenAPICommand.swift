import ArgumentParser
import ArticleService
import Glibc

/// `counterpoint openapi`: the description of the API, for those who generate clients from it.
struct OpenAPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi",
    abstract: "Writes the description of the API, as OpenAPI 3.1, to standard output.",
    discussion: """
      It is what `GET /openapi.json` answers, indented.

      Examples:
        counterpoint openapi > openapi.json
      """)

  func run() throws {
    guard write(ArticleService.description, to: STDOUT_FILENO) else {
      throw InputError.unwritable("standard output", errno: errno)
    }
  }
}
