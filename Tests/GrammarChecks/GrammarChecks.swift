import ArticleGrammar
import ArticleParsing
import ArticleService
import FoundationEssentials
import Glibc

/// Checks of the parser that take longer than a test may, on texts made from its grammars.
///
///     GrammarChecks periods SECONDS SEED   looks for texts whose time grows faster than they do
///     GrammarChecks beginnings             reads all texts with a label and something long behind it
///     GrammarChecks seeds FOLDER           writes texts that are long and almost valid, to fuzz from
@main enum GrammarChecks {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    switch (words.first, words.dropFirst().first, words.dropFirst(2).first) {
    case ("periods", let seconds?, let seed?):
      guard let seconds = Double(seconds), let seed = UInt64(seed) else { break }
      exit(PeriodSearch(seed: seed).run(for: seconds) ? EXIT_SUCCESS : EXIT_FAILURE)
    case ("beginnings", nil, nil):
      Beginnings.read()
      exit(EXIT_SUCCESS)
    case ("seeds", let folder?, nil):
      exit(Seeds.write(to: folder) ? EXIT_SUCCESS : EXIT_FAILURE)
    default: break
    }
    print("GrammarChecks periods SECONDS SEED | beginnings | seeds FOLDER")
    exit(EXIT_FAILURE)
  }
}

/// Reads all texts of a label, an element and a tail that there are around each constant of the parser.
enum Beginnings {
  /// Reads them, and traps where one cannot be read, behind the label that was told last.
  static func read() {
    var count = 0
    for label in ArticleGrammar.labels {
      print(label.debugDescription)
      // What is printed is not held back: the next text may end the process.
      fflush(nil)
      for text in ArticleGrammar.longBeginnings(with: label, deltas: -3...3) {
        for media in DocumentMedia.allCases {
          count += 1
          _ = ArticleParser().parse(SourceText(text), media: media)
        }
      }
    }
    print("\(count) readings")
  }
}

/// Texts for the fuzz target of articles, a file each: the byte that chooses the reader, and the text.
enum Seeds {
  /// Writes them, and says whether that could be done.
  static func write(to folder: String) -> Bool {
    var count = 0
    var generator = Xorshift(state: 20_250_809)
    func write(_ text: [UInt8]) -> Bool {
      count += 1
      let choice = UInt8(ascii: count.isMultiple(of: 4) ? "0" : "1")
      let path = "\(folder)/grammar-\(count)"
      return (try? Data([choice] + text).write(to: URL(filePath: path))) != nil
    }
    // All of them are tens of thousands; what fuzzing makes of some is more than that.
    for text in ArticleGrammar.longBeginnings(deltas: [-1, 1])
    where Int.random(in: 0..<40, using: &generator) == 0 {
      guard write(Array(text.utf8)) else { return false }
    }
    for _ in 0..<200 {
      guard write(Period(using: &generator).text(Int.random(in: 500...7_000, using: &generator)))
      else { return false }
    }
    print("\(count) seeds")
    return true
  }
}
