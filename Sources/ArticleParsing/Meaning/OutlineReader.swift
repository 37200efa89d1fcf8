/// Reads a whole outline: what each section is by itself and by those around it.
struct OutlineReader: ~Copyable {
  let document: Document
  let outline: Outline
  /// Whether a section says that it lists options.
  private let hasOptions: Bool
  /// For each body, the body whose heading says what it is: itself, or the nearest with a known
  /// heading that it is nested in.
  private let governing: [Int?]

  init(document: Document, outline: Outline) {
    self.document = document
    self.outline = outline
    hasOptions = outline.bodies.contains { $0.meaning?.concept == .options }
    var governing: [Int?] = []
    governing.reserveCapacity(outline.bodies.count)
    for (index, body) in outline.bodies.enumerated() {
      governing.append(body.meaning != nil ? index : body.parent.flatMap { governing[$0] })
    }
    self.governing = governing
  }

  private var bodies: [Outline.SectionBody] { outline.bodies }

  /// Takes the points of all sections, and notes the sections that hold nothing or say too much.
  func read(into points: inout PointCollection) {
    for (index, body) in bodies.enumerated() {
      let governing = governingMeaning(of: index)
      var reader = SectionReader(
        document: document, body: body, pointContext: PointContext(governing),
        namesBothSides: governing?.concept.namesBothSides ?? false,
        option: option(body))
      let before = points.count
      reader.read(into: &points)
      if body.blocks.isEmpty { noteEmpty(index, in: &points) }
      if points.count == before { noteUnrecognised(body, in: &points) }
    }
  }

  /// Adds the scenarios of all outlook sections, and says which the first of these is; `nil` when there
  /// is no such section.
  func outlook(
    language: String?, into scenarios: inout BoundedList<Outlook.Scenario>
  ) -> String? {
    let outlooks = bodies.indices.filter { governingMeaning(of: $0)?.concept == .outlook }
    guard let first = outlooks.first,
      let words = document.vocabulary.conditionWords(of: language)
    else { return nil }
    let reader = ScenarioReader(words: words, vocabulary: document.vocabulary)
    for index in outlooks {
      for block in bodies[index].blocks {
        reader.read(block, of: document, into: &scenarios)
      }
    }
    return bodies[first].id
  }

  /// The first call to action that says something; `nil` when there is none.
  func callToAction() -> CallToAction? {
    for body in bodies where body.meaning?.concept == .callToAction {
      guard let first = body.blocks.first, let last = body.blocks.last else { continue }
      let text = document.form.string(of: body.blocks)
      guard text.saysSomething else { continue }
      return CallToAction(
        section: body.id, text: text,
        source: SourceRange(
          bytes: first.source.lowerBound..<last.source.upperBound, line: first.line))
    }
    return nil
  }

  /// What a section is by its heading, or by the nearest known heading that it is nested in.
  private func governingMeaning(of index: Int) -> HeadingMeaning? {
    governing[index].flatMap { bodies[$0].meaning }
  }

  /// The option that a heading may name: one that says nothing else and is nested in another, or
  /// any such heading of a document that has a section of options.
  private func option(_ body: Outline.SectionBody) -> Option? {
    guard body.meaning == nil, body.parent != nil || hasOptions,
      let heading = body.heading.map(document.prose)
    else { return nil }
    let name = heading[HeadingParts(heading.text).start..<heading.text.count]
    return Option(name: name, among: .headings(below: body.parent))
  }

  /// Notes a section that says what it is and holds nothing, unless other sections divide it.
  private func noteEmpty(_ index: Int, in points: inout PointCollection) {
    let body = bodies[index]
    guard let heading = body.heading, let concept = body.meaning?.concept,
      concept.points != nil || concept.namesBothSides || concept == .outlook
        || concept == .callToAction
    else { return }
    let next = index + 1 < bodies.count ? bodies[index + 1] : nil
    let isDivided =
      next?.parent == index
      || concept.namesBothSides && next?.meaning?.concept.points != nil
    guard !isDivided else { return }
    points.note(
      .emptySection, .info, "The heading announces something, and nothing stands below it.",
      at: document.source(heading))
  }

  /// Notes a heading that has a word of the vocabulary but does not say one thing.
  private func noteUnrecognised(_ body: Outline.SectionBody, in points: inout PointCollection) {
    guard body.meaning == nil, let heading = body.heading,
      body.blocks.contains(where: { $0.depth > 0 })
    else { return }
    let vocabulary = document.vocabulary
    let words = Words(document.prose(heading).text, limit: 16)
    guard !body.lacksCompany else {
      return points.note(
        .unrecognisedHeading, .info,
        "The heading says a side only beside one of the other side, and there is none; its items were "
          + "not taken.", at: document.source(heading))
    }
    let hasOurs = words.words.contains { vocabulary.nouns[$0.folded] != nil }
    let isParted = words.words.contains { vocabulary.conjunctions.contains($0.folded) }
    guard hasOurs, isParted else { return }
    points.note(
      .unrecognisedHeading, .info,
      "The heading names objectives, pros or cons among other things; its items were not taken.",
      at: document.source(heading))
  }
}
