import Testing

@testable import ArticleParsing

@Suite struct `the vocabulary` {
  private let vocabulary = Vocabulary.builtIn

  private func concept(_ heading: String) -> Concept? {
    vocabulary.meaning(ofHeading: Excerpt(heading))?.concept
  }

  static let all: [(language: String, phrase: String, concept: Concept)] = Language.all.flatMap {
    language in
    Concept.allCases.flatMap { concept in
      language[.headings(concept)].entries.map { (language.tag, $0.text, concept) }
    }
  }

  // MARK: The table

  @Test func `in one language a phrase says one thing, once`() {
    for (key, entries) in Dictionary(grouping: Self.all, by: { "\($0.language) \($0.phrase)" }) {
      #expect(entries.count == 1, "\(key): \(entries.map(\.concept))")
    }
  }

  /// Words that say different things in two languages; the first language of the table wins.
  static let disputed: Set<String> = []

  @Test func `languages agree, but for known words`() {
    var disputed: Set<String> = []
    for (phrase, entries) in Dictionary(grouping: Self.all, by: { $0.phrase })
    where Set(entries.map(\.concept)).count > 1 {
      disputed.insert(phrase)
    }
    #expect(disputed == Self.disputed)
  }

  /// A phrase is found as it is written in the table, and in capitals.
  @Test func `every phrase is understood as a heading`() {
    for (language, phrase, concept) in Self.all where !phrase.contains("*") {
      guard !Self.disputed.contains(phrase) else { continue }
      #expect(self.concept(phrase) == concept, "\(language): \(phrase)")
      #expect(self.concept(phrase.uppercased()) == concept, "\(language): \(phrase.uppercased())")
    }
  }

  @Test func `every actor's phrase is understood`() {
    for (language, phrase, concept) in Self.all where phrase.contains("*") {
      let heading = phrase.replacing("*", with: "Mira Okafor")
      let meaning = vocabulary.meaning(ofHeading: Excerpt(heading))
      #expect(meaning?.concept == concept, "\(language): \(heading)")
      #expect(meaning?.actor == "Mira Okafor", "\(language): \(heading)")
    }
  }

  @Test(arguments: Language.all.map(\.tag))
  func `every language has the parts of an article`(tag: String) throws {
    let language = try #require(Language.all.first { $0.tag == tag })
    for concept: Concept in [
      .objectives, .pros, .cons, .prosAndCons, .takeaways, .context, .outlook, .callToAction,
      .conclusion, .introduction, .summary, .analysis,
    ] {
      #expect(language.has(.headings(concept)), "\(concept)")
    }
    #expect(language.has(.words(.conditionals)))
    #expect(language.has(.words(.placeholders)))
  }

  // MARK: Headings

  @Test(arguments: [
    ("What the Governors Do Not Want", Concept.nonGoals, "Governors"),
    ("What Does Ankara Want?", .objectives, "Ankara"),
    ("Was wollen die Länder erreichen?", .objectives, "Länder"),
    ("Чего хочет Киев?", .objectives, "Киев"),
    ("Wat wil de gemeente?", .objectives, "gemeente"),
  ])
  func `the actor is what the phrase leaves`(heading: String, concept: Concept, actor: String) {
    let meaning = vocabulary.meaning(ofHeading: Excerpt(heading))
    #expect(meaning == HeadingMeaning(concept: concept, actor: actor))
  }

  @Test(arguments: [
    ("The Possible Drawbacks", Concept.cons, "possible"),
    ("Avantages potentiels", .pros, "potentiels"),
    ("Riesgos posibles", .cons, "posibles"),
    ("Mögliche Vorteile", .pros, "mögliche"),
    ("Возможные риски", .cons, "возможные"),
    ("المزايا المحتملة", .pros, "المحتملة"),
    ("예상되는 단점", .cons, "예상되는"),
  ])
  func `an adjective may stand on either side`(
    heading: String, concept: Concept, qualifier: String
  ) {
    let meaning = vocabulary.meaning(ofHeading: Excerpt(heading))
    #expect(meaning == HeadingMeaning(concept: concept, qualifier: qualifier))
  }

