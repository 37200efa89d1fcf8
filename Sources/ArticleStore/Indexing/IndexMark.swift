/// How far an index has come: it has what a store had when it stood here, no more and no less.
struct IndexMark: Sendable, Equatable {
  /// The name of the store.
  let epoch: String
  /// The sequence of the last change.
  let lastChange: UInt64
  /// When that was made: no two changes of a store have the same time, so that a store that was
  /// brought back from a copy, and went on in another way, is distinguished from what it was before.
  let lastWrite: Int64
  /// The sequence of the article that was created last.
  let lastSequence: UInt64

  /// A mark from its parts.
  init(epoch: String, lastChange: UInt64, lastWrite: Int64, lastSequence: UInt64) {
    self.epoch = epoch
    self.lastChange = lastChange
    self.lastWrite = lastWrite
    self.lastSequence = lastSequence
  }

  /// Where a store stands.
  init(of epoch: String, at counters: Contents.Counters) {
    self.init(
      epoch: epoch, lastChange: counters.lastChange, lastWrite: counters.lastWrite,
      lastSequence: counters.lastSequence)
  }

  /// What an index with this mark lacks of a store that stands at another.
  func gap(to store: IndexMark, _ changes: ChangeFeed) -> IndexGap {
    guard epoch == store.epoch else { return .all }
    if self == store { return .nothing }
    // With the change of this mark before them, which must be the same one.
    let first = max(lastChange, 1) - 1
    guard
      let page = try? changes.page(after: first, limit: ChangeFeed.capacity, epoch: epoch)
    else { return .all }
    var missing = page.items[...]
    if lastChange > 0 {
      guard missing.popFirst()?.at == lastWrite else { return .all }
    }
    // What was replaced or deleted since would have to be taken out, and is not there to be read.
    guard missing.allSatisfy({ $0.kind == .created }) else { return .all }
    return .articles(after: lastSequence)
  }
}

/// What an index lacks.
enum IndexGap: Equatable {
  case nothing
  /// The articles that were created after the one of this sequence.
  case articles(after: UInt64)
  /// It is to be made anew.
  case all

  /// Whether an article is to be put in.
  func contains(_ sequence: UInt64) -> Bool {
    switch self {
    case .nothing: false
    case .articles(let last): sequence > last
    case .all: true
    }
  }
}
