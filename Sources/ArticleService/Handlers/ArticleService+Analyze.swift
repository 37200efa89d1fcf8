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
      let json = service.representer.json.encode(
        incoming.submission.article, incoming.metadata, isPretty: call.form.isPretty)
      return service.answer(call, content: json)
    }
  }

  /// What `POST /v1/analyze` answers for these bytes, as the command line gives it.
  ///
  /// - Throws: ``Problem/undecodable(_:)``, ``Problem/emptyDocument``.
  package static func analyze(
    _ bytes: [UInt8], media: DocumentMedia, isPretty: Bool
  ) throws(Problem) -> [UInt8] {
    let incoming = try IncomingDocument(
      bytes: bytes, media: media, charset: .utf8, metadata: Metadata())
    return JSONEncoding().encode(
      incoming.submission.article, incoming.metadata, isPretty: isPretty)
  }
}
