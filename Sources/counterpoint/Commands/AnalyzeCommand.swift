import ArgumentParser
import ArticleParsing
import ArticleService
import Glibc

/// `counterpoint analyze`: one document in, its analysis out.
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
      What is written is what `POST /v1/analyze` answers. Documents are UTF-8, or UTF-16 with a \
      byte order mark, of at most \(Self.documentLimit >> 20) MiB.

      Examples:
        counterpoint analyze article.txt
        counterpoint analyze --format markdown decision.md
        counterpoint analyze --compact - < article.txt
      """)

  /// The same as over HTTP, unless that is configured otherwise.
  private static let documentLimit = ArticleService.Configuration().documentLimit

  @Argument(
    help: ArgumentHelp("The document, or - for standard input.", valueName: "file"))
  var path = "-"

  @Option(
    help: ArgumentHelp(
      "The document's media type: \(DocumentMedia.names); auto goes by the ending of the file's "
        + "name, else by its content.", valueName: "type"))
  var media = Self.auto

  @Option(
    help: ArgumentHelp(
      "The format of the analysis: \(Self.formats).", valueName: "format"))
  var format = AnswerFormat.json.rawValue

  @Flag var layout = Layout.pretty

  private static let auto = "auto"
  private static let formats = AnswerFormat.names(of: AnswerFormat.ofAnalyses)

  func validate() throws {
    guard media == Self.auto || DocumentMedia(rawValue: media) != nil else {
      throw ValidationError(
        "--media is \"\(media)\", and must be one of: \(Self.auto), \(DocumentMedia.names).")
    }
    guard AnswerFormat.ofAnalyses.map(\.rawValue).contains(format) else {
      throw ValidationError("--format is \"\(format)\", and must be one of: \(Self.formats).")
    }
  }

  func run() throws {
    guard let format = AnswerFormat(rawValue: format) else { return }
    let media =
      media == Self.auto ? InputFile(path).media : DocumentMedia(rawValue: media)
    let bytes = try InputFile(path).read(limit: Self.documentLimit)
    var analysis: [UInt8]
    do throws(Problem) {
      analysis = try ArticleService.analyze(
        bytes, media: media, format: format, isPretty: layout == .pretty)
    } catch {
      throw InputError.noArticle(InputFile(path).name, reason: error.detail)
    }
    if format == .json, layout == .compact { analysis.append(UInt8(ascii: "\n")) }
    guard write(analysis, to: STDOUT_FILENO) else {
      throw InputError.unwritable("standard output", errno: errno)
    }
  }
}
