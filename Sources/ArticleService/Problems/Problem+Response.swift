package import HTTPCore

extension Problem {
  /// The answer: `application/problem+json`, whatever the request accepts, and never kept.
  package var response: HTTPResponse {
    var fields = HTTPFields()
    fields.append(.contentType, "application/problem+json")
    fields.append(.cacheControl, "no-store")
    fields.append(.xContentTypeOptions, "nosniff")
    append(to: &fields)
    return HTTPResponse(status: status, fields: fields, content: content)
  }

  /// The problem details object (RFC 9457 section 3).
  private var content: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("type", "/problems/\(code)")
    json.member("title", title)
    json.member("status", Int(status.code))
    json.member("detail", detail)
    if !faults.isEmpty {
      json.name("errors")
      json.array(faults) { json, fault in fault.write(to: &json) }
    }
    json.endObject()
    return json.finish().content
  }
}

extension Problem.Fault {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("pointer", pointer)
    json.member("parameter", parameter)
    if let range {
      json.name("range")
      json.beginObject()
      json.member("start", range.lowerBound)
      json.member("end", range.upperBound)
      json.endObject()
    }
    json.member("code", code)
    json.member("message", message)
    json.endObject()
  }
}
