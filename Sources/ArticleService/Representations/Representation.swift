import ArticleParsing
import ArticleStore
import Formats
import HTTPCore

/// One representation of a stored article or of a part of it: its fields and its content, made once
/// and answered many times at the price of references.
final class Representation: Sendable {
  /// From this size, in bytes, compressing is worth its time and its fields.
  static let gzipThreshold = 1_024

  /// Strong, since it names one sequence of bytes (RFC 9110 section 8.8.3).
  let entityTag: EntityTag?
  /// Seconds since 1970.
  let lastModified: Int
  let mediaType: String
  let isGzip: Bool
  let content: [UInt8]
  /// What the content has of the memory budget, as long as it is kept or being sent.
  private let reservation: MemoryReservation?
  /// The answer to a GET.
  let found: HTTPResponse
  /// The answer to a GET of one who has it already.
  let notModified: HTTPResponse

  /// A representation of the article as it is now; `form` says what `content` is.
  init(
    of stored: StoredArticle, mediaType: String, _ form: RepresentationForm, content: [UInt8],
    reservation: MemoryReservation? = nil
  ) {
    self.reservation = reservation
    entityTag = EntityTag(
      "\(stored.validator)-\(stored.article.parserVersion)-\(form.variant)")
    lastModified = stored.lastModified
    self.mediaType = mediaType
    isGzip = form.isGzip
    self.content = content
    let validation = Self.validation(entityTag, stored.lastModified)
    notModified = HTTPResponse(status: .notModified, fields: validation)
    var fields = HTTPFields()
    fields.append(.contentType, mediaType)
    if isGzip { fields.append(.contentEncoding, "gzip") }
    var found = HTTPResponse(
      status: .ok, fields: fields.appending(validation), content: content)
    found.reservation = reservation
    self.found = found
  }

  /// An answer with the content and other fields than those of a GET.
  func response(_ status: HTTPStatus, _ fields: HTTPFields) -> HTTPResponse {
    var response = HTTPResponse(status: status, fields: fields, content: content)
    response.reservation = reservation
    return response
  }

  /// Gives back what was reserved for more than the content.
  func shrinkReservation() { _ = reservation?.resize(to: content.count) }

  /// The fields of a representation that a 304 repeats (RFC 9110 section 15.4.5).
  private static func validation(_ entityTag: EntityTag?, _ lastModified: Int) -> HTTPFields {
    var fields = HTTPFields()
    if let entityTag { fields.append(.eTag, entityTag.description) }
    var date: [UInt8] = []
    HTTPDate.append(secondsSince1970: lastModified, to: &date)
    fields.append(.lastModified, String(decoding: date, as: UTF8.self))
    fields.append(.cacheControl, "no-cache")
    fields.append(.vary, "Accept, Accept-Encoding")
    fields.append(.xContentTypeOptions, "nosniff")
    return fields
  }

  /// What it costs to keep, in bytes.
  var cost: Int { content.count + found.fields.wire.count + notModified.fields.wire.count + 512 }
}

extension HTTPFields {
  /// These fields and those after them.
  func appending(_ others: HTTPFields) -> HTTPFields {
    let shift = wire.count
    let moved = others.lines.map { line in
      Line(
        name: line.name.lowerBound + shift..<line.name.upperBound + shift,
        value: line.value.lowerBound + shift..<line.value.upperBound + shift)
    }
    return HTTPFields(wire: wire + others.wire, lines: lines + moved)
  }
}
