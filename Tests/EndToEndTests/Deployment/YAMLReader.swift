/// Reads the part of YAML that the files of `Config` are written in, and refuses all else: block
/// mappings and sequences, indented by spaces; sequences of scalars in brackets; plain scalars, and
/// ones in double quotes without escapes; comments; documents behind `---`.
struct YAMLReader {
  struct Fault: Error, Equatable {
    let line: Int
    let reason: String
  }

  private struct Line {
    var indent: Int
    var text: Substring
    let number: Int
  }

  private var lines: [Line]
  private var index = 0

  private init(_ lines: [Line]) { self.lines = lines }

  /// The documents of a file.
  static func documents(_ text: String) throws(Fault) -> [YAML] {
    var documents: [[Line]] = [[]]
    for (index, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let number = index + 1
      if text == "---" {
        documents.append([])
        continue
      }
      let content = text.drop { $0 == " " }
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard !text.contains("\t"), !text.contains("\r"), text.last != " " else {
        throw Fault(line: number, reason: "white space that does not belong here")
      }
      documents[documents.count - 1].append(
        Line(indent: text.count - content.count, text: content, number: number))
    }
    var values: [YAML] = []
    for lines in documents where !lines.isEmpty {
      var reader = YAMLReader(lines)
      values.append(try reader.block(indent: 0))
      if let rest = reader.next { throw reader.fault("an indentation that fits nowhere", rest) }
    }
    return values
  }

  private var next: Line? { index < lines.count ? lines[index] : nil }

  private func fault(_ reason: String, _ line: Line) -> Fault {
    Fault(line: line.number, reason: reason)
  }

  /// The mapping or the sequence whose lines have this indentation.
  private mutating func block(indent: Int) throws(Fault) -> YAML {
    guard let first = next, first.indent == indent else { return .null }
    return first.text.hasPrefix("- ")
      ? .sequence(try sequence(indent)) : .mapping(try mapping(indent))
  }

  private mutating func sequence(_ indent: Int) throws(Fault) -> [YAML] {
    var items: [YAML] = []
    while let line = next, line.indent == indent {
      guard line.text.hasPrefix("- ") else { throw fault("no item among items", line) }
      let text = line.text.dropFirst(2)
      if Self.key(of: text) == nil {
        items.append(try scalar(text, line))
        index += 1
      } else {
        // The item's first key stands where its others do.
        lines[index] = Line(indent: indent + 2, text: text, number: line.number)
        items.append(try block(indent: indent + 2))
      }
    }
    return items
  }

  private mutating func mapping(_ indent: Int) throws(Fault) -> [String: YAML] {
    var members: [String: YAML] = [:]
    while let line = next, line.indent == indent {
      guard let key = Self.key(of: line.text) else { throw fault("no key with a colon", line) }
      let rest = line.text.dropFirst(key.count + 1)
      index += 1
      let value: YAML
      if !rest.isEmpty {
        value = try scalar(rest.dropFirst(), line)
      } else if let below = next, below.indent > indent {
        value = try block(indent: below.indent)
      } else {
        value = .null
      }
      guard members.updateValue(value, forKey: String(key)) == nil else {
        throw fault("\(key) is there once more", line)
      }
    }
    return members
  }

  /// What stands before a colon that ends the line or has a space behind it.
  private static func key(of text: Substring) -> Substring? {
    let key = text.prefix { $0.isLetter || $0.isNumber || "._-/".contains($0) }
    let rest = text.dropFirst(key.count)
    return !key.isEmpty && (rest == ":" || rest.hasPrefix(": ")) ? key : nil
  }

  private func scalar(_ text: Substring, _ line: Line) throws(Fault) -> YAML {
    if text.hasPrefix("[") {
      guard text.hasSuffix("]"), text.count > 2 else {
        throw fault("a sequence that does not end in its line", line)
      }
      var items: [YAML] = []
      for item in text.dropFirst().dropLast().split(
        separator: ",", omittingEmptySubsequences: false)
      {
        items.append(try scalar(item.drop { $0 == " " }, line))
      }
      return .sequence(items)
    }
    if text.hasPrefix("\"") {
      let inner = text.dropFirst().dropLast()
      guard text.count > 1, text.hasSuffix("\""), !inner.contains("\""), !inner.contains("\\")
      else {
        throw fault("a quoted text that is not a simple one", line)
      }
      return .string(String(inner))
    }
    return try plain(text, line)
  }

  private func plain(_ text: Substring, _ line: Line) throws(Fault) -> YAML {
    guard let first = text.first, !"&*!|>%@`{}[],#?'-:\"".contains(first), !text.contains(": "),
      !text.contains(" #"), !"]}".contains(text.last ?? " ")
    else { throw fault("a scalar that needs quotes", line) }
    switch text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    if text.allSatisfy(\.isNumber), let number = Int(text), text == "\(number)" {
      return .integer(number)
    }
    // What one reader of YAML takes for text, and another for a number, a time or a boolean.
    let isAmbiguous =
      text.contains(where: \.isNumber) && text.count { $0 == "." } < 3
      && text.allSatisfy { $0.isNumber || ":_.".contains($0) }
      || ["yes", "no", "on", "off", "y", "n", "null", "~"].contains(text.lowercased())
    guard !isAmbiguous else { throw fault("a scalar that means something else elsewhere", line) }
    return .string(String(text))
  }
}
