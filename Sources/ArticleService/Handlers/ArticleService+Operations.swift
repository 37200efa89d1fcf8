import ArticleParsing
import Formats
import HTTPCore
import HTTPServer
import JSON

// What the service says of itself.

extension ArticleService {
  static let answerIndex: Route.Handler = { service, call in
    .now(
      service.answer(call) { json in
        json.object { describeIndex(version: service.configuration.version, to: &$0) }
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
    let (version, parser) = (service.configuration.version, service.parser.version)
    return .now(
      service.answer(call) { json in
        json.object { describeVersion(version, parser: parser, to: &$0) }
      })
  }

  private func status(_ status: String, _ call: Call) -> HTTPResponse {
    answer(call) { json in json.object { Self.describeStatus(status, to: &$0) } }
  }

  fileprivate static func describeIndex(
    version: String?, to sink: inout some MemberSink & ~Copyable
  ) {
    describeName(version: version, to: &sink)
    sink.always("links", .array(of: .reference(.link)), routes) { json, routes in
      json.array(routes) { json, route in json.object { describeLink(route, to: &$0) } }
    }
  }

  fileprivate static func describeLink(_ route: Route?, to sink: inout some MemberSink & ~Copyable)
  {
    sink.always("method", .string("The method."), route?.method.name)
    sink.always("path", .string("The path."), route?.path)
    sink.always("summary", .string("What it does."), route?.summary)
  }

  fileprivate static func describeVersion(
    _ version: String?, parser: String?, to sink: inout some MemberSink & ~Copyable
  ) {
    describeName(version: version, to: &sink)
    sink.always(
      "parser", .string("What changes with the way of reading and the words that are known."),
      parser)
  }

  fileprivate static func describeStatus(
    _ status: String?, to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always("status", .choice("Always ok.", ["ok"]), status)
  }

  fileprivate static func describeName(
    version: String?, to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always("name", .choice("The service.", ["counterpoint"]), "counterpoint")
    sink.always("version", .string("Its version."), version)
  }
}

extension Shape {
  static let index = Shape("Index", "What there is.", isSelectable: false) {
    ArticleService.describeIndex(version: nil, to: &$0)
  }
  static let link = Shape("Link", "A route.", isSelectable: false) {
    ArticleService.describeLink(nil, to: &$0)
  }
  static let status = Shape("Status", "That it is so.", isSelectable: false) {
    ArticleService.describeStatus(nil, to: &$0)
  }
  static let version = Shape("Version", "What is running.", isSelectable: false) {
    ArticleService.describeVersion(nil, parser: nil, to: &$0)
  }
}
