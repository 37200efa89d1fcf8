/// What stands above the body: title, standfirst, byline and date.
struct Masthead {
  private(set) var title: String?
  private(set) var standfirst: String?
  private(set) var byline: String?
  private(set) var publishedAt: String?
  /// The index of the first block of the body.
  private(set) var bodyStart = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// A title has at most this many words.
  private static let longestTitle = 30
  /// A standfirst has at most this many words.
  private static let longestStandfirst = 60

  init(_ document: Document) {
    let blocks = document.blocks
    var index = 0
    while index < blocks.count, blocks[index].isBlank { index += 1 }
    guard index < blocks.count, let title = Self.title(blocks[index], document) else {
      bodyStart = index
      return
    }
    self.title = title
    index += 1
    while index < blocks.count {
      let block = blocks[index]
      guard block.isBlank || take(block, at: index, document) else { break }
      index += 1
    }
    bodyStart = index
  }

  /// Takes a block into the masthead, unless the body begins with it.
  private mutating func take(_ block: Block, at index: Int, _ document: Document) -> Bool {
    if document.isFurniture(block) || block.kind == .separator { return true }
    switch block.kind {
    case .heading, .paragraph: break
    case .blank, .item, .continuation, .separator: return false
    }
    guard block.content.count <= 1000 else { return false }
    let prose = document.prose(block)
    if prose.string == title {
      diagnostics.append(
        Diagnostic(
          code: .duplicateTitle, severity: .info,
          message: "The title stands here again; this line is no content.",
          source: document.source(block)))
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
    guard standfirst == nil, block.kind == .paragraph,
      Self.isSetApart(prose, from: index, document)
    else { return false }
    standfirst = prose.string
    return true
  }

  /// The title that a document's first block is: one line, not too long, and not a heading of the
  /// vocabulary that says nothing else.
  private static func title(_ block: Block, _ document: Document) -> String? {
    switch block.kind {
    case .heading, .paragraph: break
    case .blank, .item, .continuation, .separator: return nil
    }
    let bytes = document.text.utf8[block.content]
    guard bytes.count <= 400, !bytes.contains(.lineFeed), !bytes.contains(.carriageReturn),
      bytes.last != UInt8(ascii: ":")
    else { return nil }
    let prose = document.prose(block)
    if document.vocabulary.wording(ofHeading: prose.text)?.isBare == true { return nil }
    if let label = LeadIn.find(in: prose.text, from: 0)?.label,
      document.vocabulary.wording(ofLabel: prose.text[label]) != nil
    {
      return nil
    }
    guard prose.text.split(separator: .space).count <= longestTitle else { return nil }
    return prose.string
  }

  /// Whether a paragraph is a standfirst: short, at most two sentences, and followed by a paragraph
  /// of the body that is clearly longer.
  private static func isSetApart(_ prose: Prose, from index: Int, _ document: Document) -> Bool {
    guard prose.text.split(separator: .space).count <= longestStandfirst,
      prose.text.last != UInt8(ascii: ":"), Sentences.ranges(in: prose.text).count <= 2
    else { return false }
    let following = document.blocks[(index + 1)...].first { block in
      !block.isBlank && !document.isFurniture(block) && !isMetadata(block, document)
    }
    guard let following, following.kind == .paragraph else { return false }
    return following.content.count * 2 > prose.text.count * 3
  }

  private static func isMetadata(_ block: Block, _ document: Document) -> Bool {
    guard block.content.count <= 160 else { return false }
    let text = document.prose(block).text
    return Byline(text, document.vocabulary) != nil
      || CalendarDate(text, document.vocabulary) != nil
  }
}

extension Block {
  var isBlank: Bool { kind == .blank }
}
