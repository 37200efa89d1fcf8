/// Numbered items whose further paragraphs are not indented.
enum NumberedItems {
  /// The indices of paragraphs that stand between item *n* and item *n* + 1 of a numbered list and belong
  /// to item *n*: those where both items have lead-ins, since then each is a small section of its own.
  /// Linear in the blocks.
  static func paragraphs(between form: DocumentForm, _ vocabulary: Vocabulary) -> [Int] {
    func hasLeadIn(_ index: Int) -> Bool {
      let text = form.prose(form.blocks[index]).text
      return LeadIn.find(in: text, from: 0, vocabulary).map { $0.rest < text.count } ?? false
    }
    var joined: [Int] = []
    var last: Marker?
    var owner = 0
    var between: [Int] = []
    for (index, block) in form.blocks.enumerated() {
      switch block.kind {
      case .item(let marker) where block.depth == 1:
        if let last, !between.isEmpty, marker.follows(last), hasLeadIn(index), hasLeadIn(owner) {
          joined += between
        }
        last = marker.number == nil ? nil : marker
        owner = index
        between.removeAll(keepingCapacity: true)
      case .paragraph:
        guard last != nil else { break }
        if between.count < longestItem, form.prose(block).text.last != UInt8(ascii: ":") {
          between.append(index)
        } else {
          last = nil
        }
      case .heading, .separator, .table, .code, .markup, .definition, .frontMatter: last = nil
      case .blank, .item, .continuation: break
      }
    }
    return joined
  }

  /// An item has at most so many further paragraphs.
  private static let longestItem = 4
}
