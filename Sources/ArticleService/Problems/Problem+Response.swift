package import HTTPCore
import JSON

extension Problem {
  /// The answer: `application/problem+json`, whatever the request accepts, and never kept.
  package var response: HTTPResponse {
    var fields = HTTPFields()
    fields.append(.contentType, "application/problem+json")
    fields.append(.cacheControl, "no-store")
    fields.append(.xContentTypeOptions, "nosniff")
    append(to: &fields)
    var json = JSONWriter()
    json.write(self.json)
    return HTTPResponse(status: status, fields: fields, content: json.finish().content)
  }

  /// The names of the fields that belong to the problem.
  var fieldNames: [String] {
    var fields = HTTPFields()
    append(to: &fields)
    return fields.lines.map { String(decoding: fields.wire[$0.name], as: UTF8.self) }
  }

  /// The problem details object (RFC 9457 section 3).
  var json: JSONTree {
    .object([
      "type": .string("/problems/\(code)"),
      "title": .string(title),
      "status": .integer(Int(status.code)),
      "detail": .string(detail),
      "errors": faults.isEmpty ? nil : .array(faults.map(\.json)),
    ])
  }
}

extension Problem.Fault {
  fileprivate var json: JSONTree {
    .object([
      "pointer": pointer.map(JSONTree.string),
      "parameter": parameter.map(JSONTree.string),
      "range": range.map { range in
        .object(["start": .integer(range.lowerBound), "end": .integer(range.upperBound)])
      },
      "code": .string(code),
      "message": .string(message),
    ])
  }
}
