/// Decides which lines of a text without mark-up are headings: those that the vocabulary knows, and short
/// ones that look like a title and are no item of a list.
struct HeadingJudge {
  /// What the headings say, by their blocks.
  private(set) var readings = HeadingReadings()
  private let vocabulary: Vocabulary
  /// Whether a known heading ended in a colon, so that others may, too.
  private var opensHeadings = false

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The level of the heading that the next candidate is; `nil` for one that is none. Constant time, since
  /// candidates are short.
  mutating func level(
    of candidate: HeadingCandidate, _ evidence: () -> HeadingCandidate.Evidence
  ) -> Int? {
    guard let title = Title(candidate.line, vocabulary),
      title.isKnown || isHeading(title, evidence())
    else { return nil }
    if title.isKnown, title.isOpen { opensHeadings = true }
    readings.append(title.reading, of: candidate.block)
    return title.level
  }

  /// Whether a line that the vocabulary does not know is a heading.
  private func isHeading(_ title: Title, _ evidence: HeadingCandidate.Evidence) -> Bool {
    guard !evidence.isIndented, evidence.isFollowed else { return false }
    if let marker = evidence.marker {
      // A numbered line between numbered lines is an item, not a heading.
      guard marker.number != nil, !title.hasSubtitle, !evidence.goesOnWithList,
        !evidence.precedesSibling
      else { return false }
    }
    return !title.isOpen || !evidence.precedesList && (title.isTitle || opensHeadings)
  }
}

/// What a line says that may be a heading: the vocabulary knows it, or it is short and begins as headings
/// do.
private struct Title {
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

  /// Reads a line; `nil` for one that is no heading wherever it stands.
  init?(_ line: Excerpt, _ vocabulary: Vocabulary) {
    let parts = HeadingParts(line)
    guard parts.start < line.count else { return nil }
    hasSubtitle = parts.subtitle != nil || parts.isBehindMark
    isOpen = parts.isOpen && !parts.isBehindMark
    reading = HeadingReading(line, parts, vocabulary)
    let meaning = reading.meaning
    // `Pros:` is a label: it names the points below it and opens no section.
    let isLabel: Bool
    switch meaning?.concept {
    case .pros, .cons, .neutral:
      isLabel =
        isOpen
        || hasSubtitle && meaning?.topic == nil && !LineShape.isTitleCase(line, hasCase: true)
    default: isLabel = false
    }
    isKnown = meaning?.isCertain == true && !isLabel
    isTitle = isKnown || LineShape.isTitleCase(line.part(parts.start..<line.count))
    let limit = isTitle ? 12 : hasSubtitle ? 0 : 8
    guard
      isKnown
        || !isLabel && line.wordCount <= limit
          && LineShape.beginsHeading(line, at: parts.start)
          && !PointText.isPlaceholder(line, vocabulary)
    else { return nil }
    level = parts.number?.depth ?? 1
  }
}
