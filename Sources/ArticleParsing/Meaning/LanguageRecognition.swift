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
  /// Signs of each language, those of the languages without an entry last.
  private var signs: [Int]

  private init(_ known: LanguageSigns) {
    self.known = known
    signs = [Int](repeating: 0, count: known.tags.count + 1)
  }

  /// The BCP 47 tag of a text's language; `nil` when it cannot be told: too little text, as many signs
  /// of two languages, or more of a language that the vocabulary does not have.
  ///
  /// Reads only as far as it must, and never more than 16 KiB.
  static func language(of text: SourceText, _ vocabulary: Vocabulary) -> String? {
    var recognition = LanguageRecognition(vocabulary.languageSigns)
    var offset = 0
    let end = min(text.utf8.count, longestSample)
    while offset < end, !recognition.isSettled {
      offset = recognition.read(text.utf8, from: offset, to: min(offset + step, end))
    }
    return recognition.language
  }

  /// Counts words and letters from an offset on, up to the end of the word at another.
  private mutating func read(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let span = bytes.span
    var offset = start
    var latin = 0
    while offset < end {
      guard span[offset].isLetter || span[offset] >= 0x80 else {
        offset += 1
        continue
      }
      let wordStart = offset
      // A run without spaces may be a whole page.
      let limit = min(max(end, wordStart + Self.longestWord + 1), bytes.count)
      while offset < limit, span[offset].isLetter { offset += 1 }
      latin += offset - wordStart
      if offset < limit, span[offset] >= 0x80 {
        offset = readOn(bytes, wordStart, from: offset, to: limit)
      } else if offset - wordStart <= Self.longestWord,
        known.shapes.mayHave(span, wordStart..<offset)
      {
        known.count(Phrase(folding: span, wordStart..<offset), in: &signs)
      }
    }
    weights[Script.latin.rawValue] += latin
    return offset
  }

  /// Counts the rest of a word that has other letters than ASCII's, up to a limit, and says where it
  /// ends.
  private mutating func readOn(
    _ bytes: [UInt8], _ wordStart: Int, from start: Int, to limit: Int
  ) -> Int {
    var word = Phrase(folding: bytes.span, wordStart..<start)
    var offset = start
    while offset < limit, bytes[offset].isLetter || bytes[offset] >= 0x80 {
      if bytes[offset] < 0x80 {
        word.add(bytes[offset])
        weights[Script.latin.rawValue] += 1
        offset += 1
      } else {
        offset += countLetter(bytes, at: offset, of: &word)
      }
    }
    if offset - wordStart <= Self.longestWord { known.count(word, in: &signs) }
    return offset
  }

  /// Counts a letter that is not ASCII, adds it to its word and says how long it is.
  private mutating func countLetter(
    _ bytes: [UInt8], at offset: Int, of word: inout Phrase
  ) -> Int {
    guard let (scalar, length) = bytes.scalar(at: offset) else { return 1 }
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
    var first = signs.last ?? 0
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
    let others = signs.last ?? 0
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

  /// The script that most of the text is in. A tenth of kana among Chinese characters makes Japanese.
  private var script: Script {
    let kana = weights[Script.kana.rawValue]
    let han = weights[Script.han.rawValue]
    var most = Script.latin
    for alphabet in Script.allCases
    where alphabet.partsWords && weights[alphabet.rawValue] > weights[most.rawValue] {
      most = alphabet
    }
    guard kana + han > weights[most.rawValue] else { return most }
    return kana * 9 >= han ? .kana : .han
  }
}

extension Unicode.Scalar {
  /// What a letter is written in, and how many letters of an alphabet it is worth; none for what is
  /// no letter and for other scripts.
  fileprivate var script: (Script, weight: Int)? {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: (.latin, 1)
    case 0x400...0x52F: (.cyrillic, 1)
    case 0x620...0x64A, 0x66E...0x6D3: (.arabic, 1)
    case 0x1100...0x11FF, 0xAC00...0xD7A3: (.hangul, 2)
    case 0x3041...0x3096, 0x30A1...0x30FA: (.kana, 2)
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F: (.han, 3)
    default: nil
    }
  }
}
