/// Counts the depth of blocks anew that stood in one list with a line which turns out to be a heading: the
/// heading ends that list, and what stands below begins another.
struct ListRegrouping {
  /// What becomes of the blocks that come.
  private enum State {
    /// They stand as they were read.
    case settled
    /// They stood in the list that has ended; the shallowest item since then has this depth.
    case regrouping(outermost: Int?)
  }

  private var state = State.settled

  /// Whether the next block may have to be counted anew.
  var isUnderWay: Bool {
    if case .regrouping = state { true } else { false }
  }

  /// A block becomes a heading; it is as it was read.
  mutating func begin(at block: Block) {
    state = block.depth > 0 ? .regrouping(outermost: nil) : .settled
  }

  /// Counts the next block anew where that is due.
  mutating func regroup(_ block: inout Block) {
    guard case .regrouping(let outermost) = state else { return }
    switch block.kind {
    case .blank: break
    case .item:
      let outermost = min(outermost ?? block.depth, block.depth)
      state = .regrouping(outermost: outermost)
      block.become(block.kind, depth: block.depth - outermost + 1)
    case .continuation:
      guard let outermost, block.depth >= outermost else {
        // Of an item before the heading: there is none now, and a paragraph ends a list.
        state = .regrouping(outermost: nil)
        block.become(.paragraph, depth: 0)
        return
      }
      block.become(.continuation, depth: block.depth - outermost + 1)
    case .heading, .paragraph, .separator, .table, .code, .markup, .definition, .frontMatter:
      state = .settled
    }
  }
}
