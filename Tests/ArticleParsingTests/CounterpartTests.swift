import Testing

@testable import ArticleParsing

/// Every way in which a language says one side says the other, too: held to the words of the vocabulary
/// itself.
@Suite struct `counterparts` {
  /// The ways to say a side, in which `%` stands for a noun of it.
  struct Ways: CustomTestStringConvertible {
    let tag: String
    /// What it is about, an adjective, and whose it is.
    let headings: [String]
    let sentence: String
    var testDescription: String { tag }
  }

  static let ways: [Ways] = [
    Ways(
      tag: "en", headings: ["%", "The % of the Ferry", "Honest %", "The Ferry’s %"],
      sentence: "The ferry has the following %:"),
    Ways(
      tag: "de", headings: ["%", "% der Fähre", "Ehrliche %", "Hans’ %"],
      sentence: "Die Fähre hat folgende %:"),
    Ways(
      tag: "fr", headings: ["%", "% du ferry", "% fiscaux"],
      sentence: "Le ferry présente les % suivants :"),
    Ways(
      tag: "es", headings: ["%", "% del ferry", "% ocultos"],
      sentence: "El ferry tiene las siguientes %:"),
    Ways(
      tag: "it", headings: ["%", "% del traghetto", "% nascosti"],
      sentence: "Il traghetto ha i seguenti %:"),
    Ways(
      tag: "pt", headings: ["%", "% do barco", "% ocultos"],
      sentence: "O barco tem os seguintes %:"),
    Ways(
      tag: "nl", headings: ["%", "% van de veerboot", "Eerlijke %", "Anna’s %"],
      sentence: "De veerboot heeft de volgende %:"),
    Ways(
      tag: "pl", headings: ["%", "% promu", "Ukryte %"], sentence: "Prom ma następujące %:"),
    Ways(
      tag: "ru", headings: ["%", "% парома", "Скрытые %"], sentence: "Паром имеет следующие %:"),
    Ways(tag: "uk", headings: ["%", "% порома", "Приховані %"], sentence: "Пором має такі %:"),
    Ways(tag: "tr", headings: ["%", "Feribotun %", "Gizli %"], sentence: "Feribotun şu % vardır:"),
    Ways(tag: "ar", headings: ["%", "% العبارة", "% الصحية"], sentence: "للعبارة % التالية:"),
    Ways(tag: "ja", headings: ["%", "フェリーの%", "隠れた%"], sentence: "%は以下の通りです。"),
    Ways(tag: "zh", headings: ["%", "渡轮的%", "健康%"], sentence: "它有以下%："),
    Ways(tag: "ko", headings: ["%", "페리의 %", "숨은 %"], sentence: "%은 다음과 같다."),
  ]

  @Test func `every language has its ways`() {
    #expect(Set(Self.ways.map(\.tag)) == Set(Language.all.map(\.tag)))
  }

  /// Nouns that lean on what they are about (`arguments for`) can be said of it alone.
  private static func nouns(_ concept: Concept, of language: Language) -> [String] {
    let complements = Set(language[.complements].entries.map(\.text))
    return language[.nouns(concept)].entries.map(\.text).filter { noun in
      !complements.contains(String(noun.split(separator: " ").last ?? ""))
    }
  }

  @Test(arguments: ways)
  func `are said in the same ways`(ways: Ways) throws {
    let language = try #require(Language.all.first { $0.tag == ways.tag })
    for (concept, kind) in [(Concept.pros, PointKind.pro), (.cons, .con)] {
      let nouns = Self.nouns(concept, of: language)
      #expect(nouns.count >= 3, "\(concept)")
      for noun in nouns {
        for way in ways.headings {
          let text = way.replacing("%", with: noun)
          let heading = Vocabulary.builtIn.meaning(ofHeading: Excerpt(text))
          #expect(heading?.concept == concept, "heading \(text)")
          #expect(heading.map { Company().admits($0.saying) } == true, "heading \(text)")
          let label = Vocabulary.builtIn.meaning(ofLabel: Excerpt(text))
          #expect(label?.concept == concept, "label \(text)")
        }
        let sentence = ways.sentence.replacing("%", with: noun)
        let article = ArticleParser().parse(
          SourceText("# T\n\n## X\n\n\(sentence)\n\n- a\n"), media: .markdown)
        #expect(article[kind].map(\.text) == ["a"], "\(sentence)")
      }
    }
  }

  @Test(arguments: Language.all.map(\.tag))
  func `stand beside each other as twins and as pairs`(tag: String) throws {
    let language = try #require(Language.all.first { $0.tag == tag })
    #expect(language.has(.twins(.pros)) == language.has(.twins(.cons)))
    for (one, other) in zip(
      language[.pairs(.pros)].entries, language[.pairs(.cons)].entries)
    {
      let headings = [one, other].map { "## \($0.text)\n\n- a\n\n" }
      let article = ArticleParser().parse(
        SourceText("# T\n\n" + headings.joined()), media: .markdown)
      #expect(article.pros.count == 1 && article.cons.count == 1, "\(one.text), \(other.text)")
    }
  }
}
