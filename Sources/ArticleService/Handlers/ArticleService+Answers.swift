import ArticleStore
import Formats
import HTTPCore
import HTTPServer
import JSON
import Operations

// What handlers have in common: answers that are no stored article's, and work that leaves the loop.

extension ArticleService {
  /// An answer in JSON that is made for this request alone.
  func answer(
    _ call: Call, status: HTTPStatus = .ok, link: String? = nil,
    _ write: (inout JSONWriter) -> Void
  ) -> HTTPResponse {
    let content = Format.jsonBuffer.encode(isPretty: call.form.isPretty, write)
    return answer(call, status: status, content: content, link: link)
  }

  /// The same, of content that is encoded already, in the format that the call asks for.
  func answer(
    _ call: Call, status: HTTPStatus = .ok, content: [UInt8], link: String? = nil,
    reservation: MemoryReservation? = nil
  ) -> HTTPResponse {
    let compressed = call.form.isGzip ? representer.compress(content) : nil
    var fields = Self.fields(of: call, link)
    if compressed != nil { fields.append(.contentEncoding, "gzip") }
    var response = HTTPResponse(
      status: status, fields: fields, content: compressed ?? content)
    response.reservation = reservation
    return response
  }

  /// The fields of an answer that is made for one request alone.
  static func fields(of call: Call, _ link: String? = nil) -> HTTPFields {
    var fields = HTTPFields()
    fields.append(.contentType, call.form.format.contentType)
    if let link { fields.append(.link, link) }
    fields.append(.cacheControl, "no-cache")
    fields.append(.vary, "Accept, Accept-Encoding")
    fields.append(.xContentTypeOptions, "nosniff")
    return fields
  }

  /// Answers a call with what is made of what an operation gave, or with why it gave nothing. For calls
  /// that are answered later, and on a worker, since making an answer takes long.
  func reply<Found>(
    to call: Call, with found: Result<Found, OperationError>,
    _ make: (Found) throws(Problem) -> HTTPResponse
  ) {
    do throws(Problem) {
      switch found {
      case .success(let found): call.reply(try make(found))
      case .failure(let error): throw Problem(error)
      }
    } catch {
      call.reply(error.response)
    }
  }

  /// Has a worker do what takes long, and answers with what comes of it; `nil` when the answer
  /// comes from the store, by a call of its own. Work for a client that is gone is not begun.
  ///
  /// - Throws: ``Problem/busy`` when the line is full.
  func work(
    for call: Call, _ length: WorkQueue.Length = .short,
    _ work: @escaping @Sendable () throws(Problem) -> HTTPResponse?
  ) throws(Problem) -> Answer {
    let isTaken = workers.submit(length) {
      guard call.isAwaited else { return }
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
