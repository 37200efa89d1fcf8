import Testing

@testable import ArticleParsing

@Suite struct `recognition of the language` {
  private func language(_ text: String, _ media: DocumentMedia = .plainText) -> String? {
    ArticleParser().parse(SourceText(text), media: media).language
  }

  @Test(arguments: [
    ("en", "The ferry was late, and nobody on the quay knew why it had not left the island."),
    ("de", "Die Fähre kam zu spät, und niemand auf dem Kai wusste, warum sie nicht fuhr."),
    (
      "fr",
      "Le bac était en retard, et personne sur le quai ne savait pourquoi il restait dans l’île."
    ),
    ("es", "El barco llegó tarde, y nadie en el muelle sabía por qué no había salido de la isla."),
    (
      "it",
      "Il traghetto era in ritardo e nessuno sul molo sapeva che cosa fosse successo con la nave."
    ),
    (
      "pt",
      "O barco não chegou a horas, e ninguém no cais sabia o que se passava com os passageiros."
    ),
    (
      "nl",
      "De veerboot was te laat en niemand op de kade wist waarom het schip niet was vertrokken."
    ),
    (
      "pl",
      "Prom się spóźnił i nikt na nabrzeżu nie wiedział, co jest przyczyną ani jak to się skończy."
    ),
    ("tr", "Vapur geç kaldı ve rıhtımda bekleyen yolcular bu gecikme için bir neden bulamadı."),
    ("uk", "Пором запізнився, і ніхто на причалі не знав, чому він ще стоїть біля острова."),
    ("ru", "Паром опоздал, и никто на причале не знал, почему он ещё не вышел с острова."),
    ("ja", "船は遅れ、桟橋の人々は理由を知らなかった。"),
    ("zh", "渡轮晚点了，码头上没有人知道原因。"),
    ("zh", "渡輪誤點了，碼頭上沒有人知道原因。"),
    ("ko", "배가 늦었고 부두에 있던 사람들은 이유를 몰랐다."),
    ("ar", "تأخرت العبارة ولم يعرف أحد على الرصيف سبب بقائها."),
  ])
  func `a sentence tells it`(expected: String, text: String) {
    #expect(language(text) == expected)
  }

  @Test(arguments: [
    (
      "English that quotes Japanese", "en",
      "The sign on the quay said 出港は明日です, and it was right about that."
    ),
    ("Japanese full of names", "ja", "このServerはSwiftで書かれており、Linuxでも動きます。設定はJSONで行います。"),
    ("Japanese with few kana", "ja", "東京都議会交通委員会は来年度予算案を可決した。"),
    (
      "Russian that quotes English", "ru",
      "Это был большой релиз: Swift и Linux. Мы уже попробовали его."
    ),
    (
      "Ukrainian with a Russian name", "uk",
      "Це був звіт, який підготував Рыбаков, але він ще не вийшов із друку."
    ),
    (
      "German after an English title", "de",
      "The Ferry\n\nDie Fähre kam zu spät, und niemand auf dem Kai wusste, warum."
    ),
  ])
  func `most of the text decides`(name: String, expected: String, text: String) {
    #expect(language(text) == expected)
  }

  @Test(arguments: [
    ("nothing", ""),
    ("numbers", "12 345 678, 9.10"),
    ("one word", "Ferry"),
    ("two frequent words", "The ferry is late"),
    ("two characters", "東京"),
    ("names", "Ada Lovelace, Emmy Noether, Lise Meitner"),
    ("two languages alike", "The ferry of the day. Der Hund und die Katze."),
    ("Swedish", "Färjan var sen, och det var ingen som visste att den inte skulle gå för dagen."),
    ("Czech", "Trajekt se zpozdil a nikdo nevěděl, že je loď ve městě, aby jsou jako doma."),
    ("Persian", "کشتی دیر کرد و هیچ‌کس روی اسکله نمی‌دانست که چرا گیر کرده است."),
    (
      "Belarusian",
      "Паром спазніўся, і ўсё было ціха: ніхто ў порце нічога не ведаў пра ўсё гэта ў горадзе."
    ),
    ("Greek", "Το πλοίο άργησε και κανείς στην προβλήτα δεν ήξερε γιατί."),
  ])
  func `there is none where it cannot be told`(name: String, text: String) {
    #expect(language(text) == nil)
  }

  @Test func `what the document declares counts`() {
    #expect(
      language("---\nlang: pt-BR\n---\n\nThe ferry was late, and it was full.", .markdown) == "pt")
  }

  @Test func `only the beginning of a long text is read`() {
    let german = String(repeating: "Die Fähre und der Kai. ", count: 2000)
    #expect(language(String(repeating: "The ferry and the quay. ", count: 100) + german) == "en")
  }

  @Test(arguments: Language.all.map(\.tag))
  func `every language can be told`(tag: String) throws {
    let language = try #require(Language.all.first { $0.tag == tag })
    let isAlone = Language.all.count { $0.script == language.script } == 1
    #expect(isAlone || language[.frequent].entries.count >= 14)
  }
}
