/// Reads the points of one section: which of its lists and paragraphs state any, and what they are.
struct SectionReader: ~Copyable {
  let document: Document
  let body: Outline.SectionBody
  /// What the section's own heading says its points are, or the heading of one it is nested in.
  let pointContext: PointContext?
  /// Whether the heading names two sides, so that each list must say which it is.
  let namesBothSides: Bool
  /// The option that the heading names, where it may name one.
  private(set) var option: Option?

  private var vocabulary: Vocabulary { document.vocabulary }
  var section: String { body.id }

  /// A label that waits for what it announces.
  private struct Label {
    let pointContext: PointContext
    let source: SourceRange
    var isUsed = false
  }

  /// Paragraphs with the line in bold above them, if there is one.
  private struct Prosaic {
    let title: Block?
    var paragraphs: [Block] = []

    var blocks: [Block] { (title.map { [$0] } ?? []) + paragraphs }
  }

  private var label: Label?
  /// The paragraph in front of the next list, if nothing stands between them.
  private var introduction: Block?
  /// Paragraphs that are neither labels nor labelled, below what titles them in bold.
  private var prose: [Prosaic] = []
  /// Whether the section has a list or a label, so that its prose is context.
  private var hasStructure = false
  /// What the labels of the section's paragraphs say together, once that was asked.
  private var company: Company?

  init(
    document: Document, body: Outline.SectionBody, pointContext: PointContext?,
    namesBothSides: Bool,
    option: Option?
  ) {
    self.document = document
    self.body = body
    self.pointContext = pointContext
    self.namesBothSides = namesBothSides
    self.option = option
  }

  /// Takes the section's points. Linear in the section.
  mutating func read(into points: inout PointCollection) {
    let before = points.count
    let noted = points.diagnostics.count
    let facts = facts()
    for element in Elements(body.blocks, tables: document.form.tables) {
      switch element {
      case .paragraph(let block):
        let isFact = facts.contains(block.source.lowerBound)
        let found = isFact ? nil : paragraphLabel(block)
        read(block, found.flatMap { counts($0) ? $0 : nil }, into: &points)
      case .table(let table, let block):
        let taken = read(table, in: block, label?.pointContext ?? pointContext, into: &points)
        label?.isUsed = true
        introduction = nil
        hasStructure = hasStructure || taken
        finishLabel(in: &points)
      case .list(let items):
        let announced = introduction.flatMap {
          Introduction.pointContext(of: document.prose($0), vocabulary)
        }
        read(
          items, label?.pointContext ?? announced.flatMap { reconciled($0) } ?? pointContext,
          into: &points)
        label?.isUsed = true
        introduction = nil
        hasStructure = true
        finishLabel(in: &points)
      }
    }
    finishLabel(in: &points)
    let tookNothing = points.count == before && points.diagnostics.count == noted
    if let pointContext, tookNothing, !hasStructure { readProse(pointContext, into: &points) }
  }

  /// What a paragraph says in its first words.
  private func paragraphLabel(_ block: Block) -> PointLabel? {
    pointLabel(block, PointLabel.Setting(namesBothSides: namesBothSides, mayBeBare: true))
  }

  /// Whether a paragraph's label is certain, or counts beside the others of the section.
  private mutating func counts(_ label: PointLabel) -> Bool {
    guard let saying = label.saying, saying.company != .any else { return true }
    if let company { return company.admits(saying) }
    var found = Company()
    for block in body.blocks where block.depth == 0 {
      if let saying = paragraphLabel(block)?.saying { found.append(saying) }
    }
    company = found
    return found.admits(saying)
  }

