/// Whether what the file of a language says is right: all that is wrong at once, each with its line.
package struct LanguageCheck: Sendable {
  /// Something that is wrong.
  package struct Fault: Error, Hashable, Sendable {
    /// The line, counted from 1.
    package let line: Int
    /// What is wrong, and what would be right.
    package let message: String
  }

  /// What is wrong, in the order of the lines.
  package private(set) var faults: [Fault] = []

  /// Where each list begins.
  private var begins: [Language.List: Int] = [:]
  /// Where each phrase stands: those of headings together, as each of them may say one thing.
  private var places: [Place: Int] = [:]

  private struct Place: Hashable {
    let list: Language.List?
    let phrase: String
  }

  /// Checks a file. Linear in it.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - others: the languages beside which its words will be looked up, whose headings must not say
  ///     something else by the same words.
  package init(_ file: LanguageFile, beside others: [Language] = []) {
    for line in file.header { checkHeader(line, file) }
    for name: StaticString in ["language", "script"] where file.value(of: name) == nil {
      note(1, "The file does not say `\(name): …` above its first list.")
    }
    let tag = file.value(of: "language")
    let said = Self.headings(of: others.filter { $0.tag != tag })
    for list in file.lists { check(list, said) }
    if tag != Language.undetermined { checkSides(file) }
    faults.sort { $0.line < $1.line }
  }

  private mutating func note(_ line: Int, _ message: String) {
    faults.append(Fault(line: line, message: message))
  }

  // MARK: What language it is

  private mutating func checkHeader(_ line: LanguageFile.NumberedLine, _ file: LanguageFile) {
    guard let (name, value) = line.entry.map({ ($0.name.string, $0.value.string) }),
      name == "language" || name == "script" || name == "adjectives" || name == "complements"
    else {
      return note(
        line.number,
        "Above the first list stand `language: TAG` and `script: NAME`, where words stand around a noun "
          + "(`adjectives: PLACE`, `complements: PLACE`), and nothing else.")
    }
    let isFirst = file.header.first { $0.entry?.name.string == name }?.number == line.number
    if !isFirst {
      note(line.number, "The \(name) is said twice.")
    } else if name == "language", !Self.isTag(value) {
      note(line.number, "\"\(value)\" is no language tag in small letters, such as en or pt-br.")
    } else if name == "script", Script(name: value) == nil {
      let scripts = Script.allCases.map(\.name).joined(separator: ", ")
      note(line.number, "\"\(value)\" is none of the scripts: \(scripts).")
    } else if name == "adjectives" || name == "complements", PhraseOrder.Places(name: value) == nil
    {
      note(line.number, "\"\(value)\" is none of the places: before, behind, both.")
    }
  }

  /// Whether this is a language tag as BCP 47 has them, in small letters: `en`, `pt-br`.
  private static func isTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { index, part in
      part.allSatisfy { $0.isLowercase || index > 0 && $0.isDigit }
        && (index == 0 ? 2...3 : 2...8).contains(part.count)
    }
  }

  // MARK: Lists

  /// What the headings of some languages say, and in which of them.
  private static func headings(
    of languages: [Language]
  ) -> [String: (concept: Concept, tag: String)] {
    var said: [String: (concept: Concept, tag: String)] = [:]
    for language in languages {
      for concept in Concept.allCases {
        for entry in language[.headings(concept)].entries where said[entry.text] == nil {
          said[entry.text] = (concept, language.tag)
        }
      }
    }
    return said
  }

  private mutating func check(
    _ list: LanguageFile.List, _ said: [String: (concept: Concept, tag: String)]
  ) {
    guard let kind = list.kind else {
      return note(
        list.name.number,
        "There is no list \(list.name.text.string). There are [\(Self.listNames)], and of points "
          + "[pros: nouns], [pros: twins], [pros: pairs], [pros: reasons] and [pros: sides].")
    }
    if let before = begins[kind] {
      return note(list.name.number, "The list [\(kind.name)] began at line \(before) already.")
    }
    begins[kind] = list.name.number
    for line in list.phrases {
      let text = line.text.string
      let phrases = kind == .words(.letters) ? text.split(separator: " ").map(String.init) : [text]
      for phrase in phrases { check(phrase, in: kind, line.number) }
      guard case .headings(let concept) = kind, let other = said[text], other.concept != concept
      else { continue }
      note(
        line.number,
        "\"\(text)\" is a heading of \(other.concept.rawValue) in the language \(other.tag).")
    }
    if kind == .words(.months), list.phrases.count != 12 {
      note(list.name.number, "There are \(list.phrases.count) months, and should be 12.")
    }
  }

  private static let listNames =
    (Concept.allCases.map(\.rawValue) + Language.WordList.allCases.map(\.rawValue))
    .joined(separator: "], [")

  private mutating func check(_ phrase: String, in list: Language.List, _ line: Int) {
    if let fault = Self.fault(of: phrase, in: list) { return note(line, fault) }
    let place = Place(list: list.isOfHeadings ? nil : list, phrase: phrase)
    if let before = places[place] {
      note(line, "\"\(phrase)\" stands at line \(before) already.")
    } else {
      places[place] = line
    }
  }

  /// What is wrong with a phrase as it is written.
  private static func fault(of phrase: String, in list: Language.List) -> String? {
    if let sign = phrase.unicodeScalars.first(where: \.isUnseen) {
      return
        "There is a character in it that nobody sees, U+\(String(sign.value, radix: 16).uppercased())."
    }
    if phrase != phrase.lowercased() { return "\"\(phrase)\" is not in lower case." }
    if phrase.contains("-") || phrase.contains("|") {
      return
        "\"\(phrase)\" has a hyphen or bar in it: hyphens are written as spaces, and each phrase "
        + "has a line of its own."
    }
    let words = phrase.split(separator: " ", omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) }) else {
      return "\"\(phrase)\" has more than one space between two words."
    }
    if list == .words(.letters), phrase.unicodeScalars.count != 1 {
      return "\"\(phrase)\" is more than one letter."
    }
    if list == .words(.possessives), phrase.count(where: { $0 == "'" }) != 1 || words.count > 1 {
      return "\"\(phrase)\" is no ending with one apostrophe, such as 's."
    }
    guard phrase.contains("*") else { return nil }
    guard list.isOfHeadings, words.count > 1, words.count(where: { $0 == "*" }) == 1,
      phrase.count(where: { $0 == "*" }) == 1
    else {
      return "\"\(phrase)\": a star stands once, as a word among others, and in headings alone."
    }
    return nil
  }

  // MARK: All of it

  /// What every language must say, and that what is said of one side is said of the other.
  private mutating func checkSides(_ file: LanguageFile) {
    for concept: Concept in [.objectives, .pros, .cons, .takeaways] {
      let list = file.lists.first { $0.kind == .headings(concept) }
      guard list?.phrases.isEmpty ?? true else { continue }
      note(list?.name.number ?? 1, "The list [\(concept.rawValue)] is missing or empty.")
    }
    for of in [
      Language.List.nouns, Language.List.twins, Language.List.reasons, Language.List.sides,
    ] {
      for (one, other) in [(Concept.pros, Concept.cons), (.cons, .pros)] {
        guard let line = begins[of(one)], begins[of(other)] == nil else { continue }
        note(line, "There is [\(of(one).name)] but no [\(of(other).name)].")
      }
    }
    let pairs = [Concept.pros, .cons].map { concept in
      file.lists.first { $0.kind == .pairs(concept) }
    }
    if pairs[0]?.phrases.count != pairs[1]?.phrases.count,
      let line = (pairs[0] ?? pairs[1])?.name.number
    {
      note(line, "[pros: pairs] and [cons: pairs] are not of one length.")
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is no letter, mark or sign, but changes how others are shown, or nothing at all.
  fileprivate var isUnseen: Bool {
    switch properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    default: false
    }
  }
}
