/// Letters with their marks as one character each (Unicode's NFC), as the vocabulary has them: macOS
/// writes *Inconvénients* and デメリット with the marks as characters of their own.
extension Excerpt {
  /// The text with its letters and marks composed; itself, uncopied, where there is nothing to compose.
  /// Linear.
  var composed: Excerpt {
    guard hasParts else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for character in string {
      let scalars = character.unicodeScalars
      let whole =
        scalars.dropFirst().isEmpty ? nil : Self.letters[character] ?? character.syllable
      if let whole {
        bytes.append(contentsOf: String(whole).utf8)
      } else {
        bytes.append(contentsOf: String(character).utf8)
      }
    }
    return Excerpt(bytes)
  }

  /// Whether a mark or a part of a Korean syllable stands in it: U+0300 to U+036F, U+1100 to U+11FF,
  /// U+3099 and U+309A.
  private var hasParts: Bool {
    withBytes { bytes in
      for offset in 0..<bytes.count where bytes[offset] >= 0xCC {
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        switch bytes[offset] {
        case 0xCC: return true
        case 0xCD: if next < 0xB0 { return true }
        case 0xE1: if (0x84...0x87).contains(next) { return true }
        case 0xE3:
          if next == 0x82, offset + 2 < bytes.count, (0x99...0x9A).contains(bytes[offset + 2]) {
            return true
          }
        default: break
        }
      }
      return false
    }
  }

  /// The composed letters of the scripts in use, by themselves: characters are equal however they are
  /// composed.
  private static let letters: [Character: Character] = {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x400...0x45F, 0x622...0x626, 0x1E00...0x1EFF, 0x3040...0x30FF,
    ]
    var letters: [Character: Character] = [:]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      letters[Character(scalar)] = Character(scalar)
    }
    return letters
  }()
}

extension Character {
  /// The Korean syllable of its parts, which Unicode reckons from their numbers (The Unicode Standard,
  /// 3.12); `nil` where it is none.
  fileprivate var syllable: Character? {
    let values = unicodeScalars.map(\.value)
    guard (2...3).contains(values.count), (0x1100...0x1112).contains(values[0]),
      (0x1161...0x1175).contains(values[1])
    else { return nil }
    var value = 0xAC00 + ((values[0] - 0x1100) * 21 + values[1] - 0x1161) * 28
    if values.count == 3 {
      guard (0x11A8...0x11C2).contains(values[2]) else { return nil }
      value += values[2] - 0x11A7
    }
    return Unicode.Scalar(value).map(Character.init)
  }
}
