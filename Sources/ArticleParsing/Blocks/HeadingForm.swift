/// What a line that stands alone in plain text looks like, if it may be a heading: the vocabulary
/// knows it, or it is short, ends no sentence, and begins as headings do.
struct HeadingForm {
  /// What it says.
  let reading: HeadingReading
  /// Whether the vocabulary knows it as a heading.
  let isKnown: Bool
  /// Whether there is a colon or a dash with a subtitle behind it.
  let hasSubtitle: Bool
  /// Whether it ends in a colon or a dash, as what announces something does.
  let isOpen: Bool
  /// Whether the vocabulary knows it, or its longer words begin with capitals.
  let isTitle: Bool
  /// The depth of its number; 1 without one.
  let level: Int

  /// More bytes than this are no heading.
  static let longest = 160

  /// Judges a line; `nil` for one that may be no heading. Constant time, since long lines are refused
  /// unread; what is asked first is what most lines fail.
  init?(_ line: borrowing Excerpt, _ vocabulary: Vocabulary) {
    guard line.count <= Self.longest, !Self.endsSentence(line) else { return nil }
    let parts = HeadingParts(line)
    guard parts.start < line.count else { return nil }
    hasSubtitle = parts.subtitle != nil || parts.isBehindMark
    isOpen = parts.isOpen && !parts.isBehindMark
    let meaning = vocabulary.meaning(of: parts, in: line)
    reading = HeadingReading(name: parts.name, meaning: meaning)
    // `Pros:` is a label: it names the points below it and opens no section.
    let isLabel: Bool
    switch meaning?.concept {
    case .pros, .cons, .neutral:
      isLabel =
        isOpen || hasSubtitle && meaning?.topic == nil && !Self.isTitleCase(line, hasCase: true)
    default: isLabel = false
    }
    isKnown = meaning != nil && !isLabel
    isTitle = isKnown || Self.isTitleCase(line.part(parts.start..<line.count))
    let limit = isTitle ? 12 : hasSubtitle ? 0 : 8
    guard
      isKnown
        || !isLabel && line.wordCount <= limit
          && Self.beginsHeading(line, at: parts.start) && !PointText.isPlaceholder(line, vocabulary)
    else { return nil }
    level = parts.number?.depth ?? 1
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

  private static func beginsHeading(_ line: Excerpt, at start: Int) -> Bool {
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