  /// Reads a paragraph: a label, a labelled point, a point below a label, or prose.
  private mutating func read(
    _ block: Block, _ found: PointLabel?, into points: inout PointCollection
  ) {
    if let found {
      finishLabel(in: &points)
      if found.isAll {
        label = Label(pointContext: resolved(found.pointContext), source: document.source(block))
      } else {
        points.append(
          paragraph: block, behind: found, as: resolved(found.pointContext), in: section,
          isLabelled: found.announces)
      }
      introduction = nil
      hasStructure = true
    } else if let title = document.boldTitle(block) {
      // Bold on a line of its own names what the labels below it are about.
      finishLabel(in: &points)
      option = Option(
        name: title.string,
        among: .lines(of: body.start))
      introduction = nil
      if pointContext != nil { prose.append(Prosaic(title: block)) }
    } else if let waiting = label, !document.form.endsInColon(block) {
      points.append(paragraph: block, as: waiting.pointContext, in: section, isLabelled: true)
      label?.isUsed = true
    } else {
      introduction = block
      // Prose states points only where the heading does.
      guard pointContext != nil else { return }
      if prose.last?.title == nil { prose.append(Prosaic(title: nil)) }
      prose[prose.count - 1].paragraphs.append(block)
    }
  }

  /// Ends the reach of a label, and notes one that announced nothing.
  private mutating func finishLabel(in points: inout PointCollection) {
    if let label, !label.isUsed { noteEmpty(label.source, in: &points) }
    label = nil
  }

  /// Takes a section without lists and labels: its paragraphs, or the heading with them where it is
  /// nested in a section that says what they are.
  private func readProse(_ pointContext: PointContext, into points: inout PointCollection) {
    if body.meaning == nil, let heading = body.heading {
      points.append(heading: heading, prose.flatMap(\.blocks), as: pointContext, in: section)
      return
    }
    for part in prose {
      if let title = part.title, !part.paragraphs.isEmpty {
        points.append(heading: title, part.paragraphs, as: pointContext, in: section)
      } else {
        for block in part.blocks { points.append(paragraph: block, as: pointContext, in: section) }
      }
    }
  }

  // MARK: Lists

  private func read(
    _ items: [ListItem], _ pointContext: PointContext?, into points: inout PointCollection
  ) {
    let mayOverride = pointContext.map { $0.kind.isSided } ?? true
    let hasSymbols = pointContext == nil && hasBothSymbols(items)
    // Most items state nothing themselves, so only those that do are kept.
    var stated: [(index: Int, label: PointLabel)] = []
    for index in items.indices where mayOverride {
      let setting = PointLabel.Setting(
        namesBothSides: namesBothSides && pointContext == nil, hasSymbols: hasSymbols,
        mayBeBare: !items[index].children.isEmpty)
      guard let label = pointLabel(items[index].block, setting) else { continue }
      // `- lower risks` with nothing below it is a point itself, and announces none.
      let isItem = label.isWide && label.isAll && items[index].isAlone
      if !isItem { stated.append((index, label)) }
    }
    if stated.contains(where: { $0.label.saying?.company ?? .any != .any }) {
      let company = Company(stated.compactMap(\.label.saying))
      stated.removeAll { !$0.label.counts(in: company) }
    }
    if pointContext == nil, stated.isEmpty || !namesBothSides && isFactBox(items) {
      return readNested(items, into: &points)
    }
    var next = 0
    for index in items.indices {
      if next < stated.count, stated[next].index == index {
        append(items[index], stated[next].label, below: pointContext, into: &points)
        next += 1
      } else if let pointContext {
        points.append(items[index], as: pointContext, in: section)
      }
    }
  }

  /// Takes an item that says its own side, or the items nested in one that says nothing else.
  private func append(
    _ item: ListItem, _ label: PointLabel, below outer: PointContext?,
    into points: inout PointCollection
  ) {
    let resolved = resolved(label.pointContext)
    let pointContext = resolved.subject == nil ? resolved.about(outer?.subject) : resolved
    guard label.isAll else {
      let parts = InlineList.parts(
        of: label.prose.text, from: label.rest, allowingCommas: false, vocabulary)
      if label.announces, parts.count > 1, item.children.isEmpty, item.continuations.isEmpty {
        points.append(
          paragraph: item.block, behind: label, as: pointContext, in: section, isLabelled: true)
      } else {
        points.append(item, behind: label, as: pointContext, in: section)
      }
      return
    }
    if item.children.isEmpty, item.continuations.isEmpty {
      noteEmpty(document.source(item.block), in: &points)
    }
    for paragraph in item.continuations {
      points.append(paragraph: paragraph, as: pointContext, in: section, isLabelled: true)
    }
    for child in item.children { points.append(child, as: pointContext, in: section) }
  }

