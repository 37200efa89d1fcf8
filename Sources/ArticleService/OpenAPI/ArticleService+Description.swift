import Formats
import HTTPCore
import HTTPServer
import JSON
import Locking

/// The answers with the description of the API, one for each form, made when they are first asked
/// for: there are four.
final class DescriptionAnswers: Sendable {
  private let answers = Locked<[RepresentationForm: HTTPResponse]>([:])

  /// The answer in a form, which `make` makes unless it is there.
  func answer(_ form: RepresentationForm, _ make: () -> HTTPResponse) -> HTTPResponse {
    if let answer = answers.withLock({ $0[form] }) { return answer }
    let made = make()
    answers.withLock { $0[form] = made }
    return made
  }
}

extension ArticleService {
  static let answerDescription: Route.Handler = { service, call in
    let form = RepresentationForm(isPretty: call.form.isPretty, isGzip: call.form.isGzip)
    return .now(
      service.descriptions.answer(form) {
        service.answer(call) { $0.write(OpenAPIDocument.json(service.configuration.version)) }
      })
  }

  /// The description of the API as OpenAPI 3.1, as `GET /openapi.json` answers it, indented.
  package static var description: [UInt8] {
    var json = JSONWriter(isPretty: true)
    json.write(OpenAPIDocument.json(Configuration().version))
    return json.finish().content
  }
}
