/// How the content of an answer is delimited (RFC 9112 section 6.3).
package enum ResponseFraming: Sendable, Equatable {
  /// By its length, which is known.
  case length
  /// By chunks.
  case chunked
  /// By the end of the connection.
  case untilClose
}

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
    of response: HTTPResponse, _ persistence: Persistence, framing: ResponseFraming = .length,
    requestID: RequestID? = nil, to output: inout [UInt8]
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
      switch framing {
      case .length:
        output.append("Content-Length: ")
        Self.appendDecimal(response.content.count, to: &output)
        output.append("\r\n")
      case .chunked: output.append("Transfer-Encoding: chunked\r\n")
      case .untilClose: break
      }
    }
    if let requestID {
      output.append("X-Request-Id: ")
      output.append(contentsOf: requestID.bytes)
      output.append("\r\n")
    }
    output.append(contentsOf: response.fields.wire)
    output.append("\r\n")
  }

  /// Adds what stands before the data of a chunk, which is not empty (RFC 9112 section 7.1).
  package func appendChunkStart(_ count: Int, to output: inout [UInt8]) {
    var shift = 0
    while count >> shift >= 16 { shift += 4 }
    while shift >= 0 {
      let digit = UInt8(count >> shift & 15)
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      shift -= 4
    }
    output.append("\r\n")
  }

  /// Adds what follows the data of a chunk.
  package func appendChunkEnd(to output: inout [UInt8]) { output.append("\r\n") }

  /// Adds the last chunk, with an empty trailer section.
  package func appendLastChunk(to output: inout [UInt8]) { output.append("0\r\n\r\n") }

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
