internal import CMarkdown

/// Entity and numeric character references (CommonMark 0.30, section 2.5).
enum CharacterReference {
  /// A name is at most this long: `&CounterClockwiseContourIntegral;`.
  private static let longest = 33

  /// What a reference at an offset stands for, in UTF-8, and its length; `nil` where there is none.
  static func parse(_ bytes: [UInt8], at offset: Int, before end: Int) -> ([UInt8], length: Int)? {
    let window = bytes[offset..<min(end, offset + longest)]
    guard let semicolon = window.firstIndex(of: UInt8(ascii: ";")), semicolon > offset + 1 else {
      return nil
    }
    let name = bytes[offset + 1..<semicolon]
    guard name.dropFirst().allSatisfy({ $0.isLetter || $0.isDigit }),
      let text = name.first == UInt8(ascii: "#") ? numeric(name.dropFirst()) : named(name)
    else { return nil }
    return (text, semicolon + 1 - offset)
  }

  /// `#35` and `#x22`; zero and what is no character become U+FFFD.
  private static func numeric(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let number = isHexadecimal ? digits.dropFirst() : digits
    guard (1...7).contains(number.count),
      let value = UInt32(String(decoding: number, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return Array(String(scalar.map(Character.init) ?? "\u{FFFD}").utf8)
  }

  /// The references that prose is full of; all others are cmark's to know.
  private static let common: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "mdash": "—",
    "ndash": "–", "hellip": "…", "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“",
    "copy": "©", "euro": "€", "times": "×", "rarr": "→",
  ]

  private static func named(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    guard name.first?.isLetter == true else { return nil }
    let name = String(decoding: name, as: UTF8.self)
    if let text = common[name] { return Array(text.utf8) }
    let reference = "&\(name);"
    // cmark reads the reference as a document of its own; the copy that it returns is ours to free.
    guard
      let document = unsafe cmark_parse_document(reference, reference.utf8.count, 0)
    else { return nil }
    defer { unsafe cmark_node_free(document) }
    guard let paragraph = unsafe cmark_node_first_child(document),
      let inline = unsafe cmark_node_first_child(paragraph),
      let literal = unsafe cmark_node_get_literal(inline)
    else { return nil }
    let text = unsafe String(cString: literal)
    return text == reference || text == "&" ? nil : Array(text.utf8)
  }
}
