import HTTPCore

extension RequestTarget {
  /// The value of a `Link` (RFC 8288) to the page that is asked for as this one was, with all its
  /// parameters but one, which says where the page begins.
  func link(_ path: String, to place: (name: String, value: String)) -> String {
    let others = query.filter { $0.name != place.name }.map { ($0.name, $0.value) }
    let items = (others + [place]).map { name, value in
      value.isEmpty ? name.queryEncoded : "\(name.queryEncoded)=\(value.queryEncoded)"
    }
    return "<\(path)?\(items.joined(separator: "&"))>; rel=\"next\""
  }
}

extension String {
  /// The text as a name or a value of a query: percent-encoded (RFC 3986 section 2.1) but for what a
  /// query may hold as it is (section 3.4) and means nothing there.
  fileprivate var queryEncoded: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity(utf8.count)
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ","), UInt8(ascii: ":"),
        UInt8(ascii: "/"), UInt8(ascii: "*"):
        encoded.append(byte)
      default:
        encoded.append(contentsOf: [
          UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)],
        ])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
