import Glibc

/// One GET over a plain socket, of which only the status is looked at.
struct HealthProbe: Equatable, CustomStringConvertible {
  /// An address or a name, without brackets.
  let host: String
  let port: UInt16
  let path: String

  /// How long each step may take: connecting, sending, and every piece of the answer.
  private static let patience = timeval(tv_sec: 3, tv_usec: 0)
  /// The status line is within this many bytes, or there is none.
  private static let answerLimit = 1_024

  init(host: String, port: UInt16, path: String) {
    self.host = host
    self.port = port
    self.path = path
  }

  /// - Throws: ``ProbeError/malformedURL(_:)``: only `http://HOST[:PORT][/PATH]` is understood.
  init(url: String) throws(ProbeError) {
    let scheme = "http://"
    // What cannot stand in a request line would make another request of this one.
    guard url.hasPrefix(scheme), url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .malformedURL(url)
    }
    let rest = url.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    let host: Substring
    var port: Substring
    if authority.hasPrefix("["), let bracket = authority.firstIndex(of: "]") {
      host = authority[..<bracket].dropFirst()
      port = authority[authority.index(after: bracket)...]
    } else {
      host = authority.prefix { $0 != ":" }
      port = authority[host.endIndex...]
    }
    if port.isEmpty { port = ":80" }
    // Digits alone: `UInt16` would take a sign as well.
    guard !host.isEmpty, port.first == ":", port.dropFirst().allSatisfy(\.isNumber),
      let number = UInt16(port.dropFirst()), number > 0,
      !url.contains("#"), !authority.contains("@"), !authority.contains("?")
    else { throw .malformedURL(url) }
    let path = rest[authority.endIndex...]
    self.init(host: String(host), port: number, path: path.isEmpty ? "/" : String(path))
  }

  /// The URL.
  var description: String { "http://\(authority)\(path)" }

  private var authority: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// The status of the answer.
  ///
  /// - Throws: ``ProbeError``.
  func status() throws(ProbeError) -> Int {
    let socket = try connected()
    defer { _ = close(socket) }
    let request = "GET \(path) HTTP/1.1\r\nHost: \(authority)\r\nConnection: close\r\n\r\n"
    guard send(Array(request.utf8), to: socket) else {
      throw .unreachable(description, errno: errno)
    }
    let line = String(decoding: statusLine(from: socket), as: UTF8.self).split(separator: " ")
    guard line.count >= 2, line[0] == "HTTP/1.1", line[1].count == 3, let status = Int(line[1])
    else { throw .noAnswer(description) }
    return status
  }

  /// A socket connected to the first address of the host that takes it.
  private func connected() throws(ProbeError) -> Int32 {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var first: UnsafeMutablePointer<addrinfo>?
    // Right because the list is the call's own until it is freed, once, below; a socket call gets
    // an address and its length from one entry.
    guard
      unsafe getaddrinfo(host == "localhost" ? "127.0.0.1" : host, "\(port)", &hints, &first) == 0
    else { throw .unknownHost(host) }
    defer { unsafe freeaddrinfo(first) }
    var fault = ECONNREFUSED
    var next = unsafe first
    while let entry = unsafe next {
      let address = unsafe entry.pointee
      let descriptor = unsafe socket(
        address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
      if descriptor >= 0 {
        limitWaiting(descriptor)
        if unsafe connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 {
          return descriptor
        }
      }
      fault = errno
      if descriptor >= 0 { _ = close(descriptor) }
      unsafe next = address.ai_next
    }
    throw .unreachable(description, errno: fault)
  }

  private func limitWaiting(_ socket: Int32) {
    for option in [SO_SNDTIMEO, SO_RCVTIMEO] {
      var patience = Self.patience
      // Right because the call reads one `timeval`.
      _ = unsafe setsockopt(
        socket, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  private func send(_ bytes: [UInt8], to socket: Int32) -> Bool {
    // Right because the buffer is used within the call only. A request is smaller than any send
    // buffer, so it goes at once or not at all.
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.send(socket, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
    } == bytes.count
  }

  /// What comes before the first line break, as far as there is one.
  private func statusLine(from socket: Int32) -> [UInt8] {
    var answer = [UInt8](repeating: 0, count: Self.answerLimit)
    var count = 0
    while count < answer.count, !answer[..<count].contains(UInt8(ascii: "\n")) {
      // Right because the call writes no more than what is left of the buffer.
      let read = unsafe answer.withUnsafeMutableBytes { buffer in
        unsafe recv(socket, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count, 0)
      }
      guard read > 0 else { break }
      count += read
    }
    return Array(answer[..<count].prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") })
  }
}
