/// What headings of one parent, labels of one list or section, or columns of one table say together: the
/// company in which words count that are certain only beside their like.
struct Company {
  private var sides: Set<Concept> = []
  private var pairs: Set<Member> = []

  private struct Member: Hashable {
    let concept: Concept
    let pair: UInt16
  }

  /// The company of some headings, labels or columns.
  init(_ sayings: some Sequence<Saying> = []) {
    for saying in sayings { append(saying) }
  }

  /// Adds what one of them says.
  mutating func append(_ saying: Saying) {
    if saying.pair > 0 { pairs.insert(Member(concept: saying.concept, pair: saying.pair)) }
    if saying.company != .counterpart { sides.insert(saying.concept) }
  }

  /// Whether a phrase counts here: a certain one does everywhere.
  func admits(_ saying: Saying) -> Bool {
    guard saying.company != .any else { return true }
    guard let other = saying.concept.otherSide else { return false }
    return saying.company == .otherSide
      ? sides.contains(other) : pairs.contains(Member(concept: other, pair: saying.pair))
  }
}

extension Concept {
  /// The side against which this one is weighed.
  fileprivate var otherSide: Concept? {
    switch self {
    case .pros: .cons
    case .cons: .pros
    default: nil
    }
  }
}
