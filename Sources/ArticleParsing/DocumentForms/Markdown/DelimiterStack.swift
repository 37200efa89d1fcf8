/// Matches runs of `*`, `_` and `~` to emphasis (CommonMark 0.30, section 6.2 and its appendix).
struct DelimiterStack {
  /// A run of one mark. What is matched is taken from its inner ends.
  struct Run {
    let mark: UInt8
    let source: Range<Int>
    /// Where the rendered text was when it came to the run.
    var place = 0
    var canOpen: Bool
    var canClose: Bool
    /// Marks taken from its left end, as closing ones, and from its right end, as opening ones.
    var closed = 0
    var opened = 0

    /// The run at a range of a block that ends at an offset, judged by the characters around it.
    init(_ source: Range<Int>, of bytes: [UInt8], to end: Int) {
      mark = bytes[source.lowerBound]
      self.source = source
      let before =
        source.lowerBound > 0
        ? bytes.scalar(at: bytes.characterStart(before: source.lowerBound))?.scalar : nil
      let after = source.upperBound < end ? bytes.scalar(at: source.upperBound)?.scalar : nil
      let spaceBefore = before.map(\.isMarkdownSpace) ?? true
      let spaceAfter = after.map(\.isMarkdownSpace) ?? true
      let markBefore = before.map(\.isMarkdownPunctuation) ?? false
      let markAfter = after.map(\.isMarkdownPunctuation) ?? false
      let leftFlanking = !spaceAfter && (!markAfter || spaceBefore || markBefore)
      let rightFlanking = !spaceBefore && (!markBefore || spaceAfter || markAfter)
      let isUnderscore = mark == UInt8(ascii: "_")
      canOpen = isUnderscore ? leftFlanking && (!rightFlanking || markBefore) : leftFlanking
      canClose = isUnderscore ? rightFlanking && (!leftFlanking || markAfter) : rightFlanking
    }

    var left: Int { source.count - closed - opened }
    /// The marks that are no emphasis and stand in the text.
    var rest: Range<Int> { source.lowerBound + closed..<source.upperBound - opened }
  }

  /// Two runs that emphasise what stands between them, by their indices.
  struct Match {
    let open: Int
    let close: Int
    let isStrong: Bool
  }

  private(set) var runs: [Run] = []
  private(set) var matches: [Match] = []

  /// Adds a run of a block that ends at an offset.
  mutating func push(_ source: Range<Int>, of bytes: [UInt8], to end: Int) {
    runs.append(Run(source, of: bytes, to: end))
  }

  /// Forgets the runs from an index on: they belong to something that is left out.
  mutating func drop(above bottom: Int) {
    guard bottom < runs.count else { return }
    runs.removeSubrange(bottom...)
    // Matches from there on were made after all others.
    while let last = matches.last, last.open >= bottom { matches.removeLast() }
  }

  /// Notes where the rendered text is when it comes to a run, and returns what stands in it of the run.
  mutating func place(_ index: Int, at place: Int) -> Range<Int> {
    runs[index].place = place
    return runs[index].rest
  }

  /// For a closing run of each kind, by ``kind(_:)``, how many open runs are known to hold none for it.
  private typealias Bottoms = InlineArray<18, Int>

  /// Matches the runs from an index on, once and for all. Linear: a closing run that finds no opening
  /// one is remembered, so that its like do not look again.
  mutating func match(above bottom: Int) {
    guard bottom < runs.count else { return }
    var bottoms = Bottoms(repeating: 0)
    var openers: [Int] = []
    for index in bottom..<runs.count {
      close(index, &openers, &bottoms)
      if runs[index].canOpen, runs[index].left > 0 { openers.append(index) }
    }
    for index in bottom..<runs.count {
      runs[index].canOpen = false
      runs[index].canClose = false
    }
  }

  private mutating func close(_ index: Int, _ openers: inout [Int], _ bottoms: inout Bottoms) {
    while runs[index].canClose, runs[index].left > 0 {
      let closer = runs[index]
      let kind = Self.kind(closer)
      let floor = bottoms[kind]
      var found = openers.count - 1
      while found >= floor, !opens(runs[openers[found]], closer) { found -= 1 }
      guard found >= floor, found >= 0 else {
        bottoms[kind] = openers.count
        return
      }
      let opener = openers[found]
      openers.removeSubrange((found + 1)...)
      let used = runs[opener].left >= 2 && closer.left >= 2 ? 2 : 1
      runs[opener].opened += used
      runs[index].closed += used
      if closer.mark != UInt8(ascii: "~") {
        matches.append(Match(open: opener, close: index, isStrong: used == 2))
      }
      if runs[opener].left == 0 { openers.removeLast() }
      for other in bottoms.indices { bottoms[other] = min(bottoms[other], openers.count) }
    }
  }

  /// What an opening run is looked for by, as a number below 18.
  private static func kind(_ closer: Run) -> Int {
    let mark =
      switch closer.mark {
      case UInt8(ascii: "*"): 0
      case UInt8(ascii: "_"): 6
      default: 12
      }
    return mark + (closer.canOpen ? 3 : 0) + closer.source.count % 3
  }

  /// The rule of three: runs that could do both match only if their lengths do not add up to a
  /// multiple of three, unless both are multiples.
  private func opens(_ opener: Run, _ closer: Run) -> Bool {
    guard opener.mark == closer.mark else { return false }
    guard opener.canClose || closer.canOpen else { return true }
    return !(opener.source.count + closer.source.count).isMultiple(of: 3)
      || opener.source.count.isMultiple(of: 3) && closer.source.count.isMultiple(of: 3)
  }
}

extension Unicode.Scalar {
  /// White space of Unicode; most of what is asked about is ASCII, which needs no table.
  fileprivate var isMarkdownSpace: Bool {
    isASCII ? UInt8(truncatingIfNeeded: value).isSpace : properties.isWhitespace
  }

  /// ASCII punctuation, or a character of a Unicode P category (CommonMark 0.30, section 2.1).
  var isMarkdownPunctuation: Bool {
    if isASCII { return UInt8(truncatingIfNeeded: value).isPunctuation }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
