/// A list item with what belongs to it.
struct ListItem {
  let block: Block
  /// Further paragraphs of the item.
  var continuations: [Block] = []
  /// Items nested in it.
  var children: [ListItem] = []

  /// Whether nothing belongs to it but its first paragraph.
  var isAlone: Bool { continuations.isEmpty && children.isEmpty }
}

/// A part of a section's text: a paragraph, a whole list, or a table.
enum Element {
  case paragraph(Block)
  case list([ListItem])
  case table(Table, Block)
}

/// Gathers blocks into paragraphs, lists and tables; a table inside an item is passed over.
///
/// Linear; nesting is as deep as ``Block/maximumDepth`` at most.
struct Elements: Sequence, IteratorProtocol {
  private let blocks: ArraySlice<Block>
  private let tables: [Table]
  private var index: Int

  init(_ blocks: ArraySlice<Block>, tables: [Table]) {
    self.blocks = blocks
    self.tables = tables
    index = blocks.startIndex
  }

  mutating func next() -> Element? {
    guard index < blocks.endIndex else { return nil }
    let block = blocks[index]
    if case .table(let table) = block.kind, tables.indices.contains(table) {
      index += 1
      return .table(tables[table], block)
    }
    if block.depth > 0 { return .list(items(depth: 1)) }
    index += 1
    return .paragraph(block)
  }

  /// The items of one list, and of the lists nested in them.
  private mutating func items(depth: Int) -> [ListItem] {
    var items: [ListItem] = []
    items.reserveCapacity(blocks[index...].prefix(8).prefix { $0.depth >= depth }.count)
    while index < blocks.endIndex, blocks[index].depth >= depth {
      let block = blocks[index]
      if case .table = block.kind {
        index += 1
        continue
      }
      if block.depth > depth, !items.isEmpty {
        items[items.count - 1].children += self.items(depth: depth + 1)
      } else if case .continuation = block.kind, !items.isEmpty {
        items[items.count - 1].continuations.append(block)
        index += 1
      } else {
        items.append(ListItem(block: block))
        index += 1
      }
    }
    return items
  }
}
