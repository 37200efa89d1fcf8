/// Whether a line that stands alone in plain text looks like a heading.
struct HeadingForm {
  /// Whether the vocabulary knows it.
  let isKnown: Bool
  /// Whether it is short, ends no sentence, and begins as headings do.
  let mayBeHeading: Bool
  /// Whether there is a colon or a dash with a subtitle behind it.
  let hasSubtitle: Bool
  /// Whether it ends in a colon or a dash, as what announces something does.
  let isOpen: Bool
  /// Whether its longer words begin with capitals.
  let isTitle: Bool
  /// The depth of its number; 1 without one.
  let level: Int

  /// More bytes than this are no heading.
  static let longest = 160

  /// Judges a line; constant time, since long lines are refused unread.
  init(_ line: [UInt8]) {
    let start = line.count <= Self.longest ? Vocabulary.titleStart(of: line) : 0
    level = HeadingNumber.parse(line, from: 0)?.depth ?? 1
    let subtitle = Vocabulary.splitSubtitle(line)
    hasSubtitle = subtitle.map { !$0.tail.isEmpty } ?? false
    isOpen = subtitle.map(\.tail.isEmpty) ?? false
    guard line.count <= Self.longest, start < line.count, !Self.endsSentence(line) else {
      isKnown = false
      isTitle = false
      mayBeHeading = false
      return
    }
    let wording = Vocabulary.shared.wording(ofHeading: line)
    // `Pros:` is a label: it names the points below it and opens no section.
    let isLabel: Bool
    switch wording?.concept {
    case .pros, .cons, .neutral:
      isLabel =
        isOpen || hasSubtitle && wording?.topic == nil && !Self.isTitleCase(line, hasCase: true)
    default: isLabel = false
    }
    isKnown = wording != nil && !isLabel
    let words = line.split(whereSeparator: \.isSpace).count
    isTitle = Self.isTitleCase(Array(line[start...]))
    let limit = isTitle ? 12 : hasSubtitle ? 0 : 8
    mayBeHeading =
      isKnown
      || !isLabel && words <= limit && Self.beginsHeading(line, at: start)
        && !PointText.isPlaceholder(line, .shared)
  }

  /// Whether the line ends as sentences do; a question may be a heading.
  private static func endsSentence(_ line: [UInt8]) -> Bool {
    guard let (last, _) = line.scalar(at: line.characterStart(before: line.count)) else {
      return false
    }
    switch last {
    case ".", "!", ",", ";", "…", "。", "、", "，", "！", "；": return true
    default: return false
    }
  }

  private static func beginsHeading(_ line: [UInt8], at start: Int) -> Bool {
    guard let (first, _) = line.scalar(at: start) else { return false }
    let properties = first.properties
    return properties.isUppercase || properties.isAlphabetic && !properties.isLowercase
      || properties.numericType != nil || first == "“" || first == "\"" || first == "«"
      || first == "„" || first == "¿"
  }

  /// Whether the longer words begin with capitals, or, unless they must have case, have none.
  static func isTitleCase(_ line: [UInt8], hasCase: Bool = false) -> Bool {
    var long = 0
    var capital = 0
    for word in line.split(whereSeparator: \.isSpace) {
      let letters = Array(word.drop { !$0.isLetter && $0 < 0x80 })
      guard letters.count >= 4, let (first, _) = letters.scalar(at: 0) else { continue }
      long += 1
      if hasCase ? first.properties.isUppercase : !first.properties.isLowercase { capital += 1 }
    }
    return long == 0 || capital * 4 >= long * 3
  }
}
