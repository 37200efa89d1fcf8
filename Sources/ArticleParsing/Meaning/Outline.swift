/// The body of a document in its sections, each with its paragraphs and lists.
struct Outline {
  /// A section as it was found: its heading and the blocks below it.
  ///
  /// A class, because all that read a section hold it.
  final class Passage: Sendable {
    /// The section as it will be told.
    let section: Section
    /// The heading; `nil` for the introduction.
    let heading: Block?
    /// What the heading says in the vocabulary.
    let wording: Wording?
    /// The index of the passage that this one is nested in.
    let parent: Int?
    /// The section's own text, in order, without blank lines and furniture.
    let blocks: [Block]

    fileprivate init(_ opening: consuming Opening, _ blocks: [Block]) {
      if let last = blocks.last {
        let start = opening.section.source
        opening.section.source = SourceRange(
          bytes: start.bytes.lowerBound..<last.source.upperBound, line: start.line)
      }
      opening.section.paragraphs = blocks.map { SourceRange(bytes: $0.content, line: $0.line) }
      section = opening.section
      heading = opening.heading
      wording = opening.wording
      parent = opening.parent
      self.blocks = blocks
    }
  }

  /// What is known of a section when it begins.
  fileprivate struct Opening {
    var section: Section
    var heading: Block?
    var wording: Wording?
    var parent: Int?
  }

  private(set) var passages: [Passage] = []

  /// Reads the sections. Linear in the blocks.
  ///
  /// - Parameters:
  ///   - document: the whole document.
  ///   - taken: the indices of blocks that belong to no section.
  init(_ document: Document, without taken: Range<Int>) {
    let others = Quotations.others(in: document)
    let headings = document.blocks.count(where: \.isHeading)
    var ids = UniqueNames(capacity: headings + 1)
    passages.reserveCapacity(headings + 1)
    /// The passages that the next one may be nested in, outermost first.
    var outer: [(index: Int, level: Int)] = []
    var opening: Opening?
    var texts: [Block] = []
    for (index, block) in document.blocks.enumerated()
    where block.isText && !taken.contains(index) && !others.contains(index)
      && !document.isFurniture(block)
    {
      guard case .heading(let level) = block.kind else {
        if opening == nil {
          opening = Opening(
            section: Section(
              id: ids.name(for: "introduction", orElse: ""), kind: .introduction, heading: nil,
              level: 0, parent: nil, source: document.source(block), paragraphs: []))
        }
        texts.append(block)
        continue
      }
      if let opening = opening.take() { passages.append(Passage(opening, texts)) }
      texts.removeAll(keepingCapacity: true)
      while let last = outer.last, last.level >= level { outer.removeLast() }
      let parent = outer.last?.index
      let text = document.prose(block).text
      let wording = document.wording(ofHeading: index, text)
      let name = Slug(HeadingParts(text).name).string
      opening = Opening(
        section: Section(
          id: ids.name(for: name, orElse: "section-\(passages.count + 1)"),
          kind: wording?.concept.section ?? .other, heading: document.text[block.content],
          level: level, parent: parent.map { passages[$0].section.id },
          source: document.source(block), paragraphs: []),
        heading: block, wording: wording, parent: parent)
      outer.append((passages.count, level))
    }
    if let opening = opening.take() { passages.append(Passage(opening, texts)) }
  }
}

/// Names given out once each: the second `risks` is `risks-2`.
struct UniqueNames {
  private var given: Set<String> = []
  private var counts: [String: Int] = [:]

  /// Room for so many names.
  init(capacity: Int) { given.reserveCapacity(capacity) }

  /// A name that was not given before, made of the wanted one or, if that is empty, of another.
  mutating func name(for wanted: String, orElse other: @autoclosure () -> String) -> String {
    let base = wanted.isEmpty ? other() : wanted
    var name = base
    while !given.insert(name).inserted {
      counts[base, default: 1] += 1
      name = "\(base)-\(counts[base, default: 2])"
    }
    return name
  }
}
