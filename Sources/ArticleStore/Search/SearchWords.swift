/// The words of a text as the index knows them.
package struct SearchWords {
  /// A number that changes whenever the same text may give other words.
  package static let version = 0

  /// Appends the words of a text, each with a space behind it.
  package static func append(_ text: borrowing Span<UInt8>, to words: inout [UInt8]) {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): words.append(text[index] | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        words.append(text[index])
      default: if let last = words.last, last != 0x20 { words.append(0x20) }
      }
    }
    if let last = words.last, last != 0x20 { words.append(0x20) }
  }

  /// The same of a string.
  package static func append(_ text: String, to words: inout [UInt8]) {
    append(text.utf8Span.span, to: &words)
  }
}
