/// A line that stands alone in a text without mark-up and may be a heading. What it is otherwise, an item
/// or a paragraph, is its block.
struct HeadingCandidate {
  /// The index of its block.
  let block: Int
  /// Its text, rendered, with its marker.
  let line: Excerpt

  /// What its form, and what stands around it, says for and against its being a heading.
  struct Evidence {
    /// The marker with which it begins, whether it counts as one in its place or not.
    let marker: Marker?
    /// Whether its number goes on with a list before it: then it is one item of several.
    let goesOnWithList: Bool
    /// Whether it is indented as far as code and quotations are.
    let isIndented: Bool
    /// Whether an item begins on the very next line.
    let hasItemBelow: Bool
    /// Whether anything stands below it.
    let isFollowed: Bool
    /// The marker with which the text after the next blank lines begins.
    let next: Marker?

    /// Whether a list seems to stand below.
    var precedesList: Bool { hasItemBelow || next != nil }

    /// Whether the next number of its list stands below: then it is one item of several, too.
    var precedesSibling: Bool {
      guard let marker, let next else { return false }
      return next.follows(marker)
    }
  }
}

/// A line that stands alone, as the reader of plain text keeps it: a document may be made of them.
struct LoneLine: Sendable {
  private let storedBlock: UInt32
  let isIndented: Bool
  let hasItemBelow: Bool

  init(block: Int, isIndented: Bool, hasItemBelow: Bool) {
    storedBlock = UInt32(truncatingIfNeeded: block)
    self.isIndented = isIndented
    self.hasItemBelow = hasItemBelow
  }

  /// The index of its block.
  var block: Int { Int(storedBlock) }
}
