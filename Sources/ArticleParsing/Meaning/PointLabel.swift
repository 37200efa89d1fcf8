/// The stance that a paragraph or item takes in its first words: `Pro: …`, `Good, because …`.
struct PointLabel {
  let pointContext: PointContext
  /// What its words say; `nil` where a symbol says it, or a word below a heading of both sides.
  private(set) var saying: Saying?
  /// Whether only the head of its phrase is known.
  private(set) var isWide = false
  /// The text in which it stands, whole; ``rest`` is a place in it.
  let prose: Prose
  /// Where the point begins: behind the label, or at the very start for `Good, because …`.
  let rest: Int
  /// Whether the label is all that the text says.
  let isAll: Bool
  /// Whether there is a label in front, of which the parts behind may be several points; a reason
  /// such as `Good, because …` is one.
  let announces: Bool

  /// A label without a colon has at most this many bytes.
  static let longestBare = 60

  /// What may be a label, depending on where it stands.
  struct Setting {
    /// Whether the heading names both sides, so that `For:`, `Against:` and symbols tell them apart.
    var namesBothSides = false
    /// Whether symbols alone tell the sides apart: ✅ and ❌.
    var hasSymbols = false
    /// Whether a label needs no colon: bold on a line of its own, or above a nested list.
    var mayBeBare = false
  }

  /// Reads the beginning of rendered text. Linear in it.
  ///
  /// - Parameters:
  ///   - prose: a paragraph or item, all of it.
  ///   - vocabulary: the words that announce points.
  ///   - setting: what may be a label here.
  init?(_ prose: Prose, _ vocabulary: Vocabulary, _ setting: Setting = Setting()) {
    let text = prose.text
    let start = Self.afterSymbols(text)
    if let leadIn = LeadIn.find(in: prose, from: start, vocabulary),
      leadIn.label.count <= Option.longestName,
      prose.strongEnd > start || text.endsLabel(leadIn),
      let (pointContext, meaning) = vocabulary.label(text.part(leadIn.label), setting)
    {
      self.init(pointContext, in: prose, rest: leadIn.rest, isAll: leadIn.rest >= text.count)
      saying = meaning?.saying
      isWide = meaning?.isWide ?? false
    } else if setting.mayBeBare || prose.isEmphasised, text.count <= Self.longestBare,
      let meaning = vocabulary.meaning(ofLabel: text.part(start..<text.count)),
      meaning.isWide ? !text.endsSentence : meaning.isBare,
      let pointContext = PointContext(meaning)
    {
      self.init(pointContext, in: prose, rest: text.count, isAll: true)
      saying = meaning.saying
      isWide = meaning.isWide
    } else if let kind = Self.reason(text, from: start, vocabulary) {
      self.init(PointContext(kind: kind), in: prose, rest: start, isAll: false, announces: false)
    } else if setting.hasSymbols || setting.namesBothSides, let kind = Self.symbol(text) {
      self.init(PointContext(kind: kind), in: prose, rest: start, isAll: false, announces: false)
    } else {
      return nil
    }
  }

  private init(
    _ pointContext: PointContext, in prose: Prose, rest: Int, isAll: Bool, announces: Bool = true
  ) {
    self.announces = announces
    self.pointContext = pointContext
    self.prose = prose
    self.rest = rest
    self.isAll = isAll
  }

  /// The side of a point that gives its reason: `Good, because …`.
  private static func reason(
    _ text: Excerpt, from start: Int, _ vocabulary: Vocabulary
  ) -> PointKind? {
    let text = text.part(start..<text.count)
    guard text.mayHave(vocabulary.reasonOpenings, words: 1) else { return nil }
    return Words(text, limit: 2).phrase.flatMap { vocabulary.reasons[$0]?.points }
  }

  /// The side that a symbol at the beginning shows.
  static func symbol(_ text: Excerpt) -> PointKind? {
    switch text.scalar(at: 0)?.scalar {
    case "✅", "✔", "✓", "☑", "👍", "➕", "🟢": .pro
    case "❌", "✖", "✗", "✘", "👎", "➖", "🔴", "⛔", "🚫": .con
    default: nil
    }
  }

  /// Behind emoji and other symbols at the beginning: `✅ Pro: …`.
  static func afterSymbols(_ text: Excerpt) -> Int {
    // No symbol begins with a smaller byte.
    guard let first = text.first, first >= 0xE2 else { return 0 }
    var start = 0
    while let (scalar, length) = text.scalar(at: start), scalar.isDecoration {
      start = text.skippingSpaces(from: start + length, to: text.count)
    }
    return start < text.count ? start : 0
  }
}

extension Excerpt {
  /// Whether it ends as sentences do, which labels never are: `Риски растут.`
  fileprivate var endsSentence: Bool {
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    default: has("。", at: count - 3) || has("！", at: count - 3) || has("？", at: count - 3)
    }
  }

  /// Whether a lead-in ends in a colon, as labels do, or is all there is: `Pros –`.
  fileprivate func endsLabel(_ leadIn: LeadIn) -> Bool {
    leadIn.rest == count
      || (leadIn.label.upperBound..<leadIn.rest).contains {
        self[$0] == UInt8(ascii: ":") || self[$0] == 0xEF
      }
  }
}

extension PointLabel {
  /// Whether the label counts in a company.
  func counts(in company: @autoclosure () -> Company) -> Bool {
    guard let saying, saying.company != .any else { return true }
    return company().admits(saying)
  }
}

extension Vocabulary {
  /// What a label says by its words, or below a heading of both sides.
  fileprivate func label(
    _ label: Excerpt, _ setting: PointLabel.Setting
  ) -> (PointContext, HeadingMeaning?)? {
    if setting.namesBothSides, let side = side(label) { return (side, nil) }
    let meaning = meaning(ofLabel: label)
    return PointContext(meaning).map { ($0, meaning) }
  }

  /// The side that a label names below a heading of both: `For`, `Against`.
  fileprivate func side(_ label: Excerpt) -> PointContext? {
    Words(label, limit: 4).phrase.flatMap { sides[$0]?.points }.map { PointContext(kind: $0) }
  }
}

extension Unicode.Scalar {
  /// Emoji and dingbats, with what modifies them.
  var isDecoration: Bool {
    switch value {
    case 0x200D, 0xFE0F, 0x2190...0x21FF, 0x2300...0x23FF, 0x2600...0x27BF, 0x2B00...0x2BFF,
      0x1F000...0x1FAFF:
      true
    default: false
    }
  }
}
