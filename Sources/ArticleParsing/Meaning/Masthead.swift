/// What stands above the body: title, standfirst, byline and date.
struct Masthead {
  private(set) var title: String?
  private(set) var standfirst: String?
  private(set) var byline: String?
  private(set) var publishedAt: String?
  /// The indices of the blocks that belong to it and are no part of any section.
  private(set) var taken = 0..<0
  private(set) var diagnostics: BoundedList<Diagnostic>

  private let document: Document

  /// A title has at most this many words.
  private static let longestTitle = 30
  /// A standfirst has at most this many words.
  private static let longestStandfirst = 60

  init(_ document: Document, _ limits: ParsingLimits) {
    self.document = document
    diagnostics = BoundedList(limit: limits.pieces)
    if let metadata = document.form.metadata {
      title = metadata.values["title"]
      byline = metadata.values["author"]
      publishedAt = metadata.values["date"].flatMap {
        CalendarDate(Excerpt(Array($0.prefix(10).utf8)), document.vocabulary)?.string
      }
    }
    var start = 0
    var index = 0
    if title == nil {
      guard let place = titlePlace() else { return }
      let text = document.prose(document.blocks[place]).string
      // A heading that is only a picture names nothing; the title may stand behind it.
      title = text.isEmpty ? nil : text
      start = place
      index = place + 1
    }
    while index < document.blocks.count {
      let block = document.blocks[index]
      guard !block.isText || accepts(block, at: index) else { break }
      index += 1
    }
    taken = start..<index
  }

  /// Takes a block into the masthead, unless the body begins with it.
  private mutating func accepts(_ block: Block, at index: Int) -> Bool {
    if document.isFurniture(block) { return true }
    guard block.isHeading || block.isParagraph, block.quoteDepth == 0,
      block.content.count <= 1000
    else { return false }
    let prose = document.prose(block)
    if prose.text.isEmpty { return true }  // a picture
    if title == nil, block.kind == .heading(level: 1), isTitle(block) {
      title = prose.string
      return true
    }
    if prose.string == title {
      let source = document.source(block)
      diagnostics.append(
        Diagnostic(
          code: .duplicateTitle, severity: .info,
          message: "The title stands here again; this line is no content.", source: source),
        at: source)
      return true
    }
    if byline == nil, let line = Byline(prose.text, document.vocabulary) {
      byline = line.author
      publishedAt = publishedAt ?? line.date
      return true
    }
    if publishedAt == nil, let date = CalendarDate(prose.text, document.vocabulary) {
      publishedAt = date.string
      return true
    }
    guard standfirst == nil, block.isParagraph, isSetApart(prose, at: index) else {
      return false
    }
    standfirst = prose.string
    return true
  }

  /// The index of the block that is the title.
  private func titlePlace() -> Int? {
    guard let place = document.form.titleCandidate else { return nil }
    return isTitle(document.blocks[place]) ? place : nil
  }

  /// Whether a block is one line, not too long, and not a heading of the vocabulary that says nothing
  /// else.
  private func isTitle(_ block: Block) -> Bool {
    guard block.isHeading || block.isParagraph else { return false }
    guard (1...400).contains(block.content.count), document.form.isOneLine(block),
      document.text.utf8[block.content].last != UInt8(ascii: ":")
    else { return false }
    let text = document.prose(block).text
    if let meaning = document.vocabulary.meaning(ofHeading: text), meaning.isBare,
      meaning.isCertain
    {
      return false
    }
    if let label = LeadIn.find(in: text, from: 0, document.vocabulary)?.label,
      document.vocabulary.meaning(ofLabel: text.part(label)) != nil
    {
      return false
    }
    return text.wordCount <= Self.longestTitle
  }

  /// Whether a paragraph is a standfirst: short, at most two sentences, no point with a label
  /// of ours, and either all of it emphasised or followed by a paragraph of the body that is clearly longer.
  private func isSetApart(_ prose: Prose, at index: Int) -> Bool {
    guard
      prose.text.wordCount <= Self.longestStandfirst,
      prose.text.last != UInt8(ascii: ":"),
      Sentences(prose.text, document.vocabulary).count(upTo: 3) <= 2,
      PointLabel(prose, document.vocabulary) == nil
    else { return false }
    if prose.isEmphasised, !prose.isStrong { return true }
    let following = document.blocks[(index + 1)...].first { block in
      block.isText && !document.isFurniture(block) && !isMetadata(block)
    }
    guard let following, following.kind == .paragraph else { return false }
    return following.content.count * 2 > prose.text.count * 3
  }

  private func isMetadata(_ block: Block) -> Bool {
    guard block.content.count <= 160 else { return false }
    let text = document.prose(block).text
    return Byline(text, document.vocabulary) != nil
      || CalendarDate(text, document.vocabulary) != nil
  }
}
