/// Reads the points of one section: which of its lists and paragraphs state any, and what they are.
struct SectionReader: ~Copyable {
  let document: Document
  let passage: Outline.Passage
  /// What the section's own heading says its points are, or the heading of one it is nested in.
  let stance: Stance?
  /// Whether the heading names two sides, so that each list must say which it is.
  let namesBothSides: Bool
  /// The option that the heading names, where it may name one.
  private(set) var option: Option?

  private var vocabulary: Vocabulary { document.vocabulary }
  var section: String { passage.id }

  /// A label that waits for what it announces.
  private struct Label {
    let stance: Stance
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

  init(
    document: Document, passage: Outline.Passage, stance: Stance?, namesBothSides: Bool,
    option: Option?
  ) {
    self.document = document
    self.passage = passage
    self.stance = stance
    self.namesBothSides = namesBothSides
    self.option = option
  }

  /// Takes the section's points. Linear in the section.
  mutating func read(into points: inout PointCollection) {
    let before = points.count
    let noted = points.diagnostics.count
    let facts = facts()
    for element in Elements(passage.blocks, tables: document.tables) {
      switch element {
      case .paragraph(let block):
        let isFact = facts.contains(block.source.lowerBound)
        let setting = StanceLabel.Setting(namesBothSides: namesBothSides, mayBeBare: true)
        read(block, isFact ? nil : stanceLabel(block, setting), into: &points)
      case .table(let table, let block):
        let taken = read(table, in: block, label?.stance ?? stance, into: &points)
        label?.isUsed = true
        introduction = nil
        hasStructure = hasStructure || taken
        finishLabel(in: &points)
      case .list(let items):
        let announced = introduction.flatMap {
          Introduction.stance(of: document.prose($0), vocabulary)
        }
        read(items, label?.stance ?? announced.flatMap { reconciled($0) } ?? stance, into: &points)
        label?.isUsed = true
        introduction = nil
        hasStructure = true
        finishLabel(in: &points)
      }
    }
    finishLabel(in: &points)
    let tookNothing = points.count == before && points.diagnostics.count == noted
    if let stance, tookNothing, !hasStructure { readProse(stance, into: &points) }
  }

