/// A name for use in identifiers and addresses: lower-case ASCII letters, digits and hyphens.
package struct Slug: Sendable, Equatable {
  /// The name; empty when nothing ASCII is left of the text.
  package let string: String

  /// Makes a name of a text: letters of the Latin script lose their accents, apostrophes and accents
  /// that stand alone vanish, everything else becomes a hyphen.
  ///
  /// - Parameters:
  ///   - text: any text, such as a heading or a title.
  ///   - longest: the most characters the name may have; it is cut between words, unless that leaves
  ///     less than half of it.
  package init(_ text: String, longest: Int = 80) {
    let text = Excerpt(Array(text.utf8))
    self.init(text, 0..<text.count, longest: longest)
  }

  /// The same of a part of a text in UTF-8.
  init(_ text: borrowing Excerpt, _ range: Range<Int>, longest: Int = 80) {
    var slug: [UInt8] = []
    slug.reserveCapacity(min(range.count, longest) + 2)
    var needsHyphen = false
    var offset = range.lowerBound
    while slug.count <= longest, offset < range.upperBound {
      let byte = text[offset]
      if byte.isLetter || byte.isDigit {
        if needsHyphen { slug.append(UInt8(ascii: "-")) }
        slug.append(byte.asSmall)
        needsHyphen = false
        offset += 1
        continue
      }
      guard let (scalar, length) = text.scalar(at: offset) else { break }
      offset += length
      if scalar == "'" || scalar == "’" { continue }
      if !scalar.isASCII, let letters = Self.folded[scalar] ?? scalar.letterUnderAccents {
        if needsHyphen { slug.append(UInt8(ascii: "-")) }
        slug.append(contentsOf: letters)
        needsHyphen = false
      } else if scalar.isASCII || !scalar.properties.isDiacritic {
        needsHyphen = !slug.isEmpty
      }
    }
    if slug.count > longest {
      let cut = slug.prefix(longest + 1).lastIndex(of: UInt8(ascii: "-")) ?? 0
      slug.removeSubrange((cut >= longest / 2 ? cut : longest)...)
    }
    string = String(decoding: slug, as: UTF8.self)
  }

  /// Accented letters of the Latin script, of both cases, with what is left of them in ASCII.
  private static let folded: [Unicode.Scalar: [UInt8]] = {
    let letters: [(accented: String, plain: String)] = [
      ("àáâãåāăą", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"),
      ("ĥħ", "h"), ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņň", "n"),
      ("òóôõøōŏő", "o"), ("ŕŗř", "r"), ("śŝşš", "s"), ("ţťŧ", "t"), ("ùúûũūŭůűų", "u"),
      ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"),
      ("æ", "ae"), ("œ", "oe"), ("þ", "th"),
    ]
    var folded: [Unicode.Scalar: [UInt8]] = [:]
    for (accented, plain) in letters {
      for scalar in accented.unicodeScalars {
        folded[scalar] = Array(plain.utf8)
        let upper = scalar.properties.uppercaseMapping.unicodeScalars
        if let only = upper.first, upper.count == 1, !only.isASCII {
          folded[only] = Array(plain.utf8)
        }
      }
    }
    folded["İ"] = Array("i".utf8)
    folded["ẞ"] = Array("ss".utf8)
    return folded
  }()
}

extension Unicode.Scalar {
  /// The ASCII letter under this letter's accents, of letters of the Latin script that ``Slug`` has no
  /// entry for, as those of Vietnamese.
  fileprivate var letterUnderAccents: [UInt8]? {
    guard (0xC0...0x24F).contains(value) || (0x1E00...0x1EFF).contains(value) else { return nil }
    // The name says it, where the standard library offers no decomposition:
    // LATIN SMALL LETTER O WITH HORN AND ACUTE.
    guard let name = properties.name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[2] == "LETTER", words[3].utf8.count == 1,
      let letter = words[3].utf8.first
    else { return nil }
    return [letter | 0x20]
  }
}
