import ArticleParsing

/// Articles to fill a store with: as many as are wanted, each another, all of one length.
///
/// Each begins with one of the English fixture articles, so that it has points, and goes on in prose:
/// their sentences, shuffled, with every few words one of a large vocabulary in their place. Its
/// words are made up and as frequent as words are (Zipf's law), so that rare and broad ones can be
/// asked for by their rank. The same number always gives the same article.
struct StoreTexts {
  /// About how long an article is, in bytes.
  static let articleBytes = 14_000
  /// How many words the vocabulary has.
  private static let vocabulary = 30_000.0
  /// Of the longer words of a sentence, one in so many gives way to one of the vocabulary.
  private static let share: UInt64 = 4
  static let tagCount = 50

  private let heads: [[UInt8]]
  private let sentences: [[ArraySlice<UInt8>]]

  init(_ texts: FixtureTexts) throws(BenchmarkError) {
    var heads: [[UInt8]] = []
    for text in texts.plain {
      guard let source = try? SourceText(decoding: text),
        ArticleParser().parse(source, media: .plainText).language == "en"
      else { continue }
      heads.append(text)
    }
    let lines = heads.flatMap { $0.split(separator: UInt8(ascii: "\n")) }
    let prose = lines.filter { line in
      line.count > 120 && line.first.map { (0x41...0x5A).contains($0) } ?? false
    }
    let sentences = prose.flatMap(Self.sentences)
    guard !heads.isEmpty, !sentences.isEmpty else { throw .refused("no fixture is English prose") }
    self.heads = heads
    self.sentences = sentences.map { $0.split(separator: 0x20) }
  }

  /// The plain text of an article.
  func article(_ number: Int) -> [UInt8] {
    var numbers = SeededNumbers(seed: UInt64(truncatingIfNeeded: number))
    var text = Array("Report \(number) on ".utf8) + heads[number % heads.count]
    text.reserveCapacity(Self.articleBytes + 1_024)
    var section = 1
    text += Array("\n\nBackground\n".utf8)
    while text.count < Self.articleBytes {
      text.append(0x0A)
      for _ in 0..<4 {
        append(sentences[numbers.next(below: sentences.count)], to: &text, &numbers)
      }
      text.append(0x0A)
      section += 1
      if section % 6 == 0 { text += Array("\nFurther Remarks \(section / 6)\n".utf8) }
    }
    return text
  }

  /// An article as a line of JSON, with an id, tags and a day.
  func submission(_ number: Int) -> [UInt8] {
    var line = Array(
      """
      {"id":"\(Self.id(number))","media":"text/plain","tags":["tag-\(number % Self.tagCount)",\
      "half-\(number % 2)"],"publishedAt":"\(1990 + number % 35)-\(10 + number % 3)-\(10 + number % 19)",\
      "content":"
      """.utf8)
    for byte in article(number) {
      switch byte {
      case 0x0A: line += Array(#"\n"#.utf8)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        line += Array("\\u00\(digits.count < 2 ? "0" : "")\(digits)".utf8)
      case 0x22, 0x5C: line += [0x5C, byte]
      default: line.append(byte)
      }
    }
    return line + Array(#""}"#.utf8)
  }

  static func id(_ number: Int) -> String { "number-\(number)" }

  /// The word of the vocabulary with this rank, 1 for the most frequent: three syllables.
  static func word(_ rank: Int) -> String {
    var rest = rank * 7_919 % 1_000_000
    var word: [UInt8] = []
    for _ in 0..<3 {
      word.append(Array("bcdfghjklmnprstvwxyz".utf8)[rest % 20])
      word.append(Array("aeiou".utf8)[rest / 20 % 5])
      rest /= 100
    }
    return String(decoding: word, as: UTF8.self)
  }

  private func append(
    _ sentence: [ArraySlice<UInt8>], to text: inout [UInt8], _ numbers: inout SeededNumbers
  ) {
    for word in sentence {
      if word.count >= 4, word.allSatisfy({ (0x61...0x7A).contains($0) }),
        numbers.next() % Self.share == 0
      {
        text += Array(Self.word(numbers.rank(below: Self.vocabulary)).utf8)
      } else {
        text += word
      }
      text.append(0x20)
    }
  }

  private static func sentences(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var sentences: [ArraySlice<UInt8>] = []
    var rest = line
    while let end = rest.firstRange(of: Array(". ".utf8)) {
      sentences.append(rest[..<(end.upperBound - 1)])
      rest = rest[end.upperBound...]
    }
    return sentences + [rest]
  }
}

/// Numbers that look drawn and are the same for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of the numbers from 0 up.
  mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// A rank from 1 up, each as likely as it is low: its logarithm is evenly spread.
  mutating func rank(below bound: Double) -> Int {
    var exponent = Double(next() >> 11) / Double(1 << 53)
    // bound^exponent, by its binary digits: the standard library alone has no other power.
    var rank = 1.0
    var root = bound
    for _ in 0..<24 {
      root = root.squareRoot()
      exponent *= 2
      if exponent >= 1 {
        rank *= root
        exponent -= 1
      }
    }
    return Int(rank)
  }
}
