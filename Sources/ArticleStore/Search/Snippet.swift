package import ArticleParsing

/// A stretch of a text that shows what was found in it: about ``length`` characters where the hits
/// of a query stand closest.
///
/// Linear in the text up to ``searchLimit``, and in most texts done soon after the first hit.
package struct Snippet: Sendable, Equatable {
  /// The most characters of a stretch.
  package static let length = 200
  /// The bytes of a text in which hits are looked for.
  static let searchLimit = 1 << 20
  /// The bytes after the first hit in which a closer stretch is looked for.
  static let searchBehindFirst = 1 << 12

  /// The stretch in HTML, UTF-8: the hits in `<mark>`, characters that mean something there escaped,
  /// runs of white space as one space, `…` where it is cut out of more. It may stand in a page as it
  /// is.
  package let html: [UInt8]
  /// The place of the stretch in the text.
  package let source: SourceRange

  /// The snippet of a text; its beginning, where there is no hit.
  ///
  /// - Parameters:
  ///   - utf8: the text.
  ///   - query: what was searched for.
  package init(of utf8: [UInt8], for query: SearchQuery) {
    let text = utf8.span
    var reader = HitReader(query)
    let densest = Self.densest(of: query.terms.count, &reader, in: text)
    let stretch = Self.stretch(around: densest, in: text)
    // What follows the closest hits may hold others.
    while reader.offset < stretch.upperBound, reader.offset < Self.searchLimit,
      reader.next(in: text)
    {}
    html = Self.html(of: stretch, in: text, marking: reader.hits)
    source = SourceRange(bytes: stretch, line: Self.line(of: stretch.lowerBound, in: text))
  }

  /// The closest hits: those, within the length of a snippet, with the most terms; of those with as
  /// many terms those with the most hits; of those with as many hits the first.
  private static func densest(
    of termCount: Int, _ reader: inout HitReader, in text: borrowing Span<UInt8>
  ) -> Range<Int>? {
    var best: (terms: Int, hits: Int, range: Range<Int>, first: Int)?
    /// How many hits of each term are in the window, which is `reader.hits[first..<next]`.
    var counts = [Int](repeating: 0, count: termCount)
    var terms = 0
    var first = 0
    var next = 0
    var limit = searchLimit
    while reader.offset < limit, reader.next(in: text) {
      guard next < reader.hits.count else { continue }
      if next == 0 { limit = min(limit, reader.offset + searchBehindFirst) }
      while next < reader.hits.count {
        counts[reader.hits[next].term] += 1
        if counts[reader.hits[next].term] == 1 { terms += 1 }
        next += 1
      }
      let last = reader.hits[next - 1]
      while first < next - 1,
        last.lastCharacter - reader.hits[first].firstCharacter > length
      {
        counts[reader.hits[first].term] -= 1
        if counts[reader.hits[first].term] == 0 { terms -= 1 }
        first += 1
      }
      // All terms were together, and are left behind: it does not get better.
      if let best, best.terms == termCount, first > best.first { break }
      if (terms, next - first) > (best?.terms ?? 0, best?.hits ?? 0) {
        best = (
          terms, next - first,
          reader.hits[first].source.lowerBound..<last.source.upperBound, first
        )
      }
    }
    return best?.range
  }

  /// As much of the text as a snippet has, around some hits, from word to word.
  private static func stretch(
    around hits: Range<Int>?, in text: borrowing Span<UInt8>
  ) -> Range<Int> {
    let hits = hits ?? 0..<0
    let (coreEnd, left) = end(after: hits.lowerBound, length, in: text, to: hits.upperBound)
    let before = hits.upperBound == 0 ? 0 : left / 2
    var (start, leftBefore) = start(before: hits.lowerBound, before, in: text)
    let (end, leftBehind) = end(
      after: coreEnd, left - before + leftBefore, in: text, to: text.count)
    if leftBehind > 0, leftBefore == 0 {
      (start, _) = Self.start(before: start, leftBehind, in: text)
    }
    return trimmed(start..<end, keeping: hits.lowerBound..<coreEnd, in: text)
  }

  /// Goes so many characters on, but not beyond a place; and how many were not gone.
  private static func end(
    after offset: Int, _ count: Int, in text: borrowing Span<UInt8>, to limit: Int
  ) -> (offset: Int, left: Int) {
    var offset = offset
    var left = count
    while offset < limit, left > 0 {
      offset += 1
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return (offset, left)
  }

  /// Goes so many characters back; and how many there were not.
  private static func start(
    before offset: Int, _ count: Int, in text: borrowing Span<UInt8>
  ) -> (offset: Int, left: Int) {
    var offset = offset
    var left = count
    while offset > 0, left > 0 {
      offset -= 1
      while offset > 0, text[offset] & 0xC0 == 0x80 { offset -= 1 }
      left -= 1
    }
    return (offset, left)
  }

  /// The stretch without the parts of words and the white space at its ends. Where there is no white
  /// space to cut at, it is cut where it is.
  private static func trimmed(
    _ stretch: Range<Int>, keeping core: Range<Int>, in text: borrowing Span<UInt8>
  ) -> Range<Int> {
    var start = stretch.lowerBound
    var end = stretch.upperBound
    if start > 0, !isSpace(text[start - 1]) {
      var cut = start
      while cut < core.lowerBound, !isSpace(text[cut]) { cut += 1 }
      if cut < core.lowerBound { start = cut }
    }
    if end < text.count, !isSpace(text[end]) {
      var cut = end
      let lowest = max(core.upperBound, start)
      while cut > lowest, !isSpace(text[cut - 1]) { cut -= 1 }
      if cut > lowest { end = cut }
    }
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The line of an offset, as the parser counts: LF, CRLF and a lone CR end one.
  private static func line(of offset: Int, in text: borrowing Span<UInt8>) -> Int {
    var line = 1
    for index in 0..<offset {
      let isBreak =
        text[index] == UInt8(ascii: "\n")
        || text[index] == UInt8(ascii: "\r")
          && (index + 1 == text.count || text[index + 1] != UInt8(ascii: "\n"))
      if isBreak { line += 1 }
    }
    return line
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}

extension Snippet {
  /// The stretch as HTML.
  private static func html(
    of stretch: Range<Int>, in text: borrowing Span<UInt8>, marking hits: [HitReader.Hit]
  ) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(stretch.count + 64)
    if !isBlank(0..<stretch.lowerBound, in: text) { html.append(contentsOf: "…".utf8) }
    var offset = stretch.lowerBound
    for mark in marks(hits, in: stretch) {
      append(offset..<mark.lowerBound, of: text, to: &html)
      html.append(contentsOf: "<mark>".utf8)
      append(mark, of: text, to: &html)
      html.append(contentsOf: "</mark>".utf8)
      offset = mark.upperBound
    }
    append(offset..<stretch.upperBound, of: text, to: &html)
    if !isBlank(stretch.upperBound..<text.count, in: text) { html.append(contentsOf: "…".utf8) }
    return html
  }

  /// The hits in a stretch, in order, those that touch as one.
  private static func marks(_ hits: [HitReader.Hit], in stretch: Range<Int>) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    let within = hits.lazy.map { $0.source.clamped(to: stretch) }.filter { !$0.isEmpty }
    for hit in within.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = marks.last, hit.lowerBound <= last.upperBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, hit.upperBound)
      } else {
        marks.append(hit)
      }
    }
    return marks
  }

  private static func append(
    _ range: Range<Int>, of text: borrowing Span<UInt8>, to html: inout [UInt8]
  ) {
    for index in range {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): html.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): html.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): html.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): html.append(contentsOf: "&#39;".utf8)
      case _ where isSpace(byte):
        if html.last != UInt8(ascii: " ") { html.append(UInt8(ascii: " ")) }
      default: html.append(byte)
      }
    }
  }

  /// Whether there is only white space: then nothing was cut off.
  private static func isBlank(_ range: Range<Int>, in text: borrowing Span<UInt8>) -> Bool {
    for index in range where !isSpace(text[index]) { return false }
    return true
  }
}
