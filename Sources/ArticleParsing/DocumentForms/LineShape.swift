/// What the shape of one line says for and against its being a heading, whatever its words mean.
enum LineShape {
  /// More bytes than this are no heading.
  static let longestHeading = 160

  /// Whether a line is short enough for a heading, ends no sentence and says something. Constant time,
  /// since long lines are refused unread.
  static func mayBeHeading(_ line: Excerpt) -> Bool {
    line.count <= longestHeading && !endsSentence(line)
  }

  /// Whether a line has no more words than a title, and begins as one, behind its number.
  static func looksLikeTitle(_ line: Excerpt) -> Bool {
    line.wordCount <= 12 && beginsHeading(line, at: HeadingParts(line).start)
  }

  /// Whether the line ends as sentences do; a question may be a heading.
  private static func endsSentence(_ line: Excerpt) -> Bool {
    guard let (last, _) = line.scalar(at: line.characterStart(before: line.count)) else {
      return false
    }
    switch last {
    case ".", "!", ",", ";", "…", "。", "、", "，", "！", "；": return true
    default: return false
    }
  }

  /// Whether a line begins, at an offset, as headings do: with a capital, a letter without case, a number
  /// or a quotation mark.
  static func beginsHeading(_ line: Excerpt, at start: Int) -> Bool {
    guard let (first, _) = line.scalar(at: start) else { return false }
    return first.isCapital || first.isAlphabetic && !first.isSmall
      || first.properties.numericType != nil || first == "“" || first == "\"" || first == "«"
      || first == "„" || first == "¿"
  }

  /// Whether the longer words begin with capitals, or, unless they must have case, have none.
  static func isTitleCase(_ line: Excerpt, hasCase: Bool = false) -> Bool {
    var long = 0
    var capital = 0
    var offset = 0
    while offset < line.count {
      var end = offset
      // The word without the marks in front of it.
      while end < line.count, !line[end].isSpace { end += 1 }
      while offset < end, line[offset] < 0x80, !line[offset].isLetter { offset += 1 }
      if end - offset >= 4, let (first, _) = line.scalar(at: offset) {
        long += 1
        if hasCase ? first.isCapital : !first.isSmall { capital += 1 }
      }
      offset = end + 1
    }
    return long == 0 || capital * 4 >= long * 3
  }
}
