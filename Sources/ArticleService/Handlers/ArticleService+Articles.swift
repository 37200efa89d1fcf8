import ArticleStore
import HTTPCore
import HTTPServer
import Operations

// The resource of one article: reading it and its parts.

extension ArticleService {
  /// The size of a document, in bytes, up to which a representation is made on the event loop: about
  /// as long as handing the work over would take.
  private static let inlineLimit = 8 << 10

  /// Answers a part of an article.
  static func read(_ part: ArticlePart) -> Route.Handler {
    { service, call throws(Problem) in
      let answer = StoreAnswer(to: call)
      service.operations.read(call.id) { found in
        answer.make(of: found) { stored throws(Problem) in
          if !part.isJSON, let media = MediaType(parsing: part.mediaType(of: stored)) {
            try accept(media, answer.call.request)
          }
          return try service.answer(part, of: stored, answer.call)
        }
      }
      return answer.taken()
    }
  }

  private func answer(
    _ part: ArticlePart, of stored: StoredArticle, _ call: Call
  ) throws(Problem) -> Answer {
    let key = RepresentationCache.Key(stored, part, call.form)
    let lookup = representer.cache.lookUp(key) { made in
      call.reply(Self.response(to: call.request, made))
    }
    switch lookup {
    case .found(let representation):
      return .now(Self.response(to: call.request, .success(representation)))
    case .waiting: return .later
    case .make where stored.document.bytes.count <= Self.inlineLimit:
      return .now(Self.response(to: call.request, make(key, of: stored)))
    case .make:
      let isTaken = workers.submit(Self.length(of: stored)) {
        call.reply(Self.response(to: call.request, self.make(key, of: stored)))
      }
      guard isTaken else {
        representer.cache.finish(key, .failure(.busy))
        throw .busy
      }
      return .later
    }
  }

  /// How long making a representation of an article takes, as work.
  static func length(of stored: StoredArticle) -> WorkQueue.Length {
    stored.document.bytes.count <= shortDocument ? .short : .long
  }

  /// Makes a representation for the caller and for all that wait for the same.
  func make(
    _ key: RepresentationCache.Key, of stored: StoredArticle
  ) -> RepresentationCache.Made {
    let made = Result { () throws(Problem) in
      try representer.make(key.part, of: stored, key.form, workMemory)
    }
    representer.cache.finish(key, made)
    settle(after: stored.document.bytes.count)
    return made
  }

  private static func response(
    to request: HTTPRequest, _ made: RepresentationCache.Made
  ) -> HTTPResponse {
    switch made {
    case .success(let representation):
      switch request.fields.readCondition(for: representation) {
      case .met: representation.found
      case .notModified: representation.notModified
      case .failed: Problem.preconditionFailed.response
      }
    case .failure(let problem): problem.response
    }
  }
}
