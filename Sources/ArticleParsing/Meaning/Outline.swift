/// The body of a document in its sections, each with its paragraphs and lists.
struct Outline {
  /// A section as it was found: its heading and the blocks below it.
  ///
  /// A class, because all that read a section hold it.
  final class SectionBody: Sendable {
    /// The section's id.
    let id: String
    /// Where the section begins.
    let start: Int
    /// The heading; `nil` for the introduction.
    let heading: Block?
    /// What the heading says in the vocabulary.
    let meaning: HeadingMeaning?
    /// Whether it would say it in company, which it has not.
    let lacksCompany: Bool
    /// The index of the body that this one is nested in.
    let parent: Int?
    /// The section's own text, in order, without blank lines and furniture.
    let blocks: ArraySlice<Block>

    fileprivate init(_ opening: borrowing Opening, of section: Section, _ blocks: ArraySlice<Block>)
    {
      id = section.id
      start = section.source.bytes.lowerBound
      heading = opening.heading
      lacksCompany = opening.lacksCompany
      meaning = opening.lacksCompany ? nil : opening.meaning
      parent = opening.parent
      self.blocks = blocks
    }
  }

  /// What is known of a body when it begins.
  fileprivate struct Opening {
    var heading: Block?
    var meaning: HeadingMeaning?
    var parent: Int?
    var lacksCompany = false
    /// The index of its first block among the texts of all bodies.
    let firstText: Int
  }

  /// The sections as they will be told, one for each body.
  private(set) var sections: BoundedList<Section>
  private(set) var bodies: [SectionBody] = []

  /// Reads the sections. Linear in the blocks.
  ///
  /// - Parameters:
  ///   - document: the whole document.
  ///   - taken: the indices of blocks that belong to no section.
  ///   - limits: how many sections are made; what stands below further headings is in none.
  init(_ document: Document, without taken: Range<Int>, _ limits: ParsingLimits) {
    sections = BoundedList(limit: limits.pieces)
    let others = Quotations.others(in: document.form)
    let headings = document.blocks.count(where: \.isHeading)
    let capacity = max(0, min(headings + 1, limits.pieces))
    var ids = UniqueNames(capacity: capacity)
    sections.reserveCapacity(capacity)
    var openings: [Opening] = []
    openings.reserveCapacity(capacity)
    /// The bodies that the next one may be nested in, outermost first.
    var outer: [(index: Int, level: Int)] = []
    outer.reserveCapacity(4)
    /// The blocks of all bodies, in order.
    var texts: [Block] = []
    texts.reserveCapacity(document.blocks.count - headings)
    for (index, block) in document.blocks.enumerated()
    where block.isText && !taken.contains(index) && !others.contains(index)
      && !document.isFurniture(at: index)
    {
      guard case .heading(let level) = block.kind else {
        if sections.count == 0 {
          let introduction = Section(
            id: ids.name(for: "introduction", orElse: ""), kind: .introduction, heading: nil,
            level: 0, parent: nil, source: document.source(block), paragraphs: [])
          if sections.hasRoom { openings.append(Opening(firstText: 0)) }
          sections.append(introduction, at: introduction.source)
        }
        if sections.omitted == 0 { texts.append(block) }
        continue
      }
      let source = document.source(block)
      guard sections.hasRoom else {
        sections.omit(at: source)
        continue
      }
      while let last = outer.last, last.level >= level { outer.removeLast() }
      let parent = outer.last?.index
      let (text, reading) = document.heading(index)
      let name = Slug(text, reading.name).string
      let section = Section(
        id: ids.name(for: name, orElse: "section-\(sections.count + 1)"),
        kind: reading.meaning?.concept.section ?? .other, heading: document.text[block.content],
        level: level, parent: parent.map { sections.pieces[$0].id }, source: source,
        paragraphs: [])
      sections.append(section, at: source)
      outer.append((openings.count, level))
      openings.append(
        Opening(heading: block, meaning: reading.meaning, parent: parent, firstText: texts.count))
    }
    for index in Self.withoutCompany(openings) {
      openings[index].lacksCompany = true
      sections.change(index) { $0.kind = .other }
    }
    bodies.reserveCapacity(openings.count)
    for index in openings.indices {
      let end = index + 1 < openings.count ? openings[index + 1].firstText : texts.count
      let blocks = texts[openings[index].firstText..<end]
      sections.change(index) { $0.hold(blocks) }
      bodies.append(SectionBody(openings[index], of: sections.pieces[index], blocks))
    }
  }

  /// The headings that say something only in company and have none among those of their parent.
  private static func withoutCompany(_ openings: [Opening]) -> [Int] {
    func lone(_ opening: Opening) -> Saying? {
      opening.meaning.flatMap { $0.saying.company == .any ? nil : $0.saying }
    }
    guard openings.contains(where: { lone($0) != nil }) else { return [] }
    var companies: [Int?: Company] = [:]
    for opening in openings {
      if let saying = opening.meaning?.saying {
        companies[opening.parent, default: Company()].append(saying)
      }
    }
    return openings.indices.filter { index in
      guard let saying = lone(openings[index]) else { return false }
      return companies[openings[index].parent]?.admits(saying) != true
    }
  }
}

extension Section {
  /// Takes its paragraphs, and ends where the last of them does.
  fileprivate mutating func hold(_ blocks: ArraySlice<Block>) {
    guard let last = blocks.last else { return }
    source = SourceRange(
      bytes: source.bytes.lowerBound..<last.source.upperBound, line: source.line)
    paragraphs = blocks.map { SourceRange(bytes: $0.content, line: $0.line) }
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
