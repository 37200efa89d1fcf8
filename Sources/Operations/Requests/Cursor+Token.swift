import ArticleStore

/// A cursor as clients carry it: the list's mark, the article's sequence and the time of its creation,
/// and the point's index or the article's key, with dots between. Clients are not to look inside.
extension Cursor {
  /// The cursor as text, which needs no escaping in a URI.
  func token(of list: ListIdentity) -> String {
    let sequence = String(place.creation.sequence, radix: 36)
    let article = "\(list.mark).\(sequence).\(String(place.creation.time, radix: 36))"
    guard let key = place.key else { return "\(article).\(String(index, radix: 36))" }
    return "\(article).\(String(key.number, radix: 36)).\(Self.hexadecimal(key.text))"
  }

  /// The cursor of a token.
  ///
  /// - Throws: ``OperationError/invalidParameters(_:)`` when it is none of this list's.
  init(token: String, of list: ListIdentity) throws(OperationError) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0] == list.mark, let sequence = UInt64(parts[1], radix: 36),
      let time = Int64(parts[2], radix: 36)
    else { throw Self.invalid }
    let creation = Creation(time: time, sequence: sequence)
    switch parts.count {
    case 4:
      guard let index = Int(parts[3], radix: 36), index >= 0 else { throw Self.invalid }
      self.init(place: ListPlace(creation: creation), index: index)
    case 5:
      guard let number = UInt64(parts[3], radix: 36), let text = Self.bytes(parts[4]) else {
        throw Self.invalid
      }
      let key = SortKey(number: number, text: text)
      self.init(place: ListPlace(key: key, creation: creation))
    default: throw Self.invalid
    }
  }

  /// What is said of a token that the list did not give.
  static var invalid: OperationError {
    .invalidParameters([
      ParameterFault(
        name: "cursor", code: "invalid-cursor",
        message: "cursor is not one that this list gave, with these filters and in this order.")
    ])
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
    return String(decoding: text, as: UTF8.self)
  }

  private static func bytes(_ hexadecimal: Substring) -> [UInt8]? {
    let digits = hexadecimal.utf8.map { UInt8(String(Unicode.Scalar($0)), radix: 16) }
    guard digits.count.isMultiple(of: 2), digits.count <= 128 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}
