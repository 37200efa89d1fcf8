import HTTPCore

/// A secret that a client shows in `Authorization: Bearer …` (RFC 6750 section 2.1).
///
/// It has no description: it does not get into a log by being part of something that is printed.
package struct BearerToken: Sendable {
  /// Why something is no token.
  package enum Fault: Error, Sendable, Equatable {
    case tooShort(minimum: Int)
    case tooLong(maximum: Int)
    /// The byte at this offset may not stand in a token.
    case forbiddenByte(offset: Int)
  }

  /// How many characters a token has, at least and at most: fewer can be guessed, and more do not
  /// fit among the fields of a request.
  package static let length = 16...4096

  private let bytes: [UInt8]

  /// The token that a file or a variable holds, without the white space around it.
  ///
  /// - Throws: ``Fault``.
  package init(_ content: [UInt8]) throws(Fault) {
    let isSpace: (UInt8) -> Bool = {
      $0.isOptionalWhitespace || $0 == .carriageReturn || $0 == .lineFeed
    }
    let start = content.firstIndex { !isSpace($0) } ?? content.endIndex
    let end = content.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    let bytes = content[start..<end]
    guard bytes.count >= Self.length.lowerBound else {
      throw .tooShort(minimum: Self.length.lowerBound)
    }
    guard bytes.count <= Self.length.upperBound else {
      throw .tooLong(maximum: Self.length.upperBound)
    }
    // b64token: padding stands at the end alone.
    let padding = bytes.reversed().prefix { $0 == .equals }.count
    if let offset = bytes.dropLast(padding).firstIndex(where: { !$0.isBearerTokenByte }) {
      throw .forbiddenByte(offset: offset)
    }
    self.bytes = Array(bytes)
  }

  private init(known bytes: [UInt8]) { self.bytes = bytes }

  /// A token of 32 bytes from the system's source of randomness, as 43 characters of base64url
  /// (RFC 4648 section 5).
  package static func random() -> BearerToken {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    // Getrandom(2) on Linux, which waits until the system has gathered enough and cannot fail then.
    var system = SystemRandomNumberGenerator()
    // 42 characters of 6 bits and one of 4, its low bits 0, are the encoding of 256 random bits.
    let characters = (0..<43).map { index in
      alphabet[Int.random(in: 0..<64, using: &system) & (index == 42 ? 0b11_1100 : 0b11_1111)]
    }
    return BearerToken(known: characters)
  }

  /// The token for the eyes of whoever runs the service.
  package var secret: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the value of an `Authorization` field is `Bearer`, in any case
  /// (RFC 9110 section 11.1), and this token.
  func isShown(in credentials: ArraySlice<UInt8>) -> Bool {
    let scheme = credentials.prefix { $0 != .space }
    guard scheme.matches("bearer") else { return false }
    return equals(credentials[scheme.endIndex...].drop { $0 == .space })
  }

  /// Takes as long whether the first byte differs or the last: what is compared is all that was
  /// given, and nothing is decided before the end.
  private func equals(_ given: ArraySlice<UInt8>) -> Bool {
    var difference = given.count ^ bytes.count
    var index = 0
    for byte in given {
      difference |= Int(byte ^ bytes[index])
      index = index + 1 == bytes.count ? 0 : index + 1
    }
    return difference == 0
  }
}

extension UInt8 {
  /// What a `b64token` is made of, without its padding (RFC 6750 section 2.1).
  fileprivate var isBearerTokenByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
