/// A file of a language's words, as people write it, taken apart line by line.
///
/// Lines of `name: value` say what language it is (`language: en`, `script: latin`); then every line
/// `[name]` begins a list, and every other one is a phrase of it. What follows a `#` at the beginning of a
/// line or behind a space is a remark. Whether what the file says is right, ``LanguageCheck`` tells.
package struct LanguageFile: Sendable {
  /// A line, without its remark and the white space around it.
  struct NumberedLine: Sendable {
    /// Counted from 1.
    let number: Int
    let text: Excerpt
  }

  /// A list: the line that begins it, and those of its phrases.
  struct List: Sendable {
    let name: NumberedLine
    fileprivate(set) var phrases: [NumberedLine] = []

    /// What is in it; `nil` for a name that there is not.
    var kind: Language.List? {
      let text = name.text
      guard text.last == UInt8(ascii: "]") else { return nil }
      return Language.List(name: text.string(1..<text.count - 1))
    }
  }

  /// What stands above the first list.
  private(set) var header: [NumberedLine] = []
  private(set) var lists: [List] = []

  /// Reads a file. Total; linear in it.
  package init(_ text: SourceText) {
    let bytes = Excerpt(text.utf8)
    var number = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != .lineFeed, bytes[end] != .carriageReturn { end += 1 }
      number += 1
      let range = bytes.trimmed(start..<Self.remark(in: bytes, start..<end))
      start = end + (bytes.has("\r\n", at: end) ? 2 : 1)
      guard let first = range.first else { continue }
      let line = NumberedLine(number: number, text: bytes.part(range))
      if bytes[first] == UInt8(ascii: "[") {
        lists.append(List(name: line))
      } else if lists.isEmpty {
        header.append(line)
      } else {
        lists[lists.count - 1].phrases.append(line)
      }
    }
  }

  /// Where a line's remark begins, else the line's end.
  private static func remark(in bytes: Excerpt, _ line: Range<Int>) -> Int {
    for offset in line where bytes[offset] == UInt8(ascii: "#") {
      if offset == line.lowerBound || bytes[offset - 1].isSpace { return offset }
    }
    return line.upperBound
  }

  /// What the file says under a name above its first list.
  func value(of name: StaticString) -> String? {
    for line in header {
      guard let (found, value) = line.entry, found.elementsEqual(Excerpt(name)) else { continue }
      return value.string
    }
    return nil
  }
}

extension LanguageFile.NumberedLine {
  /// The name and the value of a line `name: value`.
  var entry: (name: Excerpt, value: Excerpt)? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return (text.part(0..<colon), text.part(text.trimmed(colon + 1..<text.count)))
  }
}

extension Excerpt {
  /// The letters of a line, parted by spaces.
  fileprivate var letters: [Excerpt] {
    indices.split { self[$0] == .space }.map { part($0.startIndex..<$0.endIndex) }
  }

  fileprivate init(_ literal: StaticString) {
    // The buffer is the literal's own, which lives as long as the program.
    self.init(literal.withUTF8Buffer { unsafe Array($0) })
  }
}

extension Language {
  /// The language of a file; `nil` where that does not say which it is. What is wrong in it otherwise is
  /// left out, or stands as it is written.
  package init?(_ file: LanguageFile) {
    guard let tag = file.value(of: "language"),
      let script = file.value(of: "script").flatMap(Script.init(name:))
    else { return nil }
    self.init(tag: tag, script: script, order: PhraseOrder(file))
    for list in file.lists {
      guard let kind = list.kind else { continue }
      var phrases = self[kind]
      phrases.reserveCapacity(list.phrases.count)
      for line in list.phrases {
        if kind == .words(.letters) {
          for letter in line.text.letters { phrases.append(letter) }
        } else {
          phrases.append(line.text)
        }
      }
      self[kind] = phrases
    }
  }
}
