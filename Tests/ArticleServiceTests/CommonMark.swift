import CMarkdown

/// How another's parser reads Markdown: what a brief is held to.
enum CommonMark {
  /// A block that holds text, and that text without the markup.
  struct Block: Equatable {
    /// `heading 2`, `paragraph`, or `item` with its depth: `item 1`.
    var kind: String
    var text: String
  }

  /// The blocks with text, in order, and the types of all nodes.
  static func read(_ bytes: [UInt8]) -> (blocks: [Block], types: Set<String>) {
    var blocks: [Block] = []
    var types: Set<String> = []
    var depth = 0
    // The tree and the walk are this function's own and freed at its end; strings are copied at
    // once, before anything changes the tree.
    let tree = unsafe bytes.withUnsafeBytes { buffer in
      unsafe cmark_parse_document(
        buffer.assumingMemoryBound(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    defer { unsafe cmark_node_free(tree) }
    guard let walk = unsafe cmark_iter_new(tree) else { return ([], []) }
    defer { unsafe cmark_iter_free(walk) }
    while true {
      let event = unsafe cmark_iter_next(walk)
      guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(walk) else { break }
      let type = unsafe String(cString: cmark_node_get_type_string(node))
      types.insert(type)
      switch (type, event) {
      case ("item", CMARK_EVENT_ENTER): depth += 1
      case ("item", _): depth -= 1
      case ("heading", CMARK_EVENT_ENTER):
        blocks.append(Block(kind: "heading \(unsafe cmark_node_get_heading_level(node))", text: ""))
      case ("paragraph", CMARK_EVENT_ENTER):
        blocks.append(Block(kind: depth > 0 ? "item \(depth)" : "paragraph", text: ""))
      case ("text", _):
        guard let literal = unsafe cmark_node_get_literal(node), !blocks.isEmpty else { break }
        blocks[blocks.count - 1].text += unsafe String(cString: literal)
      default: break
      }
    }
    return (blocks, types)
  }
}
