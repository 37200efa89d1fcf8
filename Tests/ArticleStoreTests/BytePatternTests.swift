@testable import ArticleStore
import Testing

struct `A pattern of bytes` {
  /// Where it is first, found the plain way.
  private func place(of pattern: [UInt8], in text: [UInt8], _ range: Range<Int>) -> Int? {
    range.first { $0 + pattern.count <= range.upperBound && text[$0...].starts(with: pattern) }
  }

  @Test func `is found where it is first, however the text lies`() {
    var numbers = SeededGenerator(seed: 17)
    var found = 0
    for _ in 0..<4_000 {
      // Few different bytes, so that much looks like the pattern and is not.
      func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0x61...0x63, using: &numbers) }
      }
      let text = bytes(Int.random(in: 0...70, using: &numbers))
      let pattern = bytes(Int.random(in: 1...7, using: &numbers))
      let start = Int.random(in: 0...text.count, using: &numbers)
      let range = start..<Int.random(in: start...text.count, using: &numbers)
      let place = BytePattern(bytes: pattern).first(in: text.span, range)
      #expect(place == self.place(of: pattern, in: text, range))
      if place != nil { found += 1 }
    }
    #expect(found > 500)
  }

  @Test func `is found at every place of a longer text, and not beyond its range`() {
    let pattern = BytePattern(bytes: Array(" tram ".utf8))
    for place in 0..<60 {
      var text = [UInt8](repeating: UInt8(ascii: "t"), count: 70)
      text.replaceSubrange(place..<place + 6, with: pattern.bytes)
      #expect(pattern.first(in: text.span, 0..<70) == place)
      #expect(pattern.first(in: text.span, place..<place + 6) == place)
      #expect(pattern.first(in: text.span, 0..<place + 5) == nil)
      #expect(pattern.first(in: text.span, place + 1..<70) == nil)
    }
  }
}
