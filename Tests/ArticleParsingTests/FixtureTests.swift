import ArticleParsing
import Foundation
import Testing

/// Articles of our own, on many subjects and in many forms, each with what it is to give.
@Suite struct `fixture articles` {
  /// What a fixture's JSON says, and what the parser is asked for.
  struct Expectation: Codable, Equatable {
    struct Section: Codable, Equatable {
      var kind: String
      var heading: String?
      var level: Int
    }
    struct Point: Codable, Equatable {
      var number: Int?
      var label: String?
      var text: String
      var actor: String?
      var qualifier: String?
      var subject: String?
      var details: [String]?
      var quote: String
    }
    struct Scenario: Codable, Equatable {
      var condition: String
      var consequence: String
    }
    struct Outlook: Codable, Equatable { var scenarios: [Scenario] }
    struct CallToAction: Codable, Equatable { var text: String }

    var title: String?
    var standfirst: String?
    var byline: String?
    var language: String?
    var sections: [Section]
    var objectives: [Point]
    var nonGoals: [Point]
    var pros: [Point]
    var cons: [Point]
    var neutral: [Point]
    var takeaways: [Point]
    var outlook: Outlook?
    var callToAction: CallToAction?
    var diagnostics: [String]
  }

  static let names = Fixtures.names(in: "articles", suffix: ".json")

  @Test func `there are fixtures to read`() {
    #expect(Self.names.count >= 8)
  }

  @Test(arguments: names)
  func `gives what its JSON says`(name: String) throws {
    let expected = try JSONDecoder().decode(
      Expectation.self, from: Data(Fixtures.bytes("articles/\(name).json")))
    let article = try Fixtures.article(name)
    let found = Expectation(article)
    #expect(found.title == expected.title)
    #expect(found.standfirst == expected.standfirst)
    #expect(found.byline == expected.byline)
    #expect(found.language == expected.language)
    #expect(found.sections == expected.sections)
    #expect(found.objectives == expected.objectives)
    #expect(found.nonGoals == expected.nonGoals)
    #expect(found.pros == expected.pros)
    #expect(found.cons == expected.cons)
    #expect(found.neutral == expected.neutral)
    #expect(found.takeaways == expected.takeaways)
    #expect(found.outlook == expected.outlook)
    #expect(found.callToAction == expected.callToAction)
    #expect(found.diagnostics == expected.diagnostics)
  }
}

extension `fixture articles`.Expectation {
  init(_ article: Article) {
    func points(_ points: [ArticleParsing.Point]) -> [Point] {
      points.map { point in
        Point(
          number: point.number, label: point.label, text: point.text, actor: point.actor,
          qualifier: point.qualifier, subject: point.subject,
          details: point.details.isEmpty ? nil : point.details.map(\.text),
          quote: article.text[point.source.bytes])
      }
    }
    self.init(
      title: article.title, standfirst: article.standfirst, byline: article.byline,
      language: article.language,
      sections: article.sections.map {
        Section(kind: $0.kind.rawValue, heading: $0.heading, level: $0.level)
      },
      objectives: points(article.objectives), nonGoals: points(article.nonGoals),
      pros: points(article.pros), cons: points(article.cons), neutral: points(article.neutral),
      takeaways: points(article.takeaways),
      outlook: article.outlook.map { outlook in
        Outlook(
          scenarios: outlook.scenarios.map {
            Scenario(condition: $0.condition, consequence: $0.consequence)
          })
      },
      callToAction: article.callToAction.map { CallToAction(text: $0.text) },
      diagnostics: article.diagnostics.map(\.code.rawValue))
  }
}
