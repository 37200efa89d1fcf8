/// How large the parts of a request may be. Each has a status of its own when it is passed.
package struct RequestLimits: Sendable, Equatable {
  /// The request line in bytes, without its line break; beyond it 414.
  package var requestLineBytes = 8 * 1024
  /// The field lines in bytes, with their line breaks; beyond it 431. Also holds for trailers.
  package var fieldSectionBytes = 32 * 1024
  /// The number of field lines; beyond it 431. Also holds for trailers.
  package var fieldCount = 100
  /// The content in bytes, without its transfer coding; beyond it 413. Content that is passed on as
  /// it comes has no limit here.
  package var contentBytes = 8 * 1024 * 1024
  /// The extensions of all chunks of a message together, in bytes; beyond it 413.
  package var chunkExtensionBytes = 4 * 1024

  /// The limits that hold unless the configuration says otherwise.
  package init() {}
}
