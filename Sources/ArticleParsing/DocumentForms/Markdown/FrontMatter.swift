/// Metadata in front of a Markdown document, between lines of `---` or `+++`.
///
/// Of YAML and TOML only what documents write there is read: `key: value` and `key = "value"` at the
/// outermost level, and lists in brackets or below the key.
struct FrontMatter: Equatable {
  /// The first byte behind the closing line.
  let end: Int
  /// How many lines the front matter has, its marks included.
  let lines: Int
  private(set) var values: [String: String] = [:]
  private(set) var tags: [String] = []

  /// More bytes than this are no front matter.
  private static let longest = 64 << 10

  init?(_ text: SourceText) {
    let bytes = text.utf8
    let isToml = bytes.has("+++", at: 0)
    guard isToml || bytes.has("---", at: 0) else { return nil }
    let fence = isToml ? "+++" : "---"
    var lineNumber = 0
    var start = 0
    var list: String?
    var entries: [(key: String, value: String)] = []
    while start < min(bytes.count, Self.longest) {
      let lineEnd = bytes[start...].firstIndex { $0.isLineBreak } ?? bytes.count
      let next = min(bytes.count, lineEnd + (bytes.has("\r\n", at: lineEnd) ? 2 : 1))
      let line = text[bytes.trimmed(start..<lineEnd)]
      lineNumber += 1
      if lineNumber == 1 {
        guard line == fence, lineEnd < bytes.count else { return nil }
      } else if line == fence || line == "..." && !isToml {
        end = next
        lines = lineNumber
        for (key, value) in entries { append(key, value) }
        return
      } else if line.hasPrefix("- "), let list {
        entries.append((list, Self.unquoted(line.dropFirst(2))))
      } else if !bytes[start].isSpace {
        list = nil
        if let mark = line.firstIndex(of: isToml ? "=" : ":") {
          let key = line[..<mark].lowercased().filter { !$0.isWhitespace }
          let value = Self.unquoted(line[line.index(after: mark)...])
          if value.isEmpty { list = key } else { entries.append((key, value)) }
        }
      }
      start = next
    }
    return nil
  }

  /// The declared language as a BCP 47 tag, such as `de` for `de_AT`.
  var language: String? {
    let declared = values["lang"] ?? values["language"] ?? values["locale"]
    return declared.flatMap { tag in
      let primary = tag.lowercased().prefix { $0.isLetter }
      return (2...3).contains(primary.count) ? String(primary) : nil
    }
  }

  private mutating func append(_ key: String, _ value: String) {
    guard key == "tags" || key == "keywords" else {
      if values[key] == nil { values[key] = value }
      return
    }
    let list =
      value.hasPrefix("[") && value.hasSuffix("]") ? value.dropFirst().dropLast() : value[...]
    tags += list.split(separator: ",").map(Self.unquoted).filter { !$0.isEmpty }
  }

  private static func unquoted(_ value: some StringProtocol) -> String {
    var value = Substring(value)
    while value.first?.isWhitespace == true { value.removeFirst() }
    while value.last?.isWhitespace == true { value.removeLast() }
    if let quote = value.first, quote == "\"" || quote == "'", value.count > 1, value.last == quote
    {
      return String(value.dropFirst().dropLast())
    }
    return String(value)
  }
}
