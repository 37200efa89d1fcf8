import ArgumentParser
import ArticleParsing
import ArticleService
import Formats
import Glibc
import Operations

/// `counterpoint analyze`: documents in, their analyses out.
struct AnalyzeCommand: ParsableCommand {
  /// How the JSON is laid out.
  enum Layout: String, EnumerableFlag {
    case pretty, compact

    static func help(for value: Layout) -> ArgumentHelp? {
      switch value {
      case .pretty: "Indent the JSON, for people; this is how one document's is."
      case .compact: "Write the JSON of a document on one line; this is how several documents' is."
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Reads documents and writes their analyses to standard output.",
    discussion: """
      For one document that is what `POST /v1/analyze` answers. For several, or a folder, each \
      analysis has the path of its document as well: as the member `path` of its JSON, of which \
      there is one object a line; as the first column of one table; below the title of each brief. \
      They come in the order of the paths, those of a folder (all *.txt and *.md in it, at any \
      depth) sorted. A document that cannot be read is told of on standard error, and the others are \
      read all the same. Documents are UTF-8, or UTF-16 with a byte order mark, of at most \
      \(Self.documentLimit >> 20) MiB.

      Examples:
        counterpoint analyze article.txt
        counterpoint analyze --format markdown decision.md
        counterpoint analyze --compact - < article.txt
        counterpoint analyze articles more.md | jq -r '.path + ": " + .pros[].text'
        counterpoint analyze --format csv articles > points.csv
        counterpoint analyze --language-file vi.txt article.txt

      Exit status: 0 all documents were read; 1 one or more were not, or the output could not be \
      written; 64 words that are not understood.
      """)

  /// The largest document: as large as over HTTP, unless that is configured otherwise.
  private static let documentLimit = ArticleService.Configuration().documentLimit

  @Argument(
    help: ArgumentHelp(
      "Documents, and folders of them; - for standard input, which is read when there is none.",
      valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The documents' media type: \(DocumentMedia.names); auto goes by the ending of each file's "
        + "name, else by its content.", valueName: "type"))
  var media = Self.auto

  @Option(
    help: ArgumentHelp(
      "The format of the analyses: \(Self.formats).", valueName: "format"))
  var format = Format.json.name

  @Option(
    help: ArgumentHelp(
      "A file of a language's words, to try it: in place of the built-in one with its tag, or "
        + "beside them. What is wrong in it is told as `vocabulary check` does.",
      valueName: "file"))
  var languageFile: [String] = []

  @Flag var layout: Layout?

  private static let auto = "auto"
  private static let formats = Format.names(of: Format.all(for: .analyses))

  func validate() throws {
    try GivenPaths.expectNamed(paths + languageFile)
    guard media == Self.auto || DocumentMedia(rawValue: media) != nil else {
      throw ValidationError(
        "--media is \"\(media)\", and must be one of: \(Self.auto), \(DocumentMedia.names).")
    }
    guard Format.all(for: .analyses).map(\.name).contains(format) else {
      throw ValidationError("--format is \"\(format)\", and must be one of: \(Self.formats).")
    }
    guard paths.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("- is there more than once, and standard input can be read once only.")
    }
  }

  func run() throws {
    guard let format = Format.named(format) else { return }
    let said = media == Self.auto ? nil : DocumentMedia(rawValue: media)
    let parser = ArticleParser(vocabulary: try LanguageFiles.vocabulary(with: languageFile))
    let isFolder = paths.contains { InputFiles.kind(of: $0, followsLinks: true) == .folder }
    let isPretty = paths.count > 1 || isFolder ? layout == .pretty : layout != .compact
    let series = AnalysisSeries(format: format, isPretty: isPretty, parser: parser)
    guard paths.count > 1 || isFolder else {
      return try analyze(InputFile(paths.first ?? "-"), said, series, endsLine: format == .json)
    }
    let batch = AnalysisBatch(series: series, media: said, documentLimit: Self.documentLimit)
    guard try batch.run(paths) == 0 else { throw ExitCode.failure }
  }

  private func analyze(
    _ file: InputFile, _ said: DocumentMedia?, _ series: AnalysisSeries, endsLine: Bool
  ) throws(InputError) {
    let document = try file.document(media: said, limit: Self.documentLimit)
    var analysis: [UInt8]
    do throws(DocumentError) {
      analysis = series.analysis(
        of: try Document(bytes: document.bytes, media: document.media))
    } catch {
      throw .noArticle(file.name, Problem(error))
    }
    if endsLine, layout == .compact { analysis.append(UInt8(ascii: "\n")) }
    guard write(analysis, to: STDOUT_FILENO) else {
      throw .unwritable("standard output", errno: errno)
    }
  }
}
