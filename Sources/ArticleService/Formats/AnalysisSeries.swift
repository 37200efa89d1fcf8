package import ArticleParsing
import ArticleStore
package import Formats
package import Operations

/// The analyses of documents that come without HTTP, such as files, in any ``Format``: of one document
/// what `POST /v1/analyze` answers, or of several in one text, each with its path.
package struct AnalysisSeries: Sendable {
  private let form: RepresentationForm
  private let parser: ArticleParser

  /// A series in a format; `isPretty` for JSON that is indented.
  package init(format: Format, isPretty: Bool, parser: ArticleParser = ArticleParser()) {
    form = RepresentationForm(format: format, isPretty: isPretty)
    self.parser = parser
  }

  /// What stands before the first analysis of several.
  package var head: [UInt8] { form.format.encoding.head(true) }

  /// What stands between two analyses.
  package var separator: [UInt8] { form.format.encoding.separator }

  /// The analysis of a document alone.
  package func analysis(of document: Document) -> [UInt8] {
    form.format.encode(analysis(document))
  }

  /// The analysis of a document among others, with the end of its last line. May be asked for by several
  /// threads at once.
  package func analysis(of document: Document, path: String) -> [UInt8] {
    form.format.encoding.analysis(analysis(document, path: path))
  }

  private func analysis(_ document: Document, path: String? = nil) -> Analysis {
    let submission = ArticleOperations.analyze(document, with: parser)
    return Analysis(submission.article, submission.metadata, form, path: path)
  }
}
