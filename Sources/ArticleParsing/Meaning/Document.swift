/// A document of which it is settled what is a heading and what belongs to an item: what the meaning is
/// read from.
///
/// A class, because every reader of the meaning holds it, and a value of so many arrays would be copied
/// array by array.
final class Document: Sendable {
  /// What it looks like.
  let form: DocumentForm
  let vocabulary: Vocabulary
  /// What the words of its headings say, where they had to be asked for the form to be settled.
  private let headings: HeadingReadings

  /// Settles the form of a document by its words. Linear.
  init(_ form: consuming DocumentForm, _ vocabulary: Vocabulary) {
    var judge = HeadingJudge(vocabulary)
    form.settleHeadings { judge.level(of: $0, $1) }
    if !form.marksUpItems {
      form.joinToItems(NumberedItems.paragraphs(between: form, vocabulary))
    }
    headings = judge.readings
    self.form = form
    self.vocabulary = vocabulary
  }

  var text: SourceText { form.text }
  var blocks: [Block] { form.blocks }

  /// A heading, by its index among the blocks: its text, rendered, and what that says. The reading's
  /// places are that text's own.
  func heading(_ index: Int) -> (text: Excerpt, reading: HeadingReading) {
    let text = form.prose(blocks[index]).text
    if let reading = headings[index] { return (text, reading) }
    return (text, HeadingReading(text, HeadingParts(text), vocabulary))
  }

  /// A block's text, rendered. Constant time.
  func prose(_ block: Block) -> Prose { form.prose(block) }

  /// The place of a whole block.
  func source(_ block: Block) -> SourceRange { form.source(block) }

  /// A block that is bold as a whole, rendered, where it is short enough to be a title.
  func boldTitle(_ block: Block) -> Prose? {
    // Text that is rendered as it stands has no mark-up.
    guard block.rendering != nil else { return nil }
    let prose = form.prose(block)
    return prose.isStrong && prose.text.count <= Self.longestBoldTitle ? prose : nil
  }

  /// Bold text of more bytes is emphasis and no title.
  private static let longestBoldTitle = 240

  /// Whether a block, by its index, is a line of the page and not of the article. No heading that was
  /// found to say something is.
  func isFurniture(at index: Int) -> Bool {
    headings[index]?.meaning == nil && isFurniture(blocks[index])
  }

  /// Whether a block is a line of the page and not of the article: `Share this`, `Advertisement`.
  func isFurniture(_ block: Block) -> Bool {
    guard block.content.count <= Self.longestMarkedUpFurniture,
      block.isHeading || block.isParagraph
    else { return false }
    let text = form.prose(block).text
    guard text.count <= Self.longestFurniture, text.mayHave(vocabulary.furnitureWords) else {
      return false
    }
    return Words(text, limit: 8).phrase.map(vocabulary.furniture.contains) ?? false
  }

  /// No line of a page has more bytes.
  private static let longestFurniture = 60
  /// The same with its mark-up, such as an address.
  private static let longestMarkedUpFurniture = 400
}
