import Testing

@testable import ArticleParsing

@Suite struct `phrases as numbers` {
  @Test func `no two phrases of the vocabulary share a number`() {
    var phrases: Set<String> = []
    for language in Language.all {
      for concept in Concept.allCases {
        for list: Language.List in [
          .headings(concept), .nouns(concept), .twins(concept), .pairs(concept),
          .reasons(concept), .sides(concept),
        ] {
          phrases.formUnion(language[list].entries.map(\.text))
        }
      }
    }
    #expect(phrases.count > 500)
    #expect(Set(phrases.map { Phrase($0) }).count == phrases.count)
  }

  @Test(arguments: [
    ("Pros", "pros"), ("TRADE-OFFS", "trade offs"), ("Drawback(s)", "drawbacks"),
    ("What’s next", "what's next"), ("N/A", "n / a"), ("VOR- UND NACHTEILE", "vor und nachteile"),
    ("MÖGLICHE", "mögliche"), ("Pros & Cons", "pros & cons"), ("  Key\tPoints ", "key points"),
  ])
  func `are the same however they are written`(written: String, phrase: String) {
    #expect(Words(Excerpt(written)).phrase == Phrase(phrase))
  }

  @Test(arguments: [("pro", "pros"), ("a b", "ab"), ("a b", "b a"), ("for", "for it")])
  func `differ where the words do`(one: String, other: String) {
    #expect(Phrase(one) != Phrase(other))
  }
}

@Suite struct `the meaning of headings` {
  private func meaning(_ heading: String) -> HeadingMeaning? {
    Vocabulary.builtIn.meaning(ofHeading: Excerpt(heading))
  }

  @Test(arguments: [
    ("Pros and Cons: A Ledger", Concept.prosAndCons), ("3.1 What Speaks for It", .pros),
    ("IV. Drawbacks", .cons), ("Benefits / Trade-offs", .prosAndCons), ("Non-Goals", .nonGoals),
    ("Goals and Non-Goals", .goalsAndNonGoals), ("✅ Pros", .pros), ("The Bottom Line", .takeaways),
    ("Context & Background: A World in Flux", .context), ("Section 3: Outlook", .outlook),
    ("What the Governors Want", .objectives), ("Disadvantage(s): CDN", .cons),
    ("Tram: Advantages", .pros), ("Risks and Mitigations", .setAside), ("Fazit", .conclusion),
    ("Avantages :", .pros), ("Verdict", .conclusion), ("Considered Options", .options),
  ])
  func `is known`(heading: String, concept: Concept) {
    #expect(meaning(heading)?.concept == concept)
  }

  @Test(arguments: [
    "Consider the Lamp", "Consistent Light", "Prospects", "Proposal for the Hedge",
    "2024 Goals Scored",
    "Goals, Risks and Timeline", "A Pro Athlete Retires", "Economic History of Pros", "", "—", "3.",
  ])
  func `is not taken for what it is not`(heading: String) {
    #expect(meaning(heading)?.concept.points == nil)
  }

  @Test func `names actors, topics and qualifiers`() {
    #expect(meaning("What the Island Governors Want")?.actor == "Island Governors")
    #expect(meaning("Vladimir Putin’s Strategic Objectives")?.actor == "Vladimir Putin")
    #expect(meaning("The Goals of the Working Group")?.actor == "Working Group")
    #expect(meaning("Goals of the Move")?.actor == nil)
    #expect(meaning("Advantages of the Tram")?.topic == "the Tram")
    #expect(meaning("Possible Drawbacks")?.qualifier == "possible")
  }
}
