import Foundation
import Testing

@testable import ArticleParsing

extension Language {
  /// The built-in languages that have words for headings.
  static let all = builtIn.filter { $0.tag != undetermined }
}

@Suite struct `the file of a language` {
  /// A file in which nothing is wrong, and what is changed in it.
  private static func file(_ changes: [(String, String)] = []) -> LanguageFile {
    let text = """
      # A language of a test.

      language: qaa
      script: latin

      [objectives]
      zolen # as in *the zolen of the town*
      wat * zolt

      [pros]
      gutta
      di gutta siden

      [cons]
      bada

      [takeaways]
      merken

      [pros: sides]
      voor
      [cons: sides]
      tegen

      [letters]
      ŵ ŷ

      [qualifiers]
      \tmögelik\u{20}
      """
    return LanguageFile(
      SourceText(changes.reduce(text) { $0.replacing($1.0, with: $1.1) }))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `says the words of the language, without remarks`(lineEnd: String) throws {
    let language = try #require(Language(Self.file([("\n", lineEnd)])))
    #expect(language.tag == "qaa")
    #expect(language.script == .latin)
    #expect(language[.headings(.objectives)].entries.map(\.text) == ["zolen", "wat * zolt"])
    #expect(language[.headings(.pros)].entries.map(\.text) == ["gutta", "di gutta siden"])
    #expect(language[.sides(.cons)].entries.map(\.text) == ["tegen"])
    #expect(language[.qualifiers].entries.map(\.text) == ["mögelik"])
    #expect(language[.letters].entries.map(\.text) == ["ŵ", "ŷ"])
    #expect(language.phraseCount == 11)
    #expect(!language.has(.headings(.outlook)))
    #expect(LanguageCheck(Self.file([("\n", lineEnd)]), beside: Language.builtIn).faults == [])
  }

  @Test(arguments: [
    ("language: qaa", "language: QAA", 3, "no language tag"),
    ("language: qaa", "language: q", 3, "no language tag"),
    ("language: qaa", "", 1, "does not say `language: …`"),
    ("language: qaa", "language: qaa\nlanguage: qab", 4, "language is said twice"),
    ("script: latin", "script: runes", 4, "none of the scripts: latin, cyrillic"),
    ("script: latin", "", 1, "does not say `script: …`"),
    ("script: latin", "script: latin\npros", 5, "and nothing else"),
    ("script: latin", "script: latin\nadjectives: above", 5, "none of the places"),
    ("[letters]", "[cons: twins]\nprobleme\n[letters]", 25, "but no [pros: twins]"),
    ("[letters]", "[cons: pairs]\nslekt\n[letters]", 25, "not of one length"),
    ("[letters]", "[letter]", 25, "There is no list [letter]. There are [objectives]"),
    ("[letters]", "[letters", 25, "There is no list [letters."),
    ("[letters]", "[pros: side]", 25, "There is no list"),
    ("[letters]", "[context: sides]", 25, "There is no list"),
    ("[letters]", "[pros]", 25, "[pros] began at line 10 already"),
    ("bada", "Bada", 15, "\"Bada\" is not in lower case"),
    ("bada", "bada-siden", 15, "hyphens are written as spaces"),
    ("bada", "bada | arga", 15, "each phrase has a line of its own"),
    ("bada", "bada  siden", 15, "more than one space"),
    ("bada", "ba\u{1}da", 15, "nobody sees, U+1."),
    ("bada", "ba\u{202E}da", 15, "nobody sees, U+202E."),
    ("bada", "gutta", 15, "\"gutta\" stands at line 11 already"),
    ("merken", "pros", 18, "heading of pros in the language en"),
    ("wat * zolt", "*", 8, "a star stands once"),
    ("wat * zolt", "wat * zolt *", 8, "a star stands once"),
    ("wat * zolt", "wat z*", 8, "a star stands once"),
    ("tegen", "tegen *", 23, "in headings alone"),
    ("ŵ ŷ", "ŵŷ", 26, "more than one letter"),
    ("[cons: sides]\ntegen", "", 20, "There is [pros: sides] but no [cons: sides]"),
    ("[pros: sides]\nvoor\n", "", 20, "There is [cons: sides] but no [pros: sides]"),
    ("bada", "", 14, "[cons] is missing or empty"),
    ("[takeaways]\nmerken", "", 1, "[takeaways] is missing or empty"),
    ("[qualifiers]", "[possessives]", 29, "no ending with one apostrophe"),
    ("[qualifiers]", "[months]", 28, "There are 1 months, and should be 12"),
  ])
  func `is told what is wrong in it, and where`(
    before: String, after: String, line: Int, message: String
  ) throws {
    let file = Self.file([(before, after)])
    let faults = LanguageCheck(file, beside: Language.builtIn).faults
    #expect(
      faults.contains { $0.line == line && $0.message.contains(message) }, "\(faults)")
    #expect(faults.count == 1, "\(faults)")
  }

  @Test func `is told all that is wrong at once, in the order of its lines`() {
    let file = Self.file([("gutta", "Gutta"), ("[letters]", "[x]"), ("voor", "*")])
    let faults = LanguageCheck(file).faults
    #expect(faults.map(\.line) == faults.map(\.line).sorted())
    #expect(faults.count == 4)
  }

  /// Whatever stands in a file, reading it ends, and what was found of it can be looked up.
  @Test func `may be anything`() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "[", "]", ":", "#", " ", "\n", "\r", "\t", "*", "pros", "cons", "[pros]", "language: qaa\n",
      "script: han\n", "\u{3000}", "\u{A0}", "日", "\u{0}", "[letters]\n", "|", "-", "É",
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...30, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let file = LanguageFile(SourceText(text))
      _ = LanguageCheck(file, beside: [])
      guard let language = Language(file) else { continue }
      _ = Vocabulary([language]).meaning(ofHeading: Excerpt("Pros"))
    }
  }

  // MARK: The files that are built in

  @Test func `is right, of every language that is built in`() {
    #expect(Language.builtInFiles.count > 15)
    for (name, text) in Language.builtInFiles {
      let faults = LanguageCheck(LanguageFile(text), beside: Language.builtIn).faults
      #expect(faults == [], "\(name)")
      #expect(Language(LanguageFile(text))?.tag == String(name.dropLast(4)))
    }
    #expect(Language.builtIn.count == Language.builtInFiles.count)
  }

  @Test func `is built in, as it stands in the folder`() throws {
    let folder = Fixtures.directory.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/CData/Languages")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(Language.builtInFiles.map(\.name)))
    for (name, text) in Language.builtInFiles {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      #expect(try SourceText(decoding: bytes) == text)
    }
  }
}
