/// Elements that are taken in the order in which they were added, each at the same small cost.
struct TakenInOrder<Element> {
  private var elements: [Element?] = []
  private var first = 0

  /// How many there are.
  var count: Int { elements.count - first }

  mutating func append(_ element: Element) { elements.append(element) }

  /// Takes the next one; `nil` where there is none.
  mutating func next() -> Element? {
    guard first < elements.count else { return nil }
    let element = elements[first].take()
    first += 1
    // The places of what was taken are given back now and then, which costs each of them one move.
    if first > 64, first > elements.count / 2 {
      elements.removeFirst(first)
      first = 0
    }
    return element
  }
}

extension TakenInOrder: Sendable where Element: Sendable {}
