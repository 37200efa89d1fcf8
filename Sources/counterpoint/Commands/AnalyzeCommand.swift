import ArgumentParser
import ArticleParsing
import ArticleService
import Glibc

/// `counterpoint analyze`: one document in, its JSON out.
struct AnalyzeCommand: ParsableCommand {
  /// How the JSON is laid out.
  enum Layout: String, EnumerableFlag {
    case pretty, compact

    static func help(for value: Layout) -> ArgumentHelp? {
      switch value {
      case .pretty: "Indent the JSON, for people."
      case .compact: "Write the JSON on one line."
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Reads one document and writes its analysis to standard output.",
    discussion: """
      The JSON is what `POST /v1/analyze` answers. Documents are UTF-8, of at most \
      \(Self.documentLimit >> 20) MiB.

      Examples:
        counterpoint analyze article.txt
        counterpoint analyze --compact - < article.txt
      """)

  /// The same as over HTTP, unless that is configured otherwise.
  private static let documentLimit = ArticleService.Configuration().documentLimit

  @Argument(
    help: ArgumentHelp("The document, or - for standard input.", valueName: "file"))
  var path = "-"

  @Option(help: ArgumentHelp("The document's media type: text/plain.", valueName: "type"))
  var media = DocumentMedia.plainText.rawValue

  @Flag var layout = Layout.pretty

  func validate() throws {
    guard DocumentMedia(rawValue: media) != nil else {
      throw ValidationError("--media is \"\(media)\", and must be text/plain.")
    }
  }

  func run() throws {
    guard let media = DocumentMedia(rawValue: media) else { return }
    let bytes = try InputFile(path).read(limit: Self.documentLimit)
    var json: [UInt8]
    do throws(Problem) {
      json = try ArticleService.analyze(bytes, media: media, isPretty: layout == .pretty)
    } catch {
      throw InputError.noArticle(InputFile(path).name, reason: error.detail)
    }
    if json.last != UInt8(ascii: "\n") { json.append(UInt8(ascii: "\n")) }
    guard write(json, to: STDOUT_FILENO) else {
      throw InputError.unwritable("standard output", errno: errno)
    }
  }
}
