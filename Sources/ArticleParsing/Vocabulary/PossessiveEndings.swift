/// The endings by which a word says that what follows is somebody's: `Putin’s objectives`, `Hans’ Ziele`.
struct PossessiveEndings: Sendable {
  /// An ending in the bytes before and behind its apostrophe; the name ends before that.
  private struct Ending {
    let before: [UInt8]
    let behind: [UInt8]
  }

  private let endings: [Ending]

  /// The endings of a list, each with a straight apostrophe: `'s`, `s'`.
  init(_ list: [PhraseList.Entry]) {
    endings = list.compactMap { entry in
      let parts = entry.text.utf8.split(
        separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
      return parts.count == 2 ? Ending(before: Array(parts[0]), behind: Array(parts[1])) : nil
    }
  }

  /// Where the owner's name ends in a word with whichever apostrophe; `nil` for a word without such an
  /// ending, or of nothing else.
  func nameEnd(in text: Excerpt, _ word: Range<Int>) -> Int? {
    for ending in endings {
      let behind = word.upperBound - ending.behind.count
      guard behind > word.lowerBound, text[behind..<word.upperBound].elementsEqual(ending.behind)
      else { continue }
      for apostrophe: StaticString in ["'", "’"] {
        let end = behind - apostrophe.utf8CodeUnitCount
        let before = end - ending.before.count
        guard before > word.lowerBound, text.has(apostrophe, at: end),
          text[before..<end].elementsEqual(ending.before)
        else { continue }
        return end
      }
    }
    return nil
  }
}
