import CCurl

/// A client of one server: libcurl with one handle, so that connections are kept and used again.
///
/// `@safe`: the handle is its own from the first call to the last, and is not given out.
@safe
final class CurlClient {
  /// A request. Fields that libcurl would add by itself are left out by `name:` without a value.
  struct Request {
    /// How the content goes out.
    enum Content {
      case none
      case sized([UInt8])
      /// In the chunked coding; libcurl is given these pieces one by one.
      case chunked([[UInt8]])
    }

    var method = "GET"
    var path: String
    var fields: [String] = []
    var content = Content.none
    /// Whether libcurl asks for gzip and takes the coding off.
    var decodesGzip = false
  }

  /// An answer, with what came before it.
  struct Response {
    var status = 0
    /// Interim statuses, such as 100.
    var interim: [Int] = []
    var fields: [(name: String, value: String)] = []
    var content: [UInt8] = []
    /// How many connections were made for it: 0 when one was used again.
    var connects = 0

    /// The value of a field, which is there once; `nil` otherwise.
    subscript(name: String) -> String? {
      let values = fields.filter { $0.name.lowercased() == name.lowercased() }
      return values.count == 1 ? values[0].value : nil
    }

    var text: String { String(decoding: content, as: UTF8.self) }
  }

  /// What libcurl says of a transfer that did not come to an answer.
  struct Failure: Error {
    let code: CURLcode
    let reason: String
  }

  private let handle: UnsafeMutableRawPointer
  private let base: String

  /// A client for the server at `base`, such as `http://127.0.0.1:8080`.
  init(base: String) throws {
    guard Self.isReady, let handle = unsafe curl_easy_init() else {
      throw Failure(code: CURLE_FAILED_INIT, reason: "no handle")
    }
    unsafe self.handle = handle
    self.base = base
  }

  deinit { unsafe curl_easy_cleanup(handle) }

  /// libcurl is made ready once, before the first handle (curl_global_init(3)).
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// What goes out and comes in during one transfer; the callbacks get a pointer to it.
  private final class Transfer {
    var pieces: [[UInt8]]
    var response = Response()

    init(_ content: Request.Content) {
      pieces =
        switch content {
        case .none: []
        case .sized(let bytes): [bytes]
        case .chunked(let pieces): pieces
        }
    }

    /// Takes one header line of the answer or of what comes before it.
    func take(header: String) {
      let line = header.split(separator: "\r\n").first ?? ""
      if line.hasPrefix("HTTP/") {
        if response.status != 0 { response.interim.append(response.status) }
        response.status = Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0
        response.fields = []
      } else if let colon = line.firstIndex(of: ":") {
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        response.fields.append((String(line[..<colon]), String(value)))
      }
    }
  }

  /// Sends the request and waits for the answer, at most a minute.
  func send(_ request: Request) throws -> Response {
    let transfer = Transfer(request.content)
    unsafe curl_easy_reset(handle)
    try set(CURLOPT_URL, base + request.path)
    try set(CURLOPT_PATH_AS_IS, 1)
    try set(CURLOPT_TIMEOUT, 60)
    try set(CURLOPT_NOSIGNAL, 1)
    if request.method == "HEAD" {
      try set(CURLOPT_NOBODY, 1)
    } else {
      try set(CURLOPT_CUSTOMREQUEST, request.method)
    }
    switch request.content {
    case .none: break
    case .sized(let bytes):
      try set(CURLOPT_UPLOAD, 1)
      try check(unsafe ccurl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count)))
    case .chunked: try set(CURLOPT_UPLOAD, 1)
    }
    if request.decodesGzip { try set(CURLOPT_ACCEPT_ENCODING, "gzip") }
    var list: UnsafeMutablePointer<curl_slist>?
    // Right because the list and the transfer outlive `curl_easy_perform`, which alone uses them.
    defer { unsafe curl_slist_free_all(list) }
    for field in request.fields { unsafe list = curl_slist_append(list, field) }
    try check(unsafe ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, list))
    try setCallbacks(transfer)
    try withExtendedLifetime(transfer) {
      try check(unsafe curl_easy_perform(handle))
    }
    var connects = 0
    try check(unsafe ccurl_get_number(handle, CURLINFO_NUM_CONNECTS, &connects))
    transfer.response.connects = connects
    return transfer.response
  }

  private func setCallbacks(_ transfer: Transfer) throws {
    let context = unsafe Unmanaged.passUnretained(transfer).toOpaque()
    for option in [CURLOPT_READDATA, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA] {
      try check(unsafe ccurl_set_pointer(handle, option, context))
    }
    // Right because libcurl calls back within `curl_easy_perform` only, with the context above and
    // with as many bytes as it says.
    try check(
      unsafe ccurl_set_transfer(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        guard let context = unsafe context, let bytes = unsafe bytes else { return 0 }
        let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
        unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
          .take(header: unsafe String(decoding: line, as: UTF8.self))
        return size * count
      })
    try check(
      unsafe ccurl_set_transfer(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        guard let context = unsafe context, let bytes = unsafe bytes else { return 0 }
        let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
        unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
          .response.content.append(contentsOf: piece)
        return size * count
      })
    try check(
      unsafe ccurl_set_transfer(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
        guard let context = unsafe context, let bytes = unsafe bytes else { return 0 }
        let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        guard let piece = transfer.pieces.first else { return 0 }
        let room = unsafe UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
        let taken = piece.prefix(room.count)
        unsafe room.copyBytes(from: taken)
        if taken.count == piece.count {
          transfer.pieces.removeFirst()
        } else {
          transfer.pieces[0] = Array(piece.dropFirst(taken.count))
        }
        return taken.count
      })
  }

  private func set(_ option: CURLoption, _ value: Int) throws {
    try check(unsafe ccurl_set_number(handle, option, value))
  }

  private func set(_ option: CURLoption, _ value: String) throws {
    try check(unsafe ccurl_set_text(handle, option, value))
  }

  private func check(_ code: CURLcode) throws {
    guard code != CURLE_OK else { return }
    throw Failure(code: code, reason: unsafe String(cString: curl_easy_strerror(code)))
  }
}

extension CurlClient {
  func get(_ path: String, _ fields: [String] = []) throws -> Response {
    try send(Request(path: path, fields: fields))
  }

  /// Sends a document or a submission.
  func post(
    _ path: String, _ content: [UInt8], type: String = "text/plain", _ fields: [String] = []
  ) throws -> Response {
    try send(
      Request(
        method: "POST", path: path, fields: ["Content-Type: \(type)"] + fields,
        content: .sized(content)))
  }

  func put(_ path: String, _ content: String, _ fields: [String] = []) throws -> Response {
    try send(
      Request(
        method: "PUT", path: path, fields: ["Content-Type: text/plain"] + fields,
        content: .sized(Array(content.utf8))))
  }

  func delete(_ path: String, _ fields: [String] = []) throws -> Response {
    try send(Request(method: "DELETE", path: path, fields: fields))
  }
}
