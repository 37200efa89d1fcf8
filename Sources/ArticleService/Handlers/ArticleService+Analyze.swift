package import ArticleParsing
import ArticleStore
import HTTPCore
import HTTPServer

// Analysis without storing: over HTTP and for the command line.

extension ArticleService {
  static let analyze: Route.Handler = { service, call throws(Problem) in
    let content = try IncomingContent(call.request)
    return try service.work(for: call) { () throws(Problem) in
      let incoming = try content.document(service.configuration)
      guard incoming.id == nil else {
        throw .invalidSubmission([
          .pointer("/id", "misplaced-member", "Nothing is stored here, so there is no id.")
        ])
      }
      let content = service.representer.encode(
        service.figures.read(incoming).article, incoming.metadata, call.form)
      return service.answer(call, content: content)
    }
  }

  /// What `POST /v1/analyze` answers for these bytes, as the command line gives it.
  ///
  /// - Parameters:
  ///   - bytes: the document, in the encoding that its mark says, else UTF-8.
  ///   - media: `nil` to recognise it.
  ///   - format: the format of the analysis.
  ///   - isPretty: whether JSON is indented.
  /// - Returns: the analysis.
  /// - Throws: ``Problem/undecodable(_:)``, ``Problem/emptyDocument``, ``Problem/binaryDocument``.
  package static func analyze(
    _ bytes: [UInt8], media: DocumentMedia?, format: AnswerFormat = .json, isPretty: Bool
  ) throws(Problem) -> [UInt8] {
    let submission = try Submission(reading: bytes, media: media)
    return Representer(cacheLimit: 0).encode(
      submission.article, submission.metadata,
      RepresentationForm(format: format, isPretty: isPretty))
  }
}
