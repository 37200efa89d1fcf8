/// What the points of a list or paragraph are, and what is said of all of them.
struct Stance: Equatable {
  let kind: PointKind
  var qualifier: String?
  var actor: String?
  /// The option that the points are about.
  var subject: String?

  init(kind: PointKind, qualifier: String? = nil, actor: String? = nil, subject: String? = nil) {
    self.kind = kind
    self.qualifier = qualifier
    self.actor = actor
    self.subject = subject
  }

  /// The stance that a wording takes; none where it names both sides or no points.
  init?(_ wording: Wording?) {
    guard let wording, let kind = wording.concept.points else { return nil }
    self.init(
      kind: kind, qualifier: wording.qualifier, actor: wording.actor, subject: wording.topic)
  }
}

/// The stance that a paragraph or item takes in its first words: `Pro: …`, `Good, because …`.
struct StanceLabel {
  let stance: Stance
  /// Where the point begins: behind the label, or at the very start for `Good, because …`.
  let rest: Int
  /// Whether the label is all that the text says.
  var isAll: Bool

  /// Reads the beginning of a text.
  ///
  /// - Parameters:
  ///   - text: the rendered text of a paragraph or item, or its opening.
  ///   - vocabulary: the words that announce points.
  ///   - namesBothSides: whether the heading does, so that `For:` and `Against:` are labels too.
  init?(_ text: [UInt8], _ vocabulary: Vocabulary, namesBothSides: Bool = false) {
    let start = Self.afterSymbols(text)
    if let leadIn = LeadIn.find(in: text, from: start), text.endsLabel(leadIn),
      let stance = Stance(vocabulary.wording(ofLabel: text[leadIn.label]))
        ?? (namesBothSides ? vocabulary.side(text[leadIn.label]) : nil)
    {
      self.stance = stance
      rest = leadIn.rest
      isAll = rest >= text.count
      return
    }
    guard vocabulary.stanceWords.mayKnow(text[start...].prefix(32)) else { return nil }
    let words = Words(Array(text[start...].prefix(32)), limit: 2)
    guard let phrase = words.phrase, let kind = vocabulary.stances[phrase] else { return nil }
    stance = Stance(kind: kind)
    rest = start
    isAll = false
  }

  /// Behind emoji and other symbols at the beginning: `✅ Pro: …`.
  static func afterSymbols(_ text: [UInt8]) -> Int {
    var start = 0
    while let (scalar, length) = text.scalar(at: start), scalar.isDecoration {
      start = text.skippingSpaces(from: start + length, to: text.count)
    }
    return start < text.count ? start : 0
  }
}

extension [UInt8] {
  /// Whether a lead-in ends in a colon, as labels do, or is all there is: `Pros –`.
  fileprivate func endsLabel(_ leadIn: LeadIn) -> Bool {
    leadIn.rest == count
      || self[leadIn.label.upperBound..<leadIn.rest].contains {
        $0 == UInt8(ascii: ":") || $0 == 0xEF
      }
  }
}

extension Vocabulary {
  /// The side that a label names below a heading of both: `For`, `Against`.
  fileprivate func side(_ label: ArraySlice<UInt8>) -> Stance? {
    Words(Array(label), limit: 4).phrase.flatMap { sides[$0] }.map { Stance(kind: $0) }
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
