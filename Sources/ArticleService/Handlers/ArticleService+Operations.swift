import ArticleParsing
import HTTPCore
import HTTPServer
import JSON

// What the service says of itself.

extension ArticleService {
  static let answerIndex: Route.Handler = { service, call in
    .now(
      service.answer(call) { json in
        json.beginObject()
        json.member("name", "counterpoint")
        json.member("version", service.configuration.version)
        json.name("links")
        json.array(routes) { json, route in
          json.beginObject()
          json.member("method", route.method.name)
          json.member("path", route.path)
          json.member("summary", route.summary)
          json.endObject()
        }
        json.endObject()
      })
  }

  static let answerLiveness: Route.Handler = { service, call in
    .now(service.status("ok", call))
  }

  static let answerReadiness: Route.Handler = { service, call throws(Problem) in
    if let reason = service.unreadiness { throw .notReady(reason) }
    return .now(service.status("ok", call))
  }

  static let answerVersion: Route.Handler = { service, call in
    .now(
      service.answer(call) { json in
        json.beginObject()
        json.member("name", "counterpoint")
        json.member("version", service.configuration.version)
        json.member("parser", service.parser.version)
        json.endObject()
      })
  }

  private func status(_ status: String, _ call: Call) -> HTTPResponse {
    answer(call) { json in
      json.beginObject()
      json.member("status", status)
      json.endObject()
    }
  }
}
