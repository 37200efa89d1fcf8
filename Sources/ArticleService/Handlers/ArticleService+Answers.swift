import HTTPCore
import HTTPServer

// What handlers have in common: answers that are no stored article's, and work that leaves the loop.

extension ArticleService {
  /// An answer in JSON that is made for this request alone.
  func answer(
    _ call: Call, status: HTTPStatus = .ok, link: String? = nil,
    _ write: (inout JSONWriter) -> Void
  ) -> HTTPResponse {
    let content = representer.json.encode(isPretty: call.form.isPretty, write)
    return answer(call, status: status, content: content, link: link)
  }

  /// The same, of content that is encoded already, in the format that the call asks for.
  func answer(
    _ call: Call, status: HTTPStatus = .ok, content: [UInt8], link: String? = nil
  ) -> HTTPResponse {
    var fields = HTTPFields()
    fields.append(.contentType, call.form.format.contentType)
    let compressed = call.form.isGzip ? representer.compress(content) : nil
    if compressed != nil { fields.append(.contentEncoding, "gzip") }
    if let link { fields.append(.link, link) }
    fields.append(.cacheControl, "no-cache")
    fields.append(.vary, "Accept, Accept-Encoding")
    fields.append(.xContentTypeOptions, "nosniff")
    return HTTPResponse(status: status, fields: fields, content: compressed ?? content)
  }

  /// Has a worker do what takes long, and answers with what comes of it; `nil` when the answer
  /// comes from the store, by a call of its own.
  ///
  /// - Throws: ``Problem/busy`` when the line is full.
  func work(
    for call: Call, _ work: @escaping @Sendable () throws(Problem) -> HTTPResponse?
  ) throws(Problem) -> Answer {
    let isTaken = workers.submit {
      do throws(Problem) {
        if let response = try work() { call.reply(response) }
      } catch {
        call.reply(error.response)
      }
    }
    guard isTaken else { throw .busy }
    return .later
  }
}
