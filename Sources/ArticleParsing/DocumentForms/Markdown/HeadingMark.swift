/// The marks of a Markdown heading: `## … ##`, or the line below it.
enum HeadingMark {
  /// Parts a heading, given from its first character to its last, into its text and its source
  /// without an underline.
  static func split(_ source: Range<Int>, in bytes: [UInt8]) -> (text: Range<Int>, mark: Range<Int>)
  {
    guard bytes[source].first == UInt8(ascii: "#") else { return setext(source, in: bytes) }
    let opening = bytes[source].prefix { $0 == UInt8(ascii: "#") }.count
    var text = bytes.trimmed(source.lowerBound + opening..<source.upperBound)
    // A closing run of # counts only behind a space (CommonMark 0.30, section 4.2).
    let closing = bytes[text].reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let end = text.upperBound - closing
    if closing > 0, end == text.lowerBound || bytes[end - 1].isSpace {
      text = bytes.trimmed(text.lowerBound..<end)
    }
    return (text, source)
  }

  /// A heading of several lines, the last of which may be its underline.
  private static func setext(_ source: Range<Int>, in bytes: [UInt8]) -> (Range<Int>, Range<Int>) {
    guard let lastBreak = bytes[source].lastIndex(where: \.isLineBreak) else {
      return (source, source)
    }
    let last = bytes.trimmed(lastBreak + 1..<source.upperBound)
    let isUnderline = bytes[last].allSatisfy {
      $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ">") || $0.isSpace
    }
    guard isUnderline else { return (source, source) }
    let text = bytes.trimmed(source.lowerBound..<lastBreak)
    return (text, text)
  }
}
