@testable import ArticleStore
import Testing

/// The folded words of a text, with one space between.
func folded(_ text: String) -> String {
  var words: [UInt8] = []
  SearchWords.append(text, to: &words)
  return String(decoding: words.dropLast(), as: UTF8.self)
}

/// The words of a text as they are written in it, and as they are folded.
func places(_ text: String) -> [(written: String, folded: String)] {
  var words: [UInt8] = []
  var reading = SearchWords()
  let utf8 = Array(text.utf8)
  var places: [(String, String)] = []
  var start = 0
  while let word = reading.next(in: utf8.span, to: &words) {
    places.append(
      (
        String(decoding: utf8[word.source], as: UTF8.self),
        String(decoding: words[start..<words.count - 1], as: UTF8.self)
      ))
    start = words.count
  }
  return places
}

struct `Words of a search` {
  @Test(arguments: [
    ("Trams, and the HARBOUR.", "trams and the harbour"),
    ("", ""), ("  …  ", ""), ("!", ""),
    ("Putin’s don't o'clock", "putin s don t o clock"),
    ("night-time snake_case A/B C++ e.g.", "night time snake case a b c e g"),
    ("42nd B2B 3D", "42nd b2b 3d"),
  ])
  func `are runs of letters and digits in lower case`(text: String, words: String) {
    #expect(folded(text) == words)
  }

  @Test(arguments: [
    ("1,100", "1100"), ("1.100", "1100"), ("1'100 1’100", "1100 1100"),
    ("1\u{A0}100 1\u{202F}100 1\u{2009}100", "1100 1100 1100"), ("12,345,678.90", "12345678 90"),
    ("3.5", "3 5"), ("3,14", "3 14"), ("1234,567", "1234 567"), ("1,1000", "1 1000"),
    ("1,100a", "1 100a"), ("a1,100", "a1 100"), ("09.08.2025", "09 08 2025"), ("10.", "10"),
    ("100,20", "100 20"), ("1,100,", "1100"), ("1 100", "1 100"), ("２,０００", "2 000"),
    ("٣٤ १२", "34 12"),
  ])
  func `leave out what groups the digits of a number`(text: String, words: String) {
    #expect(folded(text) == words)
  }

  @Test(arguments: [
    ("Café RÉSUMÉ naïve Ürün", "cafe resume naive urun"),
    ("Øre Łódź Đà Þing ĲSSEL", "ore lodz da thing ijssel"),
    ("Straße STRASSE GROẞ", "strasse strasse gross"),
    ("İstanbul ISTANBUL ılık", "istanbul istanbul ilik"),
    ("Œuvre æon ﬁn ﬃx", "oeuvre aeon fin ffix"),
    ("Αθήνα ΑΘΗΝΑ λόγος ΛΌΓΟΣ ᾧ", "αθηνα αθηνα λογοσ λογοσ ω"),
    ("Ёлка йод Київ ґрунт Ўзбек", "елка иод киів ґрунт узбек"),
    ("Tiếng Việt", "tieng viet"),
    ("CO₂ x² Ⅳ", "co2 x2 iv"),
    ("ＡＢＣ　１２３", "abc 123"),
    ("п'ять п’ять пʼять", "п ять п ять п ять"),
    ("so\u{AD}ft a\u{200D}b \u{FEFF}c a\u{200B}b", "soft ab c a b"),
  ])
  func `have no marks and no capitals`(text: String, words: String) {
    #expect(folded(text) == words)
  }

  @Test(arguments: [
    // With and without points, with a tatweel, with the letters of Persian.
    ("مُحَمَّد محمد", "محمد محمد"), ("عـــربي", "عربي"), ("أإآا", "اااا"), ("کی", "كي"),
    ("مدرسة", "مدرسه"), ("שָׁלוֹם", "שלום"),
  ])
  func `of Arabic and Hebrew have no points`(text: String, words: String) {
    #expect(folded(text) == words)
  }

  @Test(arguments: [
    ("हिन्दी क़लम", "हिन्दी कलम"), ("தமிழ்", "தமிழ்"), ("ქართული ᲥᲐᲠᲗᲣᲚᲘ", "ქართული ქართული"),
    ("한국어 뉴스", "한국어 뉴스"), ("Հայերեն", "հայերեն"), ("አማርኛ", "አማርኛ"),
  ])
  func `of other scripts keep their vowel signs`(text: String, words: String) {
    #expect(folded(text) == words)
  }

  @Test(arguments: [
    ("日", "日"), ("日本", "日本 本"), ("東京都は", "東京 京都 都は は"),
    ("ﾃﾞｰﾀﾊﾟ・ヽ", "デー ータ タパ パ ヽ"), ("カ\u{3099}", "ガ"), ("は\u{309A}ん", "ぱん ん"),
    ("Tramで行く3時", "tram で行 行く く 3 時"), ("人々、〇", "人々 々 〇"),
    ("葛\u{E0100}飾", "葛飾 飾"), ("𠮷野", "𠮷野 野"), ("ไทย", "ไท ทย ย"),
  ])
  func `of scripts without spaces are pairs`(text: String, words: String) {
    #expect(folded(text) == words)
  }

  @Test(arguments: [
    ("caf\u{E9}", "cafe\u{301}"), ("й", "и\u{306}"), ("ガ", "カ\u{3099}"), ("Å", "A\u{30A}"),
    ("한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"), ("각", "가\u{11A8}"),
    ("ᾧ", "ω\u{314}\u{342}\u{345}"), ("क़", "क\u{93C}"), ("أ", "ا\u{654}"), ("ﬀ", "ff"),
  ])
  func `are the same however characters are composed`(one: String, other: String) {
    #expect(folded(one) == folded(other))
    #expect(!folded(one).isEmpty)
  }

  @Test func `are cut behind sixty-four bytes, between characters`() {
    #expect(
      folded(String(repeating: "a", count: 1_000) + " b") == String(repeating: "a", count: 64)
        + " b")
    #expect(
      folded("a" + String(repeating: "ф", count: 99)) == "a" + String(repeating: "ф", count: 31))
    // Nothing comes behind the cut, though it would fit.
    #expect(folded(String(repeating: "a", count: 63) + "фa") == String(repeating: "a", count: 63))
    #expect(folded("1" + String(repeating: ",100", count: 50)).utf8.count == 64)
  }

  @Test func `have their places in the text`() {
    #expect(
      places("«Le Café\u{301}», 1,100 日本人x").map(\.written)
        == ["Le", "Café\u{301}", "1,100", "日本", "本人", "人", "x"])
    #expect(
      places("a葛\u{E0100}飾\u{E0100}。").map(\.written) == [
        "a", "葛\u{E0100}飾\u{E0100}", "飾\u{E0100}",
      ])
  }

  @Test func `are read from any bytes`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
        [
          0x61, 0xE3, 0x81, 0x82, 0xC2, 0xF0, 0xA0, 0xEF, 0xBE, 0x9E, 0xE1, 0x84, 0x20, 0x31, 0x2C,
          0xFF,
        ]
        .randomElement(using: &generator) ?? UInt8(0)
      }
      var words: [UInt8] = []
      SearchWords.append(bytes.span, to: &words)
      #expect(words.count <= 3 * bytes.count + 1)
      #expect(words.isEmpty || words.last == UInt8(ascii: " "))
      #expect(String(validating: words, as: UTF8.self) != nil)
    }
  }
}

/// Numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
