import HTTPCore
import HTTPServer
import Metrics

extension ArticleService {
  /// Answered on the event loop, since it is wanted most when no worker is free; some tens of
  /// microseconds.
  static let answerMetrics: Route.Handler = { service, call in
    var text = MetricsText()
    for family in MetricFamily.all {
      text.beginFamily(family.name, family.kind, help: family.help)
      family.samples(service, &text)
    }
    var fields = HTTPFields()
    fields.append(.contentType, MetricsText.mediaType)
    fields.append(.cacheControl, "no-store")
    fields.append(.xContentTypeOptions, "nosniff")
    return .now(HTTPResponse(status: .ok, fields: fields, content: text.complete()))
  }
}
