/// What one document argues: the result of parsing, and what the service stores and answers.
///
/// Every position in it is a range of ``text``, the canonical text, in UTF-8 bytes; the text of a
/// range is its quote.
package struct Article: Sendable, Equatable {
  /// The canonical text: for plain text and Markdown the submitted document in UTF-8.
  package var text: SourceText
  /// The kind of document that was read.
  package var media: DocumentMedia
  /// The language as a BCP 47 tag, such as `en`; `nil` when it was neither declared nor recognised.
  package var language: String?
  /// The headline; `nil` for a document that has none.
  package var title: String?
  /// The short paragraph, set apart, between headline and body.
  package var standfirst: String?
  /// Who wrote it, without the `By`.
  package var byline: String?
  /// The date of publication as `YYYY-MM-DD`.
  package var publishedAt: String?
  /// The keywords that the document's metadata gives it.
  package var tags: [String] = []
  /// Sizes of the canonical text.
  package var statistics: Statistics
  /// The sections, flat, in document order.
  package var sections: [Section] = []
  /// What the actor wants.
  package var objectives: [Point] = []
  /// What is expressly not aimed at.
  package var nonGoals: [Point] = []
  /// What speaks for it.
  package var pros: [Point] = []
  /// What speaks against it.
  package var cons: [Point] = []
  /// Points stated to be neither.
  package var neutral: [Point] = []
  /// What to take away.
  package var takeaways: [Point] = []
  /// What may come next; `nil` when there is no outlook section.
  package var outlook: Outlook?
  /// What the reader is asked to do; `nil` when there is no such section.
  package var callToAction: CallToAction?
  /// What was noticed on the way: the article is whole without them.
  package var diagnostics: [Diagnostic] = []
  /// The ``ArticleParser/version`` of the parser that read it.
  package var parserVersion = ""

  /// The points of one kind.
  package subscript(kind: PointKind) -> [Point] {
    switch kind {
    case .objective: objectives
    case .nonGoal: nonGoals
    case .pro: pros
    case .con: cons
    case .neutral: neutral
    case .takeaway: takeaways
    }
  }
}

/// The six kinds of point.
package enum PointKind: String, Sendable, Hashable, CaseIterable {
  case objective
  case nonGoal = "non-goal"
  case pro
  case con
  case neutral
  case takeaway

  /// The kind's place among all kinds.
  package var place: Int {
    switch self {
    case .objective: 0
    case .nonGoal: 1
    case .pro: 2
    case .con: 3
    case .neutral: 4
    case .takeaway: 5
    }
  }
}

/// Sizes of an article.
package struct Statistics: Sendable, Equatable {
  /// Runs of characters between white space; kana and CJK ideographs count one by one.
  package var words = 0
  /// Unicode code points of the canonical text.
  package var characters = 0
  /// `words` at 230 a minute, rounded up; at least 1 when there is a word.
  package var readingMinutes = 0
}

/// A stretch of the article under one heading.
package struct Section: Sendable, Equatable {
  /// What a section is for, as its heading says.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case introduction, summary, context, analysis, objectives, prosAndCons, pros, cons, takeaways
    case outlook, callToAction, conclusion, other
  }

  /// A slug of the heading up to its colon, unique in the article.
  package var id: String
  package var kind: Kind
  /// The heading word for word; `nil` for the text before the first heading.
  package var heading: String?
  /// The depth of the heading, 1 for the outermost.
  package var level: Int
  /// The section that this one is nested in.
  package var parent: String?
  /// From the heading to the end of the section's own text.
  package var source: SourceRange
  /// Where the section's own paragraphs and list items stand; a ``ParagraphRenderer`` renders
  /// them.
  package var paragraphs: [SourceRange]
}

/// One objective, non-goal, pro, con, neutral point or takeaway.
package struct Point: Sendable, Equatable {
  /// A point below a point: an item of a nested list.
  package struct Detail: Sendable, Equatable {
    package var text: String
    package var source: SourceRange
  }

  /// The kind and the place among its kind: `pro-1`.
  package var id: String
  /// The item's own number.
  package var number: Int?
  /// The lead-in, without its mark.
  package var label: String?
  /// The item's own paragraphs as plain text, without the label.
  package var text: String
  /// The adjective before the polarity word, in lower case: `potential`.
  package var qualifier: String?
  /// The option that the point is about, where the document weighs several.
  package var subject: String?
  /// Whose objective it is.
  package var actor: String?
  /// The id of the nearest section.
  package var section: String
  /// Why it was taken.
  package var rule: Rule
  /// The item with its marker, without nested items.
  package var source: SourceRange
  package var details: [Detail] = []
}

/// The structure that states a point: why an item was taken.
package enum Rule: String, Sendable, Hashable, CaseIterable {
  /// A list item under a heading or label of the vocabulary.
  case listItem = "list-item"
  /// The same, with a lead-in of its own: `1. Recognition: …`.
  case labelledListItem = "labelled-list-item"
  /// A list item that says its own side: `- Pro: …`, `Good, because …`, `✅ …`.
  case stanceItem = "stance-item"
  /// A heading, with text, below a heading of the vocabulary.
  case subHeading = "sub-heading"
  /// A cell of a table whose column or row says what it holds.
  case tableCell = "table-cell"
  /// A part of a line that names the kind and the points: `Pros: quiet; cheap`.
  case inlineList = "inline-list"
  /// A paragraph that begins with a lead-in, below a heading or label of the vocabulary.
  case labelledParagraph = "labelled-paragraph"
  /// A paragraph of a section whose heading says what it is and that holds no list.
  case paragraph = "paragraph"
}

/// What may come next.
package struct Outlook: Sendable, Equatable {
  /// A sentence that says what follows from what.
  package struct Scenario: Sendable, Equatable {
    /// The condition, without its *if*.
    package var condition: String
    /// What follows, without *then*, with its full stop.
    package var consequence: String
    /// The sentence.
    package var source: SourceRange
  }

  /// The id of the outlook section.
  package var section: String
  package var scenarios: [Scenario]
}

/// What the reader is asked to do.
package struct CallToAction: Sendable, Equatable {
  /// The id of its section.
  package var section: String
  /// The section's paragraphs, joined by a space.
  package var text: String
  /// From the first paragraph to the last.
  package var source: SourceRange
}

/// Something noticed while reading; never a failure.
package struct Diagnostic: Sendable, Equatable {
  /// How much it matters.
  package enum Severity: String, Sendable { case info, warning }

  /// What was noticed.
  package enum Code: String, Sendable, CaseIterable {
    /// The title stands twice; the second is no content.
    case duplicateTitle = "duplicate-title"
    /// A section of the vocabulary that holds nothing.
    case emptySection = "empty-section"
    /// A label of the vocabulary with nothing under it.
    case emptyLabel = "empty-label"
    /// An item such as `None` or `N/A`.
    case placeholder
    /// A heading that names both sides over an undivided list.
    case ambiguousList = "ambiguous-list"
    /// A heading that looks like one of the vocabulary but was not taken.
    case unrecognisedHeading = "unrecognised-heading"
    /// The document holds more pieces of a kind than are made of one; the message counts the others.
    case tooManyPieces = "too-many-pieces"
  }

  package var code: Code
  package var severity: Severity
  package var message: String
  package var source: SourceRange
}
