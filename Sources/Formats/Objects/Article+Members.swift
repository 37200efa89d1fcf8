package import ArticleParsing
import JSON

// The objects that are read in a document, each with its members in the order in which they are
// written, their schemas, and what a value has of them.

extension SourceRange {
  /// A place, in the unit of `places`; the quotation straight from the text.
  package static func describe(
    _ source: SourceRange?, at places: TextOffsets?, to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always(
      "start", .integer("Where it begins in the canonical text, in the unit of offsets."),
      source.flatMap { places?[$0.bytes.lowerBound] })
    sink.always(
      "end", .integer("Behind its last character."),
      source.flatMap { places?[$0.bytes.upperBound] })
    sink.always(
      "line", .integer("The line it begins on, counted from 1.", from: 1), source?.line)
    sink.always(
      "quote", .string("What stands there."), source.flatMap { places?.text.quotation(of: $0) }
    ) { json, quotation in
      json.string(utf8: quotation)
    }
  }
}

extension SourceText {
  /// What stands in a range. The parser's ranges are within its text; were one not, the quotation would
  /// be short, and the process would live.
  fileprivate func quotation(of source: SourceRange) -> ArraySlice<UInt8> {
    utf8[source.bytes.clamped(to: utf8.indices)]
  }
}

extension MemberSink where Self: ~Copyable {
  /// The place that every object of an article has.
  @inline(__always)
  package mutating func place(_ source: SourceRange?, at places: TextOffsets?) {
    always("source", .reference(.source), source) { json, source in
      json.object { SourceRange.describe(source, at: places, to: &$0) }
    }
  }
}

/// Two values, where both are there.
private func both<One, Other>(_ one: One?, _ other: Other?) -> (One, Other)? {
  guard let one, let other else { return nil }
  return (one, other)
}

extension Statistics {
  static func describe(_ statistics: Statistics?, to sink: inout some MemberSink & ~Copyable) {
    sink.always(
      "words", .integer("Kana and Chinese characters count one by one."), statistics?.words)
    sink.always("characters", .integer("Unicode code points."), statistics?.characters)
    sink.always(
      "readingMinutes", .integer("At 230 words a minute, rounded up."), statistics?.readingMinutes)
  }
}

extension Section {
  /// A section, with its paragraphs where there is one to render them.
  package static func describe(
    _ section: Section?, at places: TextOffsets?, rendering renderer: ParagraphRenderer?,
    to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always("id", .string("A slug of the heading, unique in the article."), section?.id)
    sink.always(
      "kind", .choice("What the heading says it is.", Section.Kind.allCases.map(\.rawValue)),
      section?.kind.rawValue)
    sink.maybe(
      "heading", .string("Word for word; not there before the first heading."), section?.heading)
    sink.always(
      "level", .integer("The depth of the heading, 1 for the outermost."), section?.level)
    sink.maybe(
      "parent", .string("The id of the section that this one is nested in."), section?.parent)
    sink.place(section?.source, at: places)
    sink.maybe(
      "paragraphs", .array(of: .string("As plain text."), "With include=paragraphs."),
      both(section?.paragraphs, renderer)
    ) { json, rendered in
      json.array(rendered.0) { json, range in json.string(rendered.1.paragraph(at: range)) }
    }
  }
}

extension Point {
  /// A point.
  package static func describe(
    _ point: Point?, at places: TextOffsets?, to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always(
      "id", .string("The kind and the place among its kind.", example: "pro-1"), point?.id)
    sink.maybe("number", .integer("The item's own number.", from: nil), point?.number)
    sink.maybe("label", .string("The lead-in, without its mark."), point?.label)
    sink.always(
      "text", .string("The item's own paragraphs as plain text, without the label."), point?.text)
    sink.maybe(
      "qualifier", .string("The adjective before the polarity word.", example: "potential"),
      point?.qualifier)
    sink.maybe(
      "subject", .string("The option that the point is about, where several are weighed."),
      point?.subject)
    sink.maybe("actor", .string("Whose objective it is."), point?.actor)
    sink.maybe(
      "details", .array(of: .reference(.detail), "Nested items."),
      point.flatMap { $0.details.isEmpty ? nil : $0.details }
    ) { json, details in
      json.array(details) { json, detail in
        json.object { Point.Detail.describe(detail, at: places, to: &$0) }
      }
    }
    sink.always("section", .string("The id of the nearest section."), point?.section)
    sink.always(
      "rule", .choice("Why it was taken.", Rule.allCases.map(\.rawValue)), point?.rule.rawValue)
    sink.place(point?.source, at: places)
  }
}

extension Point.Detail {
  static func describe(
    _ detail: Point.Detail?, at places: TextOffsets?, to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always("text", .string("As plain text."), detail?.text)
    sink.place(detail?.source, at: places)
  }
}

extension Outlook {
  /// An outlook.
  package static func describe(
    _ outlook: Outlook?, at places: TextOffsets?, to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always("section", .string("The id of its section."), outlook?.section)
    sink.always("scenarios", .array(of: .reference(.scenario)), outlook?.scenarios) {
      json, scenarios in
      json.array(scenarios) { json, scenario in
        json.object { Scenario.describe(scenario, at: places, to: &$0) }
      }
    }
  }
}

extension Outlook.Scenario {
  static func describe(
    _ scenario: Outlook.Scenario?, at places: TextOffsets?,
    to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always("condition", .string("Without its *if*."), scenario?.condition)
    sink.always(
      "consequence", .string("Without *then*, with its full stop."), scenario?.consequence)
    sink.place(scenario?.source, at: places)
  }
}

extension CallToAction {
  /// A call to action.
  package static func describe(
    _ call: CallToAction?, at places: TextOffsets?, to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always("section", .string("The id of its section."), call?.section)
    sink.always("text", .string("Its paragraphs, joined by a space."), call?.text)
    sink.place(call?.source, at: places)
  }
}

extension Diagnostic {
  /// A diagnostic.
  package static func describe(
    _ diagnostic: Diagnostic?, at places: TextOffsets?, to sink: inout some MemberSink & ~Copyable
  ) {
    sink.always(
      "code", .choice("What was noticed.", Diagnostic.Code.allCases.map(\.rawValue)),
      diagnostic?.code.rawValue)
    sink.always(
      "severity", .choice("How much it matters.", ["info", "warning"]),
      diagnostic?.severity.rawValue)
    sink.always("message", .string("In words."), diagnostic?.message)
    sink.place(diagnostic?.source, at: places)
  }
}
