package import ArticleParsing
import ArticleStore
import JSON

/// The analyses of several documents in one text, each with the path that its document has for
/// whoever asked: as the command line gives them.
///
/// JSON is one object a document, on a line of its own unless it is indented, with `path` as its
/// first member. CSV is one table, with `path` as its first column. Markdown is one brief behind the
/// other, each with its path below the title.
package struct AnalysisSeries: Sendable {
  private let form: RepresentationForm
  private let parser: ArticleParser
  private let representer = Representer(cacheLimit: 0)

  /// A series in a format; `isPretty` for JSON that is indented.
  package init(format: AnswerFormat, isPretty: Bool, parser: ArticleParser = ArticleParser()) {
    form = RepresentationForm(format: format, isPretty: isPretty)
    self.parser = parser
  }

  /// What stands before the first analysis.
  package var head: [UInt8] { form.format == .csv ? PointTable.head(withPath: true) : [] }

  /// What stands between two analyses.
  package var separator: [UInt8] { form.format == .markdown ? [UInt8(ascii: "\n")] : [] }

  /// The analysis of a document. May be asked for by several threads at once.
  ///
  /// - Parameters:
  ///   - bytes: the document, in the encoding that its mark says, else UTF-8.
  ///   - media: `nil` to recognise it.
  ///   - path: what the document is called.
  /// - Returns: the analysis, with the end of its last line.
  /// - Throws: ``Problem/undecodable(_:)``, ``Problem/emptyDocument``, ``Problem/binaryDocument``.
  package func analysis(
    of bytes: [UInt8], media: DocumentMedia?, path: String
  ) throws(Problem) -> [UInt8] {
    let submission = try Submission(reading: bytes, media: media, with: parser)
    let (article, metadata) = (submission.article, submission.metadata)
    switch form.format {
    case .json, .ndjson:
      let json = representer.json.encode(article, metadata, form)
      let whole = representer.json.encode(before: json, isPretty: form.isPretty) {
        $0.member("path", path)
      }
      return form.isPretty ? whole : whole + [UInt8(ascii: "\n")]
    case .markdown: return MarkdownBrief(article, metadata, path: path).encode()
    case .csv:
      return PointTable(article, TextOffsets(article.text, in: form.offsets), path: path).rows()
    }
  }
}
