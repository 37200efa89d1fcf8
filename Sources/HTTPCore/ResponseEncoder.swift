/// Puts answers into their wire form (RFC 9112 section 4).
///
/// The response's own fields are copied as they stand; the server's are put before them. The date
/// is formatted when it changes, once a second at most.
package struct ResponseEncoder: Sendable {
  private var dateLine: [UInt8] = []

  /// An encoder whose answers are dated so.
  ///
  /// - Parameter secondsSince1970: the present date, as for ``setDate(secondsSince1970:)``.
  package init(secondsSince1970: Int) {
    setDate(secondsSince1970: secondsSince1970)
  }

  /// Dates the answers from here on.
  package mutating func setDate(secondsSince1970: Int) {
    dateLine.removeAll(keepingCapacity: true)
    dateLine.append("\r\nDate: ")
    HTTPDate.append(secondsSince1970: secondsSince1970, to: &dateLine)
    dateLine.append("\r\n")
  }

  /// Adds the status line and the fields, with the empty line that ends them.
  package func appendHead(
    of response: HTTPResponse, _ persistence: Persistence, to output: inout [UInt8]
  ) {
    let status = response.status
    if status == .ok {
      output.append("HTTP/1.1 200 OK")
    } else {
      output.append("HTTP/1.1 ")
      Self.appendDecimal(Int(status.code), to: &output)
      output.append(.space)
      output.append(contentsOf: status.reason.utf8)
    }
    output.append(contentsOf: dateLine)
    switch persistence {
    case .implied: break
    case .announced: output.append("Connection: keep-alive\r\n")
    case .close: output.append("Connection: close\r\n")
    }
    // 204 must not have a length, 304 need not repeat that of the 200 (RFC 9110 section 8.6).
    if !status.forbidsContent {
      output.append("Content-Length: ")
      Self.appendDecimal(response.content.count, to: &output)
      output.append("\r\n")
    }
    output.append(contentsOf: response.fields.wire)
    output.append("\r\n")
  }

  /// Adds the interim answer for which `Expect: 100-continue` waits (RFC 9110 section 15.2.1).
  package func appendContinue(to output: inout [UInt8]) {
    output.append("HTTP/1.1 100 Continue\r\n\r\n")
  }

  private static func appendDecimal(_ value: Int, to output: inout [UInt8]) {
    var divisor = 1
    while value / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      output.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }
}
