/// Takes the points of a document in the order in which they stand, and what was noticed.
struct PointCollection {
  /// A point of which the document may name the option that it is about.
  private struct Choice {
    let kind: PointKind
    let index: Int
    let option: Option
  }

  let document: Document
  private var lists: [BoundedList<Point>]
  private var choices: [Choice] = []
  private(set) var diagnostics: BoundedList<Diagnostic>
  /// The details of all points.
  private var details: BoundedList<Void>
  /// Where a list was last noted as ambiguous.
  private var ambiguous: SourceRange?
  /// How many points were taken so far, those beyond the limit among them.
  private(set) var count = 0

  /// Takes points of a document, within limits, behind what was noticed of it before.
  init(_ document: Document, _ limits: ParsingLimits, diagnostics: BoundedList<Diagnostic>) {
    self.document = document
    self.diagnostics = diagnostics
    lists = PointKind.allCases.map { _ in BoundedList(limit: limits.pieces) }
    details = BoundedList(limit: limits.pieces)
  }

  /// Notes something. That a heading leaves its lists ambiguous is noted once, however many they are:
  /// each note has the heading as its quote.
  mutating func note(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ message: @autoclosure () -> String,
    at source: SourceRange
  ) {
    if code == .ambiguousList {
      guard ambiguous != source else { return }
      ambiguous = source
    }
    diagnostics.append(
      Diagnostic(code: code, severity: severity, message: message(), source: source), at: source)
  }

  /// What the document holds beyond the limits.
  var omissions: Omissions {
    var omissions = Omissions()
    for kind in PointKind.allCases { omissions.add(lists[kind.place], kind.pluralName) }
    omissions.add(details, "details")
    omissions.add(diagnostics, "diagnostics")
    return omissions
  }

  /// Takes a list item and what belongs to it.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - label: what the item says its stance with, behind which the point begins; `nil` where it
  ///     says none: then the point begins behind its symbols.
  ///   - pointContext: what the point is.
  ///   - section: the section's id.
  mutating func append(
    _ item: ListItem, behind label: PointLabel? = nil, as pointContext: PointContext,
    in section: String
  ) {
    let prose = label?.prose ?? document.prose(item.block)
    let start = label?.rest ?? PointLabel.afterSymbols(prose.text)
    if PointText.isPlaceholder(prose.text, from: start, document.vocabulary) {
      return notePlaceholder(prose, at: document.source(item.block))
    }
    let further = item.continuations.isEmpty ? [] : item.continuations.map(document.prose)
    let text = PointText(prose, from: start, further: further, vocabulary: document.vocabulary)
    guard !text.text.isEmpty else { return }
    let end = item.continuations.last?.source.upperBound ?? item.block.source.upperBound
    let bytes = item.block.source.lowerBound..<max(end, item.block.source.upperBound)
    let rule: Rule =
      label != nil ? .stanceItem : text.label == nil ? .listItem : .labelledListItem
    let number = if case .item(let marker) = item.block.kind { marker.number } else { Int?.none }
    append(
      text, as: pointContext, rule, in: section,
      at: SourceRange(bytes: bytes, line: item.block.line), number: number,
      children: item.children)
  }

  /// Takes a paragraph, or the parts of one that a label names: `Pros: quiet; narrow`.
  ///
  /// - Parameters:
  ///   - block: the paragraph.
  ///   - label: a label with which it begins, behind which the point stands.
  ///   - pointContext: what the point is.
  ///   - section: the section's id.
  ///   - isLabelled: whether a label, of its own or before it, announces the point.
  mutating func append(
    paragraph block: Block, behind label: PointLabel? = nil, as pointContext: PointContext,
    in section: String, isLabelled: Bool = false
  ) {
    let prose = label?.prose ?? document.prose(block)
    let start = label?.rest ?? 0
    if PointText.isPlaceholder(prose.text, from: start, document.vocabulary) {
      return notePlaceholder(prose, at: document.source(block))
    }
    if isLabelled {
      let parts = InlineList.parts(
        of: prose.text, from: start, allowingCommas: true, document.vocabulary)
      if parts.count > 1 {
        return append(parts, of: prose, block, as: pointContext, in: section)
      }
    }
    let text = PointText(prose, from: start, vocabulary: document.vocabulary)
    guard !text.text.isEmpty else { return }
    let rule: Rule = isLabelled || text.label != nil ? .labelledParagraph : .paragraph
    append(text, as: pointContext, rule, in: section, at: document.source(block))
  }

