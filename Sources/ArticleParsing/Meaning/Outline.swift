/// The body of a document in its sections, each with its paragraphs and lists.
struct Outline {
  /// A section as it was found: its heading and the blocks below it.
  struct Passage {
    /// The section as it will be told.
    var section: Section
    /// The heading; `nil` for the introduction.
    let heading: Block?
    /// What the heading says in the vocabulary.
    let wording: Wording?
    /// The index of the passage that this one is nested in.
    let parent: Int?
    /// The section's own text, in order, without blank lines and furniture.
    var blocks: [Block] = []
  }

  private(set) var passages: [Passage] = []

  /// Reads the sections. Linear in the blocks.
  ///
  /// - Parameters:
  ///   - document: the whole document.
  ///   - taken: the indices of blocks that belong to no section.
  init(_ document: Document, without taken: Range<Int>) {
    let others = Quotations.others(in: document)
    var ids = UniqueNames(capacity: document.blocks.count(where: \.isHeading) + 1)
    var open: [Int] = []
    for (index, block) in document.blocks.enumerated()
    where !taken.contains(index) && !others.contains(index) {
      switch block.kind {
      case .blank, .separator, .code, .markup, .definition, .frontMatter: continue
      case .heading(let level):
        guard !document.isFurniture(block) else { continue }
        open.removeAll { passages[$0].section.level >= level }
        let heading = document.prose(block)
        let wording = document.vocabulary.wording(ofHeading: heading.text)
        let section = Section(
          id: ids.name(for: Self.slug(heading.text), orElse: "section-\(passages.count + 1)"),
          kind: wording?.concept.section ?? .other, heading: document.text[block.content],
          level: level, parent: open.last.map { passages[$0].section.id },
          source: document.source(block), paragraphs: [])
        passages.append(
          Passage(section: section, heading: block, wording: wording, parent: open.last))
        open.append(passages.count - 1)
      case .paragraph, .item, .continuation, .table:
        guard !document.isFurniture(block) else { continue }
        if passages.isEmpty {
          let section = Section(
            id: ids.name(for: "introduction", orElse: ""), kind: .introduction, heading: nil,
            level: 0, parent: nil, source: document.source(block), paragraphs: [])
          passages.append(Passage(section: section, heading: nil, wording: nil, parent: nil))
        }
        append(block, document)
      }
    }
  }

  private mutating func append(_ block: Block, _ document: Document) {
    let last = passages.count - 1
    passages[last].blocks.append(block)
    let source = passages[last].section.source
    passages[last].section.source = SourceRange(
      bytes: source.bytes.lowerBound..<block.source.upperBound, line: source.line)
    passages[last].section.paragraphs.append(SourceRange(bytes: block.content, line: block.line))
  }

  /// The name of a heading: its words up to the colon, without its number.
  private static func slug(_ heading: Excerpt) -> String {
    let words = heading.part(Vocabulary.titleStart(of: heading)..<heading.count)
    let head = Vocabulary.splitSubtitle(words)?.head ?? words.indices
    return Slug(words.part(head)).string
  }
}

/// Names given out once each: the second `risks` is `risks-2`.
struct UniqueNames {
  private var given: Set<String> = []
  private var counts: [String: Int] = [:]

  /// Room for so many names.
  init(capacity: Int) { given.reserveCapacity(capacity) }

  /// A name that was not given before, made of the wanted one or, if that is empty, of another.
  mutating func name(for wanted: String, orElse other: String) -> String {
    let base = wanted.isEmpty ? other : wanted
    var name = base
    while !given.insert(name).inserted {
      counts[base, default: 1] += 1
      name = "\(base)-\(counts[base, default: 2])"
    }
    return name
  }
}