  @Test(arguments: [
    "Risks and Mitigations", "Risks & Mitigations", "Risks / Mitigations", "Risiken und Maßnahmen",
    "Decision Drivers", "リスクと対策", "风险与对策", "Риски и меры", "Riscos e mitigações",
    "Risico’s en maatregelen", "Rischi e contromisure", "Riesgos y medidas de mitigación",
  ])
  func `known, and known to be no points`(heading: String) {
    #expect(concept(heading) == .setAside)
  }

  @Test(arguments: [
    "Consider the Lilies", "Consistent Results", "Prospects", "Proposal", "Proposals for Reform",
    "Professional Help", "Contrast", "Plus: Five Recipes", "Highs and Lows", "Costs", "Challenges",
    "Recommendations", "Stärke 3 mm", "Lo mejor de 2024", "Cosa fare a Roma", "Endergebnis",
    "プロ野球", "ゴール", "Возможности", "Chance of Rain", "An Objective Test",
    "Goals, Methods and Results", "就业率", "若干年后", "目的地", "利率", "弊社について", "優勝",
  ])
  func `what only looks like a word of ours says nothing by itself`(heading: String) {
    for meaning in [
      vocabulary.meaning(ofHeading: Excerpt(heading)),
      vocabulary.meaning(ofLabel: Excerpt(heading)),
    ] {
      #expect(meaning.map { Company().admits($0.saying) } ?? false == false)
    }
  }

  // MARK: Letters

  @Test(arguments: [
    ("ПЛЮСЫ И МИНУСЫ", "плюсы и минусы"), ("İTİRAZLAR", "itirazlar"), ("ARTILARI", "artıları"),
    ("AUSSERHALB", "außerhalb"), ("الأَهْدَافُ", "الاهداف"), ("المــزايا", "المزايا"),
    ("ÇÖZÜM", "çözüm"), ("L’ESSENTIEL", "l'essentiel"), ("장점", "장점"), ("メリット", "メリット"),
    ("Drawback(s)", "drawbacks"),
  ])
  func `words are compared without what does not tell them apart`(written: String, plain: String) {
    #expect(Words(Excerpt(written)).phrase == Phrase(plain))
  }

  @Test(arguments: [
    ("メリット・デメリット", ["メリット", "デメリット"]), ("一つ、二つ。三つ", ["一つ", "二つ", "三つ"]),
    ("优点：便宜；安静", ["优点", "便宜", "安静"]), ("장점과 단점", ["장점과", "단점"]),
    ("المزايا، والعيوب", ["المزايا", "والعيوب"]), ("за і проти", ["за", "і", "проти"]),
    ("що варто запам’ятати", ["що", "варто", "запам’ятати"]), ("コーヒーの時々", ["コーヒーの時々"]),
    ("voor- en nadelen", ["voor", "en", "nadelen"]), ("ｆｕｌｌ　ｗｉｄｔｈ", ["ｆｕｌｌ", "ｗｉｄｔｈ"]),
  ])
  func `words are parted by what stands between them`(text: String, expected: [String]) {
    let words = Words(Excerpt(text))
    #expect(words.words.indices.map { words.written($0..<$0 + 1) } == expected)
  }

  @Test(arguments: [
    ("一つ。二つ！「三つ。」四つ？", ["一つ。", "二つ！", "「三つ。」", "四つ？"]),
    ("第一。（第二。）第三", ["第一。", "（第二。）", "第三"]),
  ])
  func `sentences of scripts without spaces end at their marks`(text: String, expected: [String]) {
    let text = Excerpt(text)
    #expect(Sentences(text, vocabulary).map(text.string) == expected)
  }

