import Testing

@testable import ArticleParsing

@Suite struct `characters and their bytes` {
  /// All characters there are.
  private static var scalars: [Unicode.Scalar] {
    (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
  }

  @Test func `classes that are known without the tables of Unicode are those of the tables`() {
    for scalar in Self.scalars {
      let properties = scalar.properties
      guard scalar.isSmall == properties.isLowercase, scalar.isCapital == properties.isUppercase,
        scalar.isAlphabetic == properties.isAlphabetic,
        scalar.nearbySmall.map({ String($0) == properties.lowercaseMapping }) ?? true
      else {
        Issue.record("U+\(String(scalar.value, radix: 16)) is of another class in the tables")
        continue
      }
    }
  }

  @Test func `letters that are taken as they stand are folded to themselves`() {
    let letters = Self.scalars.filter(\.isUnfoldedLetter)
    #expect(letters.count > 30_000)
    for letter in letters {
      var folded = Phrase()
      folded.add(letter)
      var taken = Phrase()
      for byte in String(letter).utf8 { taken.add(folded: byte) }
      guard letter.properties.isAlphabetic, folded == taken else {
        Issue.record("U+\(String(letter.value, radix: 16)) is no letter, or is folded")
        continue
      }
    }
  }

  @Test func `every character is well-formed, alone and among others`() {
    for scalar in Self.scalars where scalar.value < 0x3000 || scalar.value % 61 == 0 {
      let bytes = Array("a\(scalar)bcdefghi\(scalar)".utf8)
      let isValid = UTF8Validation.isValid(bytes.span)
      #expect(isValid)
    }
  }

  @Test func `bytes are well-formed where the standard library finds them so`() {
    let edges: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFF,
    ]
    for first in edges {
      for second in edges {
        for third in edges {
          for fourth in edges {
            let bytes = [first, second, third, fourth]
            for length in 1...4 {
              let cut = Array(bytes[..<length])
              let expected = (try? UTF8Span(validating: cut.span)) != nil
              if UTF8Validation.isValid(cut.span) != expected { Issue.record("\(cut)") }
            }
          }
        }
      }
    }
  }

  @Test func `strings are those that the standard library makes`() {
    for length in 0...70 {
      let letters = Array(repeating: UInt8(ascii: "a"), count: length)
      for put: [UInt8] in [[], [0xC3, 0xA9], [0xF0, 0x9F, 0x8C, 0x8A], [0xE8, 0xAA], [0xFF]] {
        for offset in 0...length {
          let bytes = Array(letters[..<offset] + put + letters[offset...])
          let text = String(checking: bytes.span)
          let expected = String(decoding: bytes, as: UTF8.self)
          #expect(text == expected)
          // What is quicker where a string is ASCII alone.
          #expect(text.utf16.count == expected.utf16.count)
        }
      }
    }
  }

  @Test func `one wrong byte is found wherever it stands`() {
    let text = Array(String(repeating: "forty plain letters and then an é — ", count: 4).utf8)
    #expect(UTF8Validation.isValid(text.span) == true)
    for offset in text.indices where text[offset] < 0x80 {
      var wrong = text
      wrong[offset] = 0xC3
      if UTF8Validation.isValid(wrong.span) { Issue.record("a wrong byte at \(offset)") }
    }
  }

  @Test(arguments: [
    "", " ", "a", "a b", " a", "\u{C}If a, b.", "a ", "a  b", "a\tb", "a\u{B}b",
    "one two three four five six",
    "twelve letters and then  two spaces", "twelve letters, then a tab\t", "éé éé éé éé éé",
  ])
  func `text is copied only where white space is to be changed`(text: String) {
    let source = SourceText(text)
    let prose = Prose(plain: source.utf8.indices, of: source)
    #expect(prose.string == text.split { " \t\u{B}\u{C}".contains($0) }.joined(separator: " "))
    for offset in prose.text.indices where prose.text[offset] != .space {
      #expect(source.utf8[prose.source(of: offset..<offset + 1).lowerBound] == prose.text[offset])
    }
  }

  @Test func `words and characters are counted the same many at a time and one by one`() {
    let text = String(repeating: "Zwölf Boxkämpfer jagen — ab und zu\n\tViktor. ", count: 90)
    for cut in 0..<40 {
      let part = text.dropFirst(cut)
      let text = SourceText(String(part))
      let statistics = Statistics(of: text, TextCounts(text.utf8))
      #expect(statistics.words == part.split(whereSeparator: \.isWhitespace).count)
      #expect(statistics.characters == part.unicodeScalars.count)
    }
  }
}
