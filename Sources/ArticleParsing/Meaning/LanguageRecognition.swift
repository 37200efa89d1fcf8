/// Tells a text's language by its script, its frequent words and the letters that only some
/// languages have.
struct LanguageRecognition {
  /// Bytes looked at, at most; more would not change the answer.
  private static let longestSample = 16 << 10
  /// After this many bytes, and after as many again, it is asked whether the rest matters.
  private static let step = 512
  /// A lead of this many signs settles it.
  private static let decisiveLead = 24
  /// Fewer signs than this tell nothing.
  private static let fewestSigns = 3
  /// Fewer letters than this tell no script.
  private static let fewestLetters = 8
  /// No frequent word has more bytes.
  private static let longestWord = 16

  private let known: LanguageSigns
  /// Letters by their script; a letter that is a syllable or a word counts as several.
  private var weights = [Int](repeating: 0, count: Script.allCases.count)
  /// Signs of each language, and behind them of the languages without an entry by their script.
  private var signs: [Int]

  private init(_ known: LanguageSigns) {
    self.known = known
    signs = [Int](repeating: 0, count: known.tags.count + Script.allCases.count)
  }

  /// The BCP 47 tag of a document's language; `nil` when it cannot be told: too little text, as many signs
  /// of two languages, or more of a language that the vocabulary does not have.
  ///
  /// Paragraphs and items tell it; headings, which are often English, only where these tell nothing. Reads
  /// only as far as it must, and never more than 16 KiB.
  static func language(of document: Document) -> String? {
    var recognition = LanguageRecognition(document.vocabulary.languageSigns)
    recognition.read(document) { !$0.isHeading }
    if recognition.language == nil { recognition.read(document, \.isHeading) }
    return recognition.language
  }

  /// Counts the words and letters of some of a document's blocks, until no doubt is left.
  private mutating func read(_ document: Document, _ isRead: (Block) -> Bool) {
    var rest = Self.longestSample
    for block in document.blocks where block.isText && isRead(block) {
      let text = document.prose(block).text
      var offset = 0
      while offset < min(text.count, rest) {
        if isSettled { return }
        offset = read(text, from: offset, to: min(offset + Self.step, text.count))
      }
      rest -= offset
      guard rest > 0 else { return }
    }
  }

  /// Counts words and letters from an offset on, up to the end of the word at another.
  private mutating func read(_ text: Excerpt, from start: Int, to end: Int) -> Int {
    var offset = start
    var latin = 0
    while offset < end {
      guard text[offset].isLetter || text[offset] >= 0x80 else {
        // What stands behind `https:` are no words.
        offset = text.has("://", at: offset) ? Self.addressEnd(text, from: offset) : offset + 1
        continue
      }
      let wordStart = offset
      // A run without spaces may be a whole page.
      let limit = min(max(end, wordStart + Self.longestWord + 1), text.count)
      while offset < limit, text[offset].isLetter { offset += 1 }
      latin += offset - wordStart
      if offset < limit, text[offset] >= 0x80 {
        offset = readOn(text, wordStart, from: offset, to: limit)
      } else if offset - wordStart <= Self.longestWord {
        text.withBytes { bytes in
          guard known.shapes.mayHave(bytes, wordStart..<offset) else { return }
          known.count(Phrase(folding: bytes, wordStart..<offset), in: &signs)
        }
      }
    }
    weights[Script.latin.rawValue] += latin
    return offset
  }

  /// Where an address ends: before white space.
  private static func addressEnd(_ text: Excerpt, from start: Int) -> Int {
    var offset = start
    while offset < text.count, !text[offset].isSpace { offset += 1 }
    return offset
  }

  /// Counts the rest of a word that has other letters than ASCII's, up to a limit, and says where it
  /// ends.
  private mutating func readOn(
    _ text: Excerpt, _ wordStart: Int, from start: Int, to limit: Int
  ) -> Int {
    var word = text.withBytes { Phrase(folding: $0, wordStart..<start) }
    var offset = start
    while offset < limit, text[offset].isLetter || text[offset] >= 0x80 {
      if text[offset] < 0x80 {
        word.add(text[offset])
        weights[Script.latin.rawValue] += 1
        offset += 1
      } else {
        offset += countLetter(text, at: offset, of: &word)
      }
    }
    if offset - wordStart <= Self.longestWord { known.count(word, in: &signs) }
    return offset
  }

  /// Counts a letter that is not ASCII, adds it to its word and says how long it is.
  private mutating func countLetter(
    _ text: Excerpt, at offset: Int, of word: inout Phrase
  ) -> Int {
    guard let (scalar, length) = text.scalar(at: offset) else { return 1 }
    word.add(scalar)
    if let (script, weight) = scalar.script { weights[script.rawValue] += weight }
    known.count(scalar, in: &signs)
    return length
  }

  /// Whether what was read leaves no doubt.
  private var isSettled: Bool {
    let script = script
    guard known.scripts.count(where: { $0 == script }) > 1 else {
      return weights[script.rawValue] > Self.step / 4
    }
    // The two that have the most signs, the languages without an entry among them.
    var first = others(in: script)
    var second = Int.min
    for (language, signs) in zip(known.scripts, signs) where language == script {
      second = max(second, min(first, signs))
      first = max(first, signs)
    }
    return first - second >= Self.decisiveLead
  }

  private var language: String? {
    let script = script
    guard weights[script.rawValue] >= Self.fewestLetters else { return nil }
    let others = others(in: script)
    var best: Int?
    /// The most signs of another language of the script, if there is one.
    var second: Int?
    for index in known.scripts.indices where known.scripts[index] == script {
      if let first = best {
        second = max(second ?? 0, min(signs[first], signs[index]))
        if signs[index] > signs[first] { best = index }
      } else {
        best = index
      }
    }
    guard let best else { return nil }
    guard let second else { return others > signs[best] ? nil : known.tags[best] }
    return signs[best] >= Self.fewestSigns && signs[best] > max(second, others)
      ? known.tags[best] : nil
  }

  /// Signs of the languages of a script that have no entry.
  private func others(in script: Script) -> Int { signs[known.tags.count + script.rawValue] }

  /// The script of the text: of those but Latin the one that most of it is in, if that is a part that names
  /// and terms do not make up; technical texts of any script are full of Latin words. A tenth of kana among
  /// Chinese characters makes Japanese.
  private var script: Script {
    let kana = weights[Script.kana.rawValue]
    let han = weights[Script.han.rawValue]
    var most = Script.cyrillic
    for alphabet in [Script.arabic, .hangul]
    where weights[alphabet.rawValue] > weights[most.rawValue] {
      most = alphabet
    }
    let others = max(weights[most.rawValue], kana + han)
    guard others * Self.latinAmongOthers > weights[Script.latin.rawValue] else { return .latin }
    guard kana + han > weights[most.rawValue] else { return most }
    return kana * 9 >= han ? .kana : .han
  }

  /// A text with so many Latin letters for each of another script is still one of that script.
  private static let latinAmongOthers = 2
}