  @Test(arguments: Language.all.map(\.tag))
  func `no line of the page is a heading that says something`(tag: String) throws {
    let language = try #require(Language.all.first { $0.tag == tag })
    let lines = language[.furniture].entries.map(\.text)
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(Vocabulary.builtIn.meaning(ofHeading: Excerpt(line)) == nil, "\(line)")
    }
  }

  @Test(arguments: [
    ("The Governor’s objectives", true), ("L’essentiel", true), ("Risico’s", true),
    ("Преимущества парка", true), ("“Objectives” – in short", true),
    ("当てにする、メリット、他", true), ("Drawback(s)", true),
    ("The governor’s cat — “grey”…", false), ("L’été à l’étang", false), ("Улица и мост", false),
    ("橋を渡る猫", false), ("✅ 🟢", false), ("", false),
  ])
  func `a text without a word of the vocabulary is told from one with any, in any script`(
    text: String, mayKnow: Bool
  ) {
    #expect(Excerpt(text).mayHave(Vocabulary.builtIn.anchors) == mayKnow)
  }

  @Test func `only the first words of a text are looked at where no more are wanted`() {
    for text in ["Seltsam, aber Vorteile", "Странно, но преимущества", "L’été, vite: avantages"] {
      #expect(Excerpt(text).mayHave(Vocabulary.builtIn.anchors))
      #expect(!Excerpt(text).mayHave(Vocabulary.builtIn.anchors, words: 2))
    }
  }

  // MARK: Labels and scenarios

  @Test(arguments: [
    "メリット：安い；静か；小さい。", "优点：安い；静か；小さい。", "Плюсы: 安い; 静か; 小さい.",
    "장점: 安い; 静か; 小さい", "المزايا: 安い; 静か; 小さい", "Pros： 安い；静か；小さい",
  ])
  func `a label may end in any colon, and its parts in any semicolon`(line: String) {
    let article = ArticleParser().parse(SourceText("T\n\n\(line)\n"), media: .plainText)
    #expect(article.pros.map(\.text) == ["安い", "静か", "小さい"])
    #expect(article.pros.allSatisfy { article.text[$0.source.bytes] == $0.text })
  }

  @Test(arguments: [
    ("ja", "もし議会が可決すれば、工事が始まる。", "議会が可決すれば", "工事が始まる。"),
    ("ja", "逆に、もしも雨なら、祭りは中止だ。", "雨なら", "祭りは中止だ。"),
    ("ja", "もし市が、約束どおり、払うならば、橋は残る。", "市が、約束どおり、払うならば", "橋は残る。"),
    ("zh", "如果议会批准，那么工程将开始。", "议会批准", "工程将开始。"),
    ("zh", "但如果議會否決，工程將停止。", "議會否決", "工程將停止。"),
    ("ko", "만약 의회가 승인하면, 공사가 시작된다.", "의회가 승인하면", "공사가 시작된다."),
    ("ar", "إذا وافق المجلس، فستبدأ الأعمال.", "وافق المجلس", "فستبدأ الأعمال."),
    (
      "ru", "Если совет одобрит план, то стройка начнётся.", "совет одобрит план",
      "стройка начнётся."
    ),
    ("uk", "Натомість якщо рада відмовить, міст закриють.", "рада відмовить", "міст закриють."),
    (
      "pl", "Jeśli rada się zgodzi, budowa ruszy w maju.", "rada się zgodzi", "budowa ruszy w maju."
    ),
    ("tr", "Eğer meclis onaylarsa, inşaat başlar.", "meclis onaylarsa", "inşaat başlar."),
    ("pt", "Se a câmara aprovar, a obra começa.", "a câmara aprovar", "a obra começa."),
    ("nl", "Als de raad instemt, begint de bouw.", "de raad instemt", "begint de bouw."),
    ("es", "En cambio, si llueve, el mercado cierra.", "llueve", "el mercado cierra."),
    ("it", "Se piove, il mercato chiude.", "piove", "il mercato chiude."),
  ])
  func `a condition ends at the comma of its script`(
    tag: String, sentence: String, condition: String, consequence: String
  ) throws {
    let text = Excerpt(sentence)
    let words = try #require(vocabulary.conditionWords(of: tag))
    let reader = ScenarioReader(words: words, vocabulary: vocabulary)
    let parts = try #require(reader.parts(of: text.indices, in: text))
    #expect(text.string(parts.condition) == condition)
    #expect(text.string(parts.consequence) == consequence)
  }

  @Test(arguments: [
    ("ja", "もしかすると、雨が降る。"), ("ja", "議会がもし可決すれば、始まる。"), ("ja", "もし可決すれば始まる。"),
    ("zh", "他问如果下雨怎么办，没人知道。"), ("zh", "如果。"), ("ko", "그는 만약 비가 오면, 간다."),
  ])
  func `other sentences are no scenarios`(tag: String, sentence: String) throws {
    let text = Excerpt(sentence)
    let words = try #require(vocabulary.conditionWords(of: tag))
    let reader = ScenarioReader(words: words, vocabulary: vocabulary)
    #expect(reader.parts(of: text.indices, in: text) == nil)
  }
}
