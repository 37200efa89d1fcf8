package import ArticleParsing
import ArticleStore
package import Formats
import JSON

/// The analyses of several documents in one text, each with the path that its document has for
/// whoever asked: as the command line gives them, in any ``Format``.
package struct AnalysisSeries: Sendable {
  private let form: RepresentationForm
  private let parser: ArticleParser

  /// A series in a format; `isPretty` for JSON that is indented.
  package init(format: Format, isPretty: Bool, parser: ArticleParser = ArticleParser()) {
    form = RepresentationForm(format: format, isPretty: isPretty)
    self.parser = parser
  }

  /// What stands before the first analysis.
  package var head: [UInt8] { form.format.encoding.head(true) }

  /// What stands between two analyses.
  package var separator: [UInt8] { form.format.encoding.separator }

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
    return form.format.encoding.analysis(
      Analysis(submission.article, submission.metadata, form, path: path))
  }
}