  /// Takes a heading with the paragraphs below it.
  mutating func append(
    heading: Block, _ paragraphs: [Block], as pointContext: PointContext, in section: String
  ) {
    guard let last = paragraphs.last else { return }
    let title = document.prose(heading)
    let parts = HeadingParts(title.text)
    let name = title[parts.start..<title.text.count]
    // A heading of an image or of symbols alone names nothing.
    let text = PointText(
      label: name.saysSomething ? name : nil, text: document.form.string(of: paragraphs))
    guard !text.text.isEmpty else { return }
    append(
      text, as: pointContext, .subHeading, in: section,
      at: SourceRange(
        bytes: heading.source.lowerBound..<last.source.upperBound, line: heading.line),
      number: parts.number?.last)
  }

  /// Takes a cell of a table; one that is empty or says that there is nothing is none.
  mutating func append(
    cell: Range<Int>, of block: Block, as pointContext: PointContext, in section: String,
    at source: SourceRange
  ) {
    let prose = document.form.prose(cell, in: block)
    if PointText.isPlaceholder(prose.text, document.vocabulary) {
      return notePlaceholder(prose, at: source)
    }
    let start = PointLabel.afterSymbols(prose.text)
    let text = PointText(prose, from: start, vocabulary: document.vocabulary)
    let says = prose.text.part(start..<prose.text.count).contains {
      $0.isLetter || $0.isDigit || $0 >= 0x80 && $0 != 0xE2
    }
    guard says, !text.text.isEmpty else { return }
    append(text, as: pointContext, .tableCell, in: section, at: source)
  }

  private mutating func append(
    _ parts: [Range<Int>], of prose: Prose, _ block: Block, as pointContext: PointContext,
    in section: String
  ) {
    var lines = LineCounter(block, of: document.text)
    for part in parts {
      let place = lines.source(prose.source(of: part))
      append(
        PointText(label: nil, text: prose[part]), as: pointContext, .inlineList, in: section,
        at: place)
    }
  }

  private mutating func append(
    _ text: consuming PointText, as pointContext: PointContext, _ rule: Rule, in section: String,
    at source: SourceRange, number: Int? = nil, children: [ListItem] = []
  ) {
    let index = lists[pointContext.kind.place].count
    let hasRoom = lists[pointContext.kind.place].hasRoom
    count += 1
    var details: [Point.Detail] = []
    for child in children { append(child, to: &details, isMade: hasRoom) }
    guard hasRoom else { return lists[pointContext.kind.place].omit(at: source) }
    if let option = pointContext.subject {
      choices.append(Choice(kind: pointContext.kind, index: index, option: option))
    }
    if index == 0 { lists[pointContext.kind.place].reserveCapacity(8) }
    lists[pointContext.kind.place].append(
      Point(
        id: PointIDs.id(pointContext.kind, index + 1), number: number, label: text.label,
        text: text.text, qualifier: pointContext.qualifier, subject: nil, actor: pointContext.actor,
        section: section, rule: rule, source: source, details: details), at: source)
  }

  private mutating func notePlaceholder(_ prose: Prose, at source: SourceRange) {
    note(
      .placeholder, .info, "“\(prose.string)” says that there is no item; none was taken.",
      at: source)
  }

  /// Adds an item and those nested in it, unless the point that they belong to is not made.
  private mutating func append(
    _ item: ListItem, to details: inout [Point.Detail], isMade: Bool
  ) {
    let source = document.source(item.block)
    let text = document.form.string(of: [item.block] + item.continuations)
    if !text.isEmpty, isMade, self.details.hasRoom {
      self.details.append((), at: source)
      details.append(Point.Detail(text: text, source: source))
    } else if !text.isEmpty {
      self.details.omit(at: source)
    }
    for child in item.children { append(child, to: &details, isMade: isMade) }
  }

  /// Names the option that each point is about, where the document weighs several.
  mutating func nameOptions() {
    guard !choices.isEmpty else { return }
    let options = Dictionary(grouping: Set(choices.map(\.option)), by: \.among)
    for choice in choices where options[choice.option.among, default: []].count > 1 {
      lists[choice.kind.place].change(choice.index) { $0.subject = choice.option.name }
    }
  }

  /// The points of a kind, in the order in which they stand.
  subscript(kind: PointKind) -> [Point] { lists[kind.place].pieces }
}

extension PointKind {
  /// What several of the kind are called in messages.
  fileprivate var pluralName: String {
    switch self {
    case .objective: "objectives"
    case .nonGoal: "non-goals"
    case .pro: "pros"
    case .con: "cons"
    case .neutral: "neutral points"
    case .takeaway: "takeaways"
    }
  }
}

/// The ids of points: `pro-1`, `non-goal-2`.
private enum PointIDs {
  /// Those that most documents have no more of, made once.
  private static let first = PointKind.allCases.map { kind in
    (1...32).map { make(kind, $0) }
  }

  static func id(_ kind: PointKind, _ number: Int) -> String {
    let known = first[kind.place]
    return number <= known.count ? known[number - 1] : make(kind, number)
  }

  private static func make(_ kind: PointKind, _ number: Int) -> String {
    "\(kind.rawValue)-\(number)"
  }
}
