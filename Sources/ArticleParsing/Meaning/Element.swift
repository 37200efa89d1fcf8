/// A list item with what belongs to it.
struct ListItem {
  let block: Block
  /// Further paragraphs of the item.
  var continuations: [Block] = []
  /// Items nested in it.
  var children: [ListItem] = []
}

/// A part of a section's text: a paragraph, a whole list, or a table.
enum Element {
  case paragraph(Block)
  case list([ListItem])
  case table(Table, Block)

  /// Gathers blocks into paragraphs, lists and tables; a table inside an item is passed over. Linear; nesting is as deep as
  /// ``Block/maximumDepth`` at most.
  static func elements(of blocks: [Block], tables: [Table]) -> [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(min(blocks.count, 8))
    var index = 0
    while index < blocks.count {
      if case .table(let table) = blocks[index].kind, tables.indices.contains(table) {
        elements.append(.table(tables[table], blocks[index]))
        index += 1
      } else if blocks[index].depth == 0 {
        elements.append(.paragraph(blocks[index]))
        index += 1
      } else {
        elements.append(.list(items(in: blocks, from: &index, depth: 1)))
      }
    }
    return elements
  }

  /// The items of one list, from an index on, and of the lists nested in them.
  private static func items(in blocks: [Block], from index: inout Int, depth: Int) -> [ListItem] {
    var items: [ListItem] = []
    items.reserveCapacity(blocks[index...].prefix(8).prefix { $0.depth >= depth }.count)
    while index < blocks.count, blocks[index].depth >= depth {
      let block = blocks[index]
      if case .table = block.kind {
        index += 1
        continue
      }
      if block.depth > depth, !items.isEmpty {
        items[items.count - 1].children += self.items(in: blocks, from: &index, depth: depth + 1)
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
