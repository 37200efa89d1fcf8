import ContentCoding
import Formats
import HTTPCore
import HTTPServer

/// A request that brings many submissions, as far as its head says what it is.
struct BulkRequest: Sendable {
  /// Which results are told.
  enum Results: String, CaseIterable {
    /// Of every line.
    case all
    /// Of those that failed, and a summary at the end.
    case errors
  }

  /// What becomes of a line whose id is taken.
  enum Mode: String, CaseIterable {
    /// Another document is refused.
    case create
    /// What is there is replaced.
    case upsert
  }

  /// Newline-delimited JSON.
  static let mediaType = "application/x-ndjson"
  static let parameterNames = ["results", "mode"]

  let results: Results
  let mode: Mode
  let isCompressed: Bool

  /// Whether a request is one.
  static func isIt(_ request: HTTPRequest) -> Bool {
    guard let type = request.fields[.contentType] else { return false }
    return MediaType(parsing: type)?.essence == mediaType
  }

  /// Reads the head of a request that is one.
  ///
  /// - Throws: ``Problem``: 400 for parameters that are not right, 406, 415 for a coding.
  init(_ request: HTTPRequest) throws(Problem) {
    let others = request.target.query.map(\.name).filter { !Self.parameterNames.contains($0) }
    try request.target.refuse(others) { name in
      "\(name) is of one submission, or of its answer; among lines of JSON it has no place."
    }
    let results = Results.allCases.map(\.rawValue).joined(separator: ", ")
    self.results = try request.target.choice("results", Results.init, results) ?? .all
    let modes = Mode.allCases.map(\.rawValue).joined(separator: ", ")
    mode = try request.target.choice("mode", Mode.init, modes) ?? .create
    try ArticleService.accept(Format.ndjson.mediaType, request)
    isCompressed = try IncomingContent.isCompressed(request.fields)
  }
}

extension ArticleService {
  /// Takes in many submissions as they come, and answers with what comes of each.
  func takeIn(_ bulk: BulkRequest, _ content: ContentStream) -> HTTPResponse {
    var inflater: Inflater?
    if bulk.isCompressed {
      do throws(ContentCodingError) {
        // Its lines are bounded, the content is not.
        inflater = try Inflater(limit: .max, ratioLimit: configuration.inflationRatioLimit)
      } catch {
        return Problem(error).response
      }
    }
    guard let reservation = reserve(BulkIntake.reservedBytes(of: memory)) else {
      return Problem.memoryFull.response
    }
    let intake = BulkIntake(self, bulk, content, inflater: inflater, reservation)
    return HTTPResponse(status: .ok, fields: Self.lineFields, stream: intake.begin())
  }

  /// The fields of an answer in lines.
  static var lineFields: HTTPFields {
    var fields = HTTPFields()
    fields.append(.contentType, Format.ndjson.contentType)
    fields.append(.cacheControl, "no-cache")
    fields.append(.vary, "Accept, Accept-Encoding")
    fields.append(.xContentTypeOptions, "nosniff")
    return fields
  }
}
