import ArticleParsing
import ArticleStore
import Formats
import HTTPCore
import HTTPServer
import Operations

// Analysis without storing.

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
      let article = service.operations.analyze(incoming).article
      let size = Article.makingSize(article.encodedSize(call.form))
      try memory.expect(incoming.size + article.memorySize + size)
      let content = call.form.format.encode(Analysis(article, incoming.metadata, call.form))
      return service.answer(call, content: content, reservation: try memory.keep(content.count))
    }
  }
}
