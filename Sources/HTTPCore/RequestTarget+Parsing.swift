/// How a target's bytes become its parts (RFC 9112 section 3.2, RFC 3986).
extension RequestTarget {
  /// The target that these bytes, all of them visible ASCII without `#`, say.
  ///
  /// Segments and query are percent-decoded after they have been taken apart, so that an encoded
  /// slash stays in its segment. Dot segments are refused, plain or encoded: nothing here resolves
  /// paths, and whoever sends one means to leave the tree. In the query `+` is a space, as forms
  /// write it; `&&` and a lone `?` add no item. A path has no control characters, which are in none
  /// of ours; in a query they may stand encoded, since a query carries text of any kind.
  package init(
    parsing bytes: ArraySlice<UInt8>, method: HTTPMethod
  ) throws(RequestError) {
    guard let first = bytes.first else { throw .malformedTarget }
    if first == .slash {
      try self.init(form: .origin, pathAndQuery: bytes)
    } else if bytes.count == 1, first == UInt8(ascii: "*") {
      guard method == .options else { throw .asteriskOutsideOptions }
      self.init(form: .asterisk, segments: [], path: "*", query: [])
    } else {
      try self.init(absolute: bytes, method: method)
    }
  }

  /// `http://authority/path?query`, the scheme in any case (RFC 9110 section 4.2.3).
  private init(
    absolute bytes: ArraySlice<UInt8>, method: HTTPMethod
  ) throws(RequestError) {
    guard bytes.prefix(7).matches("http://") else {
      throw Self.fault(notHTTP: bytes, method: method)
    }
    let authority = bytes.dropFirst(7).prefix { $0 != .slash && $0 != UInt8(ascii: "?") }
    guard Authority.isValid(authority) else { throw .malformedHost }
    try self.init(
      form: .absolute(authority: String(decoding: authority, as: UTF8.self)),
      pathAndQuery: bytes[authority.endIndex...])
  }

  /// Distinguishes another scheme from an authority from a path without its slash, for the message.
  private static func fault(notHTTP bytes: ArraySlice<UInt8>, method: HTTPMethod) -> RequestError {
    let scheme = bytes.prefix { $0 != .colon }
    if bytes[scheme.endIndex...].starts(with: [.colon, .slash, .slash]) {
      return .unsupportedScheme
    }
    return method == .connect || scheme.endIndex < bytes.endIndex
      ? .authorityFormTarget : .malformedTarget
  }

  private init(
    form: Form, pathAndQuery bytes: ArraySlice<UInt8>
  ) throws(RequestError) {
    let pathBytes = bytes.prefix { $0 != UInt8(ascii: "?") }
    let segments = try Self.segments(of: pathBytes)
    var query: [QueryItem] = []
    // Most requests have none.
    guard pathBytes.endIndex < bytes.endIndex else {
      self.init(form: form, segments: segments, path: Self.text(of: pathBytes), query: query)
      return
    }
    for piece in bytes[pathBytes.endIndex...].dropFirst().split(separator: UInt8(ascii: "&")) {
      let name = piece.prefix { $0 != .equals }
      query.append(
        QueryItem(
          name: try Self.decode(name, inQuery: true),
          value: try Self.decode(piece[name.endIndex...].dropFirst(), inQuery: true)))
    }
    self.init(form: form, segments: segments, path: Self.text(of: pathBytes), query: query)
  }

  private static func text(of path: ArraySlice<UInt8>) -> String {
    path.isEmpty ? "/" : String(decoding: path, as: UTF8.self)
  }

  /// The segments between the slashes. By hand, because every request passes here and `split` costs
  /// it as much as the rest of its head.
  private static func segments(of path: ArraySlice<UInt8>) throws(RequestError) -> [String] {
    // The path of an absolute form may be empty and means "/" (RFC 9110 section 4.2.3).
    guard path.count > 1 else { return [] }
    var segments: [String] = []
    segments.reserveCapacity(4)
    var start = path.startIndex + 1
    while true {
      var end = start
      while end < path.endIndex, path[end] != .slash { end += 1 }
      let segment = try decode(path[start..<end], inQuery: false)
      guard segment != ".", segment != ".." else { throw .dotSegment }
      segments.append(segment)
      guard end < path.endIndex else { return segments }
      start = end + 1
    }
  }

  /// Percent-decoding (RFC 3986 section 2.1) of a part, which must come to UTF-8.
  private static func decode(
    _ bytes: ArraySlice<UInt8>, inQuery: Bool
  ) throws(RequestError) -> String {
    let plus = inQuery ? UInt8(ascii: "+") : .percent
    guard bytes.contains(where: { $0 == .percent || $0 == plus }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == .percent {
        guard index + 2 < bytes.endIndex, let high = bytes[index + 1].hexValue,
          let low = bytes[index + 2].hexValue
        else { throw .malformedPercentEncoding }
        let octet = high << 4 | low
        guard inQuery || (octet >= 0x20 && octet != 0x7F) else { throw .encodedControl }
        decoded.append(octet)
        index += 3
      } else {
        decoded.append(byte == plus ? .space : byte)
        index += 1
      }
    }
    guard let text = String(validating: decoded, as: UTF8.self) else {
      throw .invalidUTF8InTarget
    }
    return text
  }
}

extension UInt8 {
  /// Visible ASCII except `#`: what a target may be made of on the wire. RFC 3986 knows fewer, but
  /// browsers send `|`, `{` and their like in queries, and none of them can end the target.
  var isTargetByte: Bool { 0x21 <= self && self <= 0x7E && self != UInt8(ascii: "#") }
}
