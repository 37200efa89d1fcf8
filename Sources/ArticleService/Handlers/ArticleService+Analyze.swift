package import ArticleParsing
import ArticleStore
package import Formats
import HTTPCore
import HTTPServer

// Analysis without storing: over HTTP and for the command line.

extension ArticleService {
  static let analyze: Route.Handler = { service, call throws(Problem) in
    let content = try IncomingContent(call.request)
    return try service.read(content, for: call) { incoming, memory throws(Problem) in
      if incoming.id != nil {
        throw .invalidSubmission([
          .pointer("/id", "misplaced-member", "Nothing is stored here, so there is no id.")
        ])
      }
      if incoming.times != nil {
        throw .invalidSubmission([
          .pointer(
            "/createdAt", "misplaced-member",
            "Nothing is stored here, so there are no times: leave createdAt and updatedAt out.")
        ])
      }
      var memory = memory
      let article = service.metrics.read(incoming, service.parser).article
      let size = Article.makingSize(article.encodedSize(call.form))
      try memory.expect(incoming.size + article.memorySize + size)
      let content = call.form.format.encode(Analysis(article, incoming.metadata, call.form))
      return service.answer(call, content: content, reservation: try memory.keep(content.count))
    }
  }

  /// What `POST /v1/analyze` answers for these bytes, as the command line gives it.
  ///
  /// - Parameters:
  ///   - bytes: the document, in the encoding that its mark says, else UTF-8.
  ///   - media: `nil` to recognise it.
  ///   - parser: what reads it.
  ///   - format: the format of the analysis.
  ///   - isPretty: whether JSON is indented.
  /// - Returns: the analysis.
  /// - Throws: ``Problem/undecodable(_:)``, ``Problem/emptyDocument``, ``Problem/binaryDocument``.
  package static func analyze(
    _ bytes: [UInt8], media: DocumentMedia?, parser: ArticleParser = ArticleParser(),
    format: Format = .json, isPretty: Bool
  ) throws(Problem) -> [UInt8] {
    let submission = try Submission(reading: bytes, media: media, with: parser)
    let form = RepresentationForm(format: format, isPretty: isPretty)
    return format.encode(Analysis(submission.article, submission.metadata, form))
  }
}
