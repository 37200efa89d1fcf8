/// What phrases stand for, for quick look-up.
///
/// The numbers of phrases are hashes already, but those of short words differ in few bits; a
/// multiplication spreads them, and its highest bits are a phrase's place, or the next free one
/// behind it. The table is at most half full, so a look-up ends after a step or two.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Slot {
    /// The phrase's number; 0 in a free place.
    var hash: UInt64 = 0
    var value: Value?
  }

  private var slots: [Slot]
  private let shift: UInt64
  let isEmpty: Bool

  /// A table; of phrases that stand twice the first counts.
  init(_ entries: [(phrase: Phrase, value: Value)]) {
    let bits = max(2, Int.bitWidth - (entries.count * 2).leadingZeroBitCount)
    slots = [Slot](repeating: Slot(), count: 1 << bits)
    shift = UInt64(64 - bits)
    isEmpty = entries.isEmpty
    for (phrase, value) in entries where self[phrase] == nil {
      var place = place(of: phrase)
      while slots[place].hash != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Slot(hash: phrase.hash, value: value)
    }
  }

  /// What a phrase stands for; `nil` for one that is not in the table.
  subscript(phrase: Phrase) -> Value? {
    var place = place(of: phrase)
    while slots[place].hash != 0 {
      if slots[place].hash == phrase.hash { return slots[place].value }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Where a phrase stands unless another one stands there (Knuth's multiplicative hashing).
  private func place(of phrase: Phrase) -> Int {
    Int(truncatingIfNeeded: (phrase.hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}

/// A set of phrases.
struct PhraseSet: Sendable {
  private let table: PhraseTable<Void>

  init(_ phrases: [Phrase]) { table = PhraseTable(phrases.map { ($0, ()) }) }

  var isEmpty: Bool { table.isEmpty }

  func contains(_ phrase: Phrase) -> Bool { table[phrase] != nil }
}
