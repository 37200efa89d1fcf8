import ArticleParsing
import Testing

@Suite struct `decoding text` {
  static let text = "Título — 題名 🎉\r\nend"

  private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
  }

  @Test(arguments: TextEncoding.allCases, [false, true])
  func `gives the characters, with or without a mark`(
    encoding: TextEncoding, hasMark: Bool
  ) throws {
    let whole = (hasMark ? "\u{FEFF}" : "") + Self.text
    let bytes =
      switch encoding {
      case .utf8: Array(whole.utf8)
      case .utf16BigEndian: Self.utf16(whole, isBigEndian: true)
      case .utf16LittleEndian: Self.utf16(whole, isBigEndian: false)
      }
    #expect(try SourceText(decoding: bytes, as: encoding) == SourceText(Self.text))
    #expect(TextEncoding(markOf: bytes) == (hasMark ? encoding : nil))
  }

  @Test func `every scalar comes through UTF-16`() throws {
    let all = String(String.UnicodeScalarView((0x80...0x10FFFF).compactMap(Unicode.Scalar.init)))
    for isBigEndian in [true, false] {
      let encoding: TextEncoding = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
      let text = try SourceText(
        decoding: Self.utf16(all, isBigEndian: isBigEndian), as: encoding)
      #expect(text.utf8 == Array(all.utf8))
    }
  }

  @Test(
    arguments: [
      ([0x61], .oddByteCount(offset: 0)), ([0x00, 0x61, 0x00], .oddByteCount(offset: 2)),
      ([0xFE, 0xFF, 0x00], .oddByteCount(offset: 2)),
      ([0xD8, 0x00], .loneSurrogate(offset: 0)), ([0xD8, 0x3C, 0xDF], .loneSurrogate(offset: 0)),
      ([0x00, 0x61, 0xD8, 0x00, 0x00, 0x61], .loneSurrogate(offset: 2)),
      ([0x00, 0x61, 0xDC, 0x00], .loneSurrogate(offset: 2)),
      ([0xFE, 0xFF, 0xDF, 0xFF, 0xD8, 0x00], .loneSurrogate(offset: 2)),
      ([0xD8, 0x00, 0xD8, 0x00], .loneSurrogate(offset: 0)),
    ] as [([UInt8], SourceText.DecodingError)])
  func `UTF-16 that is none is refused with the first place`(
    bytes: [UInt8], error: SourceText.DecodingError
  ) {
    #expect(throws: error) { try SourceText(decoding: bytes, as: .utf16BigEndian) }
  }
}

@Suite struct `offsets of a text` {
  /// The text between two offsets of a unit, by the standard library's own views.
  private static func cut(_ text: String, _ range: Range<Int>, _ unit: OffsetUnit) -> String? {
    switch unit {
    case .utf8: return String(text.utf8.dropFirst(range.lowerBound).prefix(range.count))
    case .utf16: return String(text.utf16.dropFirst(range.lowerBound).prefix(range.count))
    case .codepoint:
      return String(text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
    }
  }

  @Test(arguments: OffsetUnit.allCases)
  func `lead to the same text in each unit, from every character to every other`(
    unit: OffsetUnit
  ) {
    let text = SourceText(String(repeating: "aé漢🎉\n", count: 40))
    let offsets = TextOffsets(text, in: unit)
    let string = text[0..<text.utf8.count]
    var byte = 0
    var units = 0
    for scalar in string.unicodeScalars {
      #expect(offsets[byte] == units)
      byte += UTF8.width(scalar)
      switch unit {
      case .utf8: units += UTF8.width(scalar)
      case .utf16: units += UTF16.width(scalar)
      case .codepoint: units += 1
      }
    }
    #expect(offsets[byte] == units)
  }

  @Test(arguments: [0, 1, 127, 128, 129, 255, 256, 257])
  func `of a text of any length reach its end`(count: Int) {
    for unit in OffsetUnit.allCases {
      let offsets = TextOffsets(SourceText(String(repeating: "x", count: count)), in: unit)
      #expect(offsets[0] == 0)
      #expect(offsets[count] == count)
    }
  }

  @Test(arguments: [OffsetUnit.utf16, .codepoint])
  func `beyond the text are its end`(unit: OffsetUnit) {
    let offsets = TextOffsets(SourceText("é"), in: unit)
    #expect(offsets[900] == 1)
    #expect(offsets[-1] == 0)
  }

  /// Were each place counted from the beginning, eight times the text would take 64 times as long.
  @Test func `cost one pass over the text`() {
    func seconds(_ count: Int) -> Double {
      let text = SourceText(String(repeating: "- é\n", count: count))
      return ProcessorTime.fewestSeconds {
        let offsets = TextOffsets(text, in: .codepoint)
        var end = 0
        for line in 1...count { end = max(end, offsets[line * 5]) }
        #expect(end == count * 4)
      }
    }
    #expect(seconds(16_000) < seconds(2_000) * 24)
  }

  /// What a client does with an answer: cut the canonical text at the offsets and compare.
  @Test(arguments: `fixture articles`.names)
  func `cut every quote out of every fixture in each unit`(name: String) throws {
    let article = try Fixtures.article(name)
    let string = article.text[0..<article.text.utf8.count]
    let sources = article.sources
    #expect(!sources.isEmpty)
    for unit in OffsetUnit.allCases {
      let offsets = TextOffsets(article.text, in: unit)
      for source in sources {
        let range = offsets[source.bytes.lowerBound]..<offsets[source.bytes.upperBound]
        #expect(Self.cut(string, range, unit) == article.text[source.bytes])
      }
    }
  }
}

extension Article {
  /// Every range in the article.
  fileprivate var sources: [SourceRange] {
    var sources = sections.flatMap { [$0.source] + $0.paragraphs } + diagnostics.map(\.source)
    for point in PointKind.allCases.flatMap({ self[$0] }) {
      sources += [point.source] + point.details.map(\.source)
    }
    sources += outlook?.scenarios.map(\.source) ?? []
    if let callToAction { sources.append(callToAction.source) }
    return sources
  }
}