  /// Looks for sides below items that have none: `- Gas oven` over `- Pros:` and `- Cons:`.
  private func readNested(_ items: [ListItem], into points: inout PointCollection) {
    var found = false
    for item in items where !item.children.isEmpty {
      let before = points.count
      let inner = SectionReader(
        document: document, body: body, pointContext: nil, namesBothSides: false,
        option: Option(
          name: PointText(document.prose(item.block), from: 0, vocabulary: vocabulary).name,
          among: .lines(of: items[0].block.source.lowerBound)))
      inner.read(item.children, nil, into: &points)
      found = found || points.count > before
    }
    guard !found, namesBothSides, let heading = body.heading else { return }
    points.note(
      .ambiguousList, .warning,
      "The heading names both sides, and the list below it does not say which item is on which; "
        + "none was taken.", at: document.source(heading))
  }

  /// Whether symbols show both sides among these items.
  private func hasBothSymbols(_ items: [ListItem]) -> Bool {
    var showsPro = false
    var showsCon = false
    for item in items {
      switch PointLabel.symbol(document.prose(item.block).text) {
      case .pro: showsPro = true
      case .con: showsCon = true
      default: break
      }
    }
    return showsPro && showsCon
  }

  // MARK: What is no label

  /// Where paragraphs begin that are `Key: value` lines among others whose keys are no labels.
  private func facts() -> Set<Int> {
    var facts: Set<Int> = []
    let blocks = body.blocks
    /// The first of the blocks that stand without a blank line between them.
    var runStart = blocks.startIndex
    for index in blocks.indices.dropFirst() {
      guard blocks[index].depth == 0,
        blocks[index - 1].range.upperBound == blocks[index].range.lowerBound
      else {
        runStart = index
        continue
      }
      if index > runStart + 1, facts.contains(blocks[index - 1].source.lowerBound) {
        facts.insert(blocks[index].source.lowerBound)
      } else if isForeignKey(blocks[index - 1]) || isForeignKey(blocks[index]) {
        facts.formUnion(blocks[runStart...index].map(\.source.lowerBound))
      }
    }
    return facts
  }

  private func isFactBox(_ items: [ListItem]) -> Bool {
    items.contains { isForeignKey($0.block) }
  }

  /// Whether a block is a short `Key: value` whose key is no label of ours.
  private func isForeignKey(_ block: Block) -> Bool {
    guard block.content.count <= 80 else { return false }
    let prose = document.prose(block)
    guard let leadIn = LeadIn.find(in: prose.text, from: 0, vocabulary),
      leadIn.rest < prose.text.count,
      prose.text[leadIn.label.upperBound] == UInt8(ascii: ":")
    else { return false }
    return PointLabel(prose, vocabulary) == nil
  }

  // MARK: Stances

  /// The stance that a block takes in its first words.
  private func pointLabel(_ block: Block, _ setting: PointLabel.Setting) -> PointLabel? {
    PointLabel(document.prose(block), vocabulary, setting)
  }

  /// A stance that the prose before a list announces. Below Non-Goals no list is one of goals: *This is
  /// not among our goals:* speaks of what the heading names.
  private func reconciled(_ announced: PointContext) -> PointContext? {
    if pointContext?.kind == .nonGoal, announced.kind == .objective { return nil }
    return resolved(announced)
  }

  /// A stance with what the section adds to it: the actor and the option.
  func resolved(_ pointContext: PointContext) -> PointContext {
    let pointContext = pointContext.completed(by: self.pointContext)
    return pointContext.kind.isSided && pointContext.subject == nil
      ? pointContext.about(option) : pointContext
  }

  private func noteEmpty(_ label: SourceRange, in points: inout PointCollection) {
    points.note(
      .emptyLabel, .info, "The label announces something, and nothing stands below it.", at: label)
  }
}

extension PointKind {
  /// Whether the kind is one side of an argument, so that an item may take another side than its
  /// heading.
  var isSided: Bool { self == .pro || self == .con || self == .neutral }
}
