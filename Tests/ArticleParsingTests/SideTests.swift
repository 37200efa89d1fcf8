import Testing

@testable import ArticleParsing

/// How documents say a side: by which words, with what around them, and in which company.
@Suite struct `a side` {
  private static func sides(_ text: String, _ media: DocumentMedia = .markdown) -> String {
    let article = ArticleParser().parse(SourceText(text), media: media)
    return "\(article.pros.count)+ \(article.cons.count)- \(article.objectives.count)="
  }

  private func meaning(_ heading: String) -> HeadingMeaning? {
    Vocabulary.builtIn.meaning(ofHeading: Excerpt(heading))
  }

  // MARK: The head of the phrase

  @Test(arguments: [
    ("Arguments Against the Split", Concept.cons, "the Split"),
    ("The Case Against Higher Tolls", .cons, "Higher Tolls"),
    ("The Case for Higher Tolls", .pros, "Higher Tolls"),
    ("Argumente gegen die Fähre", .cons, "die Fähre"),
    ("Arguments contre le ferry", .cons, "le ferry"),
    ("Argumenten tegen de veerboot", .cons, "veerboot"),
    ("Argumentos en contra del ferry", .cons, "ferry"),
    ("Преимущества парома", .pros, "парома"), ("Недостатки парома", .cons, "парома"),
    ("Переваги порома", .pros, "порома"), ("Zalety promu", .pros, "promu"),
    ("Wady promu", .cons, "promu"), ("Feribotun avantajları", .pros, "Feribotun"),
    ("Feribotun riskleri", .cons, "Feribotun"), ("مزايا العبارة", .pros, "العبارة"),
    ("عيوب العبارة", .cons, "العبارة"), ("Vantagens do barco", .pros, "barco"),
    ("渡轮的优点", .pros, "渡轮"), ("渡轮的缺点", .cons, "渡轮"), ("反对渡轮的理由", .cons, "渡轮"),
    ("フェリーのメリット", .pros, "フェリー"), ("フェリーのデメリット", .cons, "フェリー"),
    ("フェリーのメリットとデメリット", .prosAndCons, "フェリー"), ("페리의 장점", .pros, "페리의"),
    ("페리의 단점", .cons, "페리의"), ("페리의 장점과 단점", .prosAndCons, "페리의"),
  ])
  func `is known by the head of the phrase, where its language puts it`(
    heading: String, concept: Concept, topic: String
  ) {
    let meaning = meaning(heading)
    #expect(meaning?.concept == concept)
    #expect(meaning?.topic == topic)
  }

  @Test(arguments: [
    ("The Honest Downsides", Concept.cons, "honest"), ("Health Benefits", .pros, "health"),
    ("Competitive Advantages", .pros, "competitive"), ("Current Limitations", .cons, "current"),
    ("Gesundheitliche Vorteile", .pros, "gesundheitliche"), ("Avantages fiscaux", .pros, "fiscaux"),
    ("Riesgos laborales", .cons, "laborales"), ("Скрытые недостатки", .cons, "скрытые"),
    ("Eerlijke nadelen", .cons, "eerlijke"), ("健康优势", .pros, "健康"),
  ])
  func `takes any adjective`(heading: String, concept: Concept, qualifier: String) {
    #expect(meaning(heading)?.concept == concept)
    #expect(meaning(heading)?.qualifier == qualifier)
  }

  @Test(arguments: [
    "Reducing Risks", "Know the Risks", "No Drawbacks", "Avoid Drawbacks", "Theory of Advantages",
    "Away Goals", "降低风险", "没有缺点", "リスク回避", "Цели, методы и результаты",
    "Resolve current limitations", "Steam, Benefits", "ノーリスク",
  ])
  func `is not said where a verb, a negation or a list makes something else of the noun`(
    heading: String
  ) {
    #expect(meaning(heading) == nil)
  }

  @Test(arguments: [
    "一、优点", "（二）优点", "第1章 メリット", "第二节 优点", "가. 장점", "优点（Pros）", "Advantages (pros)",
    "メリット3つ", "Pros {#pros}", "Vorteile (+)", "장점 3가지",
  ])
  func `is known within numbers, glosses and anchors`(heading: String) {
    #expect(meaning(heading)?.concept == .pros)
  }

  @Test(arguments: [
    "Inconve\u{301}nients", "テ\u{3099}メリット", "De\u{301}savantages",
    "\u{1103}\u{1161}\u{11AB}\u{110C}\u{1165}\u{11B7}",
  ])
  func `is known however its letters are composed`(heading: String) {
    #expect(meaning(heading)?.concept == .cons)
    #expect(Vocabulary.builtIn.meaning(ofLabel: Excerpt(heading))?.concept == .cons)
  }

