/// A place in the canonical text.
package struct SourceRange: Sendable, Hashable {
  /// The UTF-8 offsets, half-open.
  package let bytes: Range<Int>
  /// The line on which the range starts, counted from 1.
  package let line: Int

  /// A place in a text that is known to have it.
  package init(bytes: Range<Int>, line: Int) {
    self.bytes = bytes
    self.line = line
  }
}
