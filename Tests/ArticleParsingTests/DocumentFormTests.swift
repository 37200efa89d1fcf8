import Testing

@testable import ArticleParsing

@Suite struct `the form of a document` {
  static let files = [".txt", ".md"].flatMap { suffix in
    Fixtures.names(in: "articles", suffix: suffix).map { $0 + suffix }
  }

  /// The same text in words that no language has: what a word means is gone, its shape is not.
  private static func meaningless(_ text: String) -> String {
    var meaningless: [UInt8] = []
    var word: [UInt8] = []
    for byte in text.utf8 + [UInt8(ascii: "\n")] {
      if byte.isLetter || byte >= 0x80 {
        word.append(byte)
        continue
      }
      // Short words may be markers, as `iv.` and `a)` are, and addresses have a form.
      let hasForm = word.count <= 4 || word.contains { $0 >= 0x80 } || byte == UInt8(ascii: ":")
      meaningless +=
        hasForm ? word : word.map { $0.isUppercase ? UInt8(ascii: "Q") : UInt8(ascii: "q") }
      meaningless.append(byte)
      word = []
    }
    return String(decoding: meaningless.dropLast(), as: UTF8.self)
  }

  @Test(arguments: files)
  func `hangs on no word`(name: String) throws {
    let text = try SourceText(decoding: Fixtures.bytes("articles/\(name)"))
    let other = SourceText(Self.meaningless(text[text.utf8.indices]))
    #expect(other.utf8.count == text.utf8.count)
    for media in DocumentMedia.allCases {
      let form = DocumentForm(text, media: media)
      let otherForm = DocumentForm(other, media: media)
      #expect(form.blocks.map(\.kind) == otherForm.blocks.map(\.kind))
      #expect(form.blocks.map(\.range) == otherForm.blocks.map(\.range))
      #expect(form.blocks.map(\.depth) == otherForm.blocks.map(\.depth))
      #expect(form.titleCandidate == otherForm.titleCandidate)
    }
  }

  @Test(arguments: files)
  func `covers every byte, and every block is rendered as it would be alone`(name: String) throws {
    let text = try SourceText(decoding: Fixtures.bytes("articles/\(name)"))
    for media in DocumentMedia.allCases {
      let form = DocumentForm(text, media: media)
      var end = 0
      for block in form.blocks {
        #expect(block.range.lowerBound == end)
        end = block.range.upperBound
        #expect(form.prose(block).string == form.prose(block.content, in: block).string)
      }
      #expect(end == text.utf8.count)
    }
  }

  /// The blocks once it is settled what is a heading, as their kinds and depths.
  private func settled(_ text: String) -> [String] {
    var form = DocumentForm(SourceText(text), media: .plainText)
    form.settleHeadings { line, _ in line.line.string.contains("Heading") ? 1 : nil }
    return form.blocks.filter { !$0.isBlank }.map { block in
      let content = form.prose(block).string
      switch block.kind {
      case .heading: return "# \(content)"
      case .item: return "\(block.depth) \(content)"
      case .continuation: return "\(block.depth)+ \(content)"
      default: return content
      }
    }
  }

  @Test(arguments: [
    ("1. Heading\n- a\n- b\n  - c", ["# 1. Heading", "1 a", "1 b", "2 c"]),
    ("1. a\n- b", ["1 a", "2 b"]),
    ("- a\n\n  1. Heading\n\n  - b\n\n- c", ["1 a", "# 1. Heading", "1 b", "1 c"]),
    ("- a\n\n  Heading\n\n  b\n\n- c", ["1 a", "# Heading", "b", "1 c"]),
    ("- a\n\n  Title\n\n  b\n\n- c", ["1 a", "1+ Title", "1+ b", "1 c"]),
    ("1. Heading\n\ntext\n\n- a\n  - b", ["# 1. Heading", "text", "1 a", "2 b"]),
    (
      "1. Heading\n\ntext.\n\n2. The council decides.",
      ["# 1. Heading", "text.", "2. The council decides."]
    ),
    ("1. Heading\n\n2. a.\n3. b.", ["# 1. Heading", "1 a.", "1 b."]),
    ("– a.\n\n- Heading\n– b.", ["1 a.", "# - Heading", "– b."]),
    ("1.  Heading   one\n\n- a", ["# 1. Heading one", "1 a"]),
  ])
  func `a heading ends the list that it stood in`(text: String, blocks: [String]) {
    #expect(settled(text) == blocks)
  }

  @Test func `what stands below a line is evidence`() throws {
    func candidates(_ text: String) -> [HeadingCandidate.Evidence] {
      var found: [HeadingCandidate.Evidence] = []
      var form = DocumentForm(SourceText(text), media: .plainText)
      form.settleHeadings { _, evidence in
        found.append(evidence())
        return nil
      }
      return found
    }
    let list = try #require(candidates("Line\n\n- a").first)
    #expect(list.precedesList && !list.hasItemBelow && list.isFollowed && list.marker == nil)
    let items = try #require(candidates("Line\n- a").first)
    #expect(items.precedesList && items.hasItemBelow && items.isFollowed)
    let sibling = try #require(candidates("1. Line\n\n2. Line").first)
    #expect(sibling.precedesSibling && !sibling.goesOnWithList)
    #expect(try #require(candidates("1. Line\n\n2. Line").last).goesOnWithList)
    #expect(try #require(candidates("Line").first).isFollowed == false)
    #expect(try #require(candidates("a\n\n     Line\n\nb").dropFirst().first).isIndented)
    #expect(candidates("A sentence.\n\nOne line\nand another").isEmpty)
  }
}
