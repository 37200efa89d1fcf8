import ArticleParsing
import Locking

/// The filtered lists that were asked for of late, so that their next pages and their totals need no
/// search again: of each, the places of its items in order.
///
/// A list is right for the generation of the articles in which it was found, and given for no other.
/// It holds numbers, no articles: what is deleted is not kept alive. Bounded in lists and in places
/// together; the one that was not asked for for the longest goes first.
final class RememberedLists: Sendable {
  /// Which list it is.
  enum Key: Sendable, Hashable {
    case articles(ArticleFilter, ArticleOrdering)
    case points(PointKind, PointFilter)
  }

  /// The place of an item: its article, and of a point its index among those of its kind.
  struct Place: Sendable, Equatable {
    let sequence: UInt64
    var index: Int32 = 0
  }

  /// 8 MiB of places.
  static let usualLimit = 1 << 19
  private static let listLimit = 64

  private struct Entry {
    let generation: UInt64
    let places: [Place]
    var lastUse: UInt64
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var count = 0
    var uses: UInt64 = 0

    mutating func forget(_ key: Key) {
      count -= entries.removeValue(forKey: key)?.places.count ?? 0
    }
  }

  private let state = Locked(State())
  private let limit: Int

  /// One that remembers at most so many places.
  init(limit: Int = usualLimit) { self.limit = limit }

  /// The places that are remembered, of all lists.
  var count: Int { state.withLock { $0.count } }

  /// The list, if it is remembered from this generation.
  func places(of key: Key, at generation: UInt64) -> [Place]? {
    state.withLock { state in
      guard let entry = state.entries[key], entry.generation == generation else { return nil }
      state.uses += 1
      state.entries[key]?.lastUse = state.uses
      return entry.places
    }
  }

  /// Remembers a list, unless it is longer than a quarter of what is remembered of all.
  func remember(_ places: [Place], of key: Key, at generation: UInt64) {
    guard places.count <= limit / 4 else { return }
    state.withLock { state in
      if let known = state.entries[key] {
        // A reader with an older snapshot does not take away what is newer.
        guard known.generation < generation else { return }
        state.forget(key)
      }
      while state.count + places.count > limit || state.entries.count >= Self.listLimit {
        let oldest = state.entries.min { $0.value.lastUse < $1.value.lastUse }
        guard let oldest else { break }
        state.forget(oldest.key)
      }
      state.uses += 1
      state.count += places.count
      state.entries[key] = Entry(
        generation: generation, places: places, lastUse: state.uses)
    }
  }
}
