/// Where a language puts words around the noun that a phrase is about, its head.
///
/// The file says it above its lists: `adjectives: before` (`Honest Downsides`) or `behind`
/// (`Avantages fiscaux`), and `complements: behind` (`Преимущества парома`) or `before`
/// (`Feribotun avantajları`) where no word stands between. With neither, the phrase stands alone, or parted
/// from the rest by one of the file's `[complements]`.
struct PhraseOrder: Sendable {
  /// Sides of the head.
  struct Places: OptionSet, Sendable {
    let rawValue: UInt8

    static let before = Self(rawValue: 1)
    static let behind = Self(rawValue: 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The places that a file names; `nil` for a name that there is not.
    init?(name: some StringProtocol) {
      switch name {
      case "before": self = .before
      case "behind": self = .behind
      case "both": self = [.before, .behind]
      default: return nil
      }
    }
  }

  private(set) var adjectives: Places = []
  private(set) var complements: Places = []

  /// The order of a language whose phrases stand alone.
  init() {}

  /// The order that a file tells.
  init(_ file: LanguageFile) {
    adjectives = file.value(of: "adjectives").flatMap(Places.init(name:)) ?? []
    complements = file.value(of: "complements").flatMap(Places.init(name:)) ?? []
  }

  /// What two languages do.
  func joined(with other: PhraseOrder) -> PhraseOrder {
    var order = self
    order.adjectives.formUnion(other.adjectives)
    order.complements.formUnion(other.complements)
    return order
  }

  /// One word for it.
  var name: String { "\(adjectives.rawValue)\(complements.rawValue)" }
}