  @Test func `is not read from the target of a wiki's link`() {
    let heading = "[[benefits_of_steam | Limitations of Steam]]"
    #expect(Self.sides("# T\n\n## \(heading)\n\n- a\n") == "0+ 1- 0=")
    let article = ArticleParser().parse(
      SourceText("# T\n\n## Pros\n\n- [[a_b|Quiet]] and [[small]], [[x]](/y) [[a]\n"),
      media: .markdown)
    #expect(article.pros.map(\.text) == ["Quiet and small, [x] [[a]"])
  }

  // MARK: Company

  @Test(arguments: [
    ("## Challenges\n\n- a\n", "0+ 0- 0="),
    ("## Benefits\n\n- a\n\n## Challenges\n\n- b\n", "1+ 1- 0="),
    ("## Benefits\n\n- a\n\n### Challenges\n\n- b\n", "2+ 0- 0="),
    ("## Opportunities\n\n- a\n\n## Threats\n\n- b\n", "1+ 1- 0="),
    ("## Vorteile\n\n- a\n\n## Herausforderungen\n\n- b\n", "1+ 1- 0="),
    ("## Grenzen\n\n- a\n", "0+ 0- 0="), ("## 課題\n\n- a\n", "0+ 0- 0="),
    ("## メリット\n\n- a\n\n## 課題\n\n- b\n", "1+ 1- 0="),
    ("## 장점\n\n- a\n\n## 문제점\n\n- b\n", "1+ 1- 0="),
    ("## Преимущества\n\n- a\n\n## Проблемы\n\n- b\n", "1+ 1- 0="),
    ("## Ventajas\n\n- a\n\n## Desafíos\n\n- b\n", "1+ 1- 0="),
    ("## Reasons for Caution\n\n- a\n", "0+ 0- 0="),
    ("## Reasons for Caution\n\n- a\n\n## Risks\n\n- b\n", "0+ 1- 0="),
    ("## Reasons for Tolls\n\n- a\n\n## Reasons Against Tolls\n\n- b\n", "1+ 1- 0="),
    ("## The Good\n\n- a\n\n## The Bad\n\n- b\n", "1+ 1- 0="),
    ("## The Good\n\n- a\n", "0+ 0- 0="),
    ("## X\n\n- Benefits: a\n- Concerns: b\n", "1+ 1- 0="),
    ("## X\n\n- Concerns: b\n", "0+ 0- 0="),
    ("## X\n\n**Benefits:**\n\n- a\n\n**Challenges:**\n\n- b\n", "1+ 1- 0="),
    ("## X\n\n| A | Strengths | Challenges |\n|---|---|---|\n| x | y | z |\n", "1+ 1- 0="),
    ("## X\n\n| A | Challenges |\n|---|---|\n| x | z |\n", "0+ 0- 0="),
    ("## Risks and Challenges\n\n- a\n", "0+ 1- 0="),
    ("## Arguments for and Against Ferries\n\nThey run late.\n\nThey are loud.\n", "0+ 0- 0="),
  ])
  func `is said by twins in company alone`(text: String, expected: String) {
    #expect(Self.sides("# T\n\n" + text) == expected)
  }

  @Test func `that lacks its company is noted`() {
    let article = ArticleParser().parse(
      SourceText("# T\n\n## Challenges\n\n- a\n"), media: .markdown)
    #expect(article.diagnostics.map(\.code) == [.unrecognisedHeading])
    #expect(article.sections.map(\.kind) == [.other])
  }

  // MARK: Sentences

  @Test(arguments: [
    ("Limitations", "Despite its benefits, steam has limits:", "0+ 1- 0="),
    ("Goals", "it has several disadvantages:", "0+ 1- 0="),
    ("Benefits", "There are, however, two drawbacks:", "0+ 1- 0="),
    ("X", "While the advantages are many, there are limits:", "0+ 0- 0="),
    ("X", "To achieve the goals above it imposes limits:", "0+ 0- 0="),
    ("X", "There are several reasons for this:", "0+ 0- 0="),
    ("X", "Possible reasons for the poor result include:", "0+ 0- 0="),
    ("X", "Despite its benefits, the ferry has two drawbacks:", "0+ 1- 0="),
    ("X", "Trotz ihrer Vorteile hat die Fähre, wie wir wissen, zwei Nachteile:", "0+ 1- 0="),
    ("X", "Malgré ses avantages, le ferry a deux inconvénients :", "0+ 1- 0="),
    ("X", "メリットは多いものの、次のデメリットがあります：", "0+ 1- 0="),
    ("X", "虽然优点很多，但它有以下缺点：", "0+ 1- 0="),
    ("X", "This plan has the following benefits:", "1+ 0- 0="),
    ("X", "it has these goals:", "0+ 0- 1="),
    ("X", "Other towns have similar goals:", "0+ 0- 0="),
  ])
  func `is announced by the noun of the main clause`(
    heading: String, sentence: String, expected: String
  ) {
    #expect(Self.sides("# T\n\n## \(heading)\n\n\(sentence)\n\n- a\n") == expected)
  }
}