  /// Reads a paragraph: a label, a labelled point, a point below a label, or prose.
  private mutating func read(
    _ block: Block, _ found: StanceLabel?, into points: inout PointCollection
  ) {
    if let found {
      finishLabel(in: &points)
      if found.isAll {
        label = Label(stance: resolved(found.stance), source: document.source(block))
      } else {
        points.take(
          paragraph: block, behind: found, as: resolved(found.stance), in: section,
          isLabelled: found.announces)
      }
      introduction = nil
      hasStructure = true
    } else if let title = document.boldTitle(block) {
      // Bold on a line of its own names what the labels below it are about.
      finishLabel(in: &points)
      option = Option(
        name: title.string,
        among: .lines(of: passage.start))
      introduction = nil
      if stance != nil { prose.append(Prosaic(title: block)) }
    } else if let waiting = label, !document.endsInColon(block) {
      points.take(paragraph: block, as: waiting.stance, in: section, isLabelled: true)
      label?.isUsed = true
    } else {
      introduction = block
      // Prose states points only where the heading does.
      guard stance != nil else { return }
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
  private func readProse(_ stance: Stance, into points: inout PointCollection) {
    if passage.wording == nil, let heading = passage.heading {
      points.take(heading: heading, prose.flatMap(\.blocks), as: stance, in: section)
      return
    }
    for part in prose {
      if let title = part.title, !part.paragraphs.isEmpty {
        points.take(heading: title, part.paragraphs, as: stance, in: section)
      } else {
        for block in part.blocks { points.take(paragraph: block, as: stance, in: section) }
      }
    }
  }

  // MARK: Lists

  private func read(
    _ items: [ListItem], _ stance: Stance?, into points: inout PointCollection
  ) {
    let mayOverride = stance.map { $0.kind.isSided } ?? true
    let hasSymbols = stance == nil && hasBothSymbols(items)
    // Most items state nothing themselves, so only those that do are kept.
    var stated: [(index: Int, label: StanceLabel)] = []
    for index in items.indices where mayOverride {
      let setting = StanceLabel.Setting(
        namesBothSides: namesBothSides && stance == nil, hasSymbols: hasSymbols,
        mayBeBare: !items[index].children.isEmpty)
      if let label = stanceLabel(items[index].block, setting) { stated.append((index, label)) }
    }
    if stance == nil, stated.isEmpty || !namesBothSides && isFactBox(items) {
      return readNested(items, into: &points)
    }
    var next = 0
    for index in items.indices {
      if next < stated.count, stated[next].index == index {
        take(items[index], stated[next].label, below: stance, into: &points)
        next += 1
      } else if let stance {
        points.take(items[index], as: stance, in: section)
      }
    }
  }

  /// Takes an item that says its own side, or the items nested in one that says nothing else.
  private func take(
    _ item: ListItem, _ label: StanceLabel, below outer: Stance?, into points: inout PointCollection
  ) {
    let resolved = resolved(label.stance)
    let stance = resolved.subject == nil ? resolved.about(outer?.subject) : resolved
    guard label.isAll else {
      let parts = InlineList.parts(
        of: label.prose.text, from: label.rest, allowingCommas: false, vocabulary)
      if label.announces, parts.count > 1, item.children.isEmpty, item.continuations.isEmpty {
        points.take(
          paragraph: item.block, behind: label, as: stance, in: section, isLabelled: true)
      } else {
        points.take(item, behind: label, as: stance, in: section)
      }
      return
    }
    if item.children.isEmpty, item.continuations.isEmpty {
      noteEmpty(document.source(item.block), in: &points)
    }
    for paragraph in item.continuations {
      points.take(paragraph: paragraph, as: stance, in: section, isLabelled: true)
    }
    for child in item.children { points.take(child, as: stance, in: section) }
  }

  /// Looks for sides below items that have none: `- Gas oven` over `- Pros:` and `- Cons:`.
  private func readNested(_ items: [ListItem], into points: inout PointCollection) {
    var found = false
    for item in items where !item.children.isEmpty {
      let before = points.count
      let inner = SectionReader(
        document: document, passage: passage, stance: nil, namesBothSides: false,
        option: Option(
          name: PointText(document.prose(item.block), from: 0, vocabulary: vocabulary).name,
          among: .lines(of: items[0].block.source.lowerBound)))
      inner.read(item.children, nil, into: &points)
      found = found || points.count > before
    }
    guard !found, namesBothSides, let heading = passage.heading else { return }
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
      switch document.symbol(item.block) {
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
    let blocks = passage.blocks
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
    return StanceLabel(prose, vocabulary) == nil
  }

  // MARK: Stances

  /// The stance that a block takes in its first words.
  private func stanceLabel(_ block: Block, _ setting: StanceLabel.Setting) -> StanceLabel? {
    guard setting.namesBothSides || setting.hasSymbols || document.mayBeginWithLabel(block) else {
      return nil
    }
    return StanceLabel(document.prose(block), vocabulary, setting)
  }

  /// A stance that the prose before a list announces, unless the heading says something else that
  /// prose cannot turn into it: below Non-Goals no list is one of goals.
  private func reconciled(_ announced: Stance) -> Stance? {
    guard let stance, stance.kind != announced.kind else { return resolved(announced) }
    return stance.kind.isSided && announced.kind.isSided ? resolved(announced) : nil
  }

  /// A stance with what the section adds to it: the actor and the option.
  func resolved(_ stance: Stance) -> Stance {
    let stance = stance.completed(by: self.stance)
    return stance.kind.isSided && stance.subject == nil ? stance.about(option) : stance
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
