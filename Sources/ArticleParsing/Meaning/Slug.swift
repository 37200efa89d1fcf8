/// A name for use in identifiers and addresses: lower-case ASCII letters, digits and hyphens.
package struct Slug: Sendable, Equatable {
  /// The name; empty when nothing ASCII is left of the text.
  package let string: String

  /// Makes a name of a text: letters of the Latin script lose their accents, apostrophes vanish,
  /// everything else becomes a hyphen.
  ///
  /// - Parameters:
  ///   - text: any text, such as a heading or a title.
  ///   - longest: the most characters the name may have; it is cut between words.
  package init(_ text: some StringProtocol, longest: Int = 80) {
    var slug: [UInt8] = []
    var needsHyphen = false
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "’" { continue }
      let letters = Self.letters(of: scalar)
      guard !letters.isEmpty else {
        needsHyphen = !slug.isEmpty
        continue
      }
      if needsHyphen { slug.append(UInt8(ascii: "-")) }
      needsHyphen = false
      slug.append(contentsOf: letters)
      if slug.count > longest { break }
    }
    if slug.count > longest {
      let cut = slug.prefix(longest + 1).lastIndex(of: UInt8(ascii: "-")) ?? longest
      slug.removeSubrange(cut...)
    }
    string = String(decoding: slug, as: UTF8.self)
  }

  private static func letters(of scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if byte.isUppercase { return [byte | 0x20] }
      return byte.isLowercase || byte.isDigit ? [byte] : []
    }
    return folded[scalar] ?? []
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
