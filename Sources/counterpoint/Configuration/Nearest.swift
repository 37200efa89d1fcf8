/// Finds the name that a misspelt one most likely stands for.
enum Nearest {
  /// Names are shorter; what is longer is like none of them.
  private static let lengthLimit = 64

  /// The first of the names that is like this one: the same but for its group or for case, or, of
  /// four characters, for one that is another, missing, too many, or changed places with its
  /// neighbour; `nil` where none is. Linear in the names.
  static func name(like wrong: String, among names: [String]) -> String? {
    let wrong = Array(wrong.lowercased().utf8)
    guard wrong.count <= lengthLimit else { return nil }
    let distances = names.map { name in
      let name = Array(name.lowercased().utf8)
      return isMember(lastPart(of: wrong), of: name) ? 1 : distance(wrong, name)
    }
    guard let least = distances.min(), least <= max(1, wrong.count / 4) else { return nil }
    return distances.firstIndex(of: least).map { names[$0] }
  }

  private static func lastPart(of name: [UInt8]) -> ArraySlice<UInt8> {
    name[(name.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? 0)...]
  }

  /// Whether a name is this part after a group.
  private static func isMember(_ part: ArraySlice<UInt8>, of name: [UInt8]) -> Bool {
    guard !part.isEmpty, name.count > part.count, name.suffix(part.count) == part else {
      return false
    }
    return [UInt8(ascii: "."), UInt8(ascii: "_")].contains(name[name.count - part.count - 1])
  }

  /// How many characters have to be changed, put in, left out or swapped with the next one (optimal
  /// string alignment): a row of the table for each character, of which three are needed.
  private static func distance(_ from: [UInt8], _ to: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...to.count)
    for (row, character) in from.enumerated() {
      var current = [row + 1]
      for (column, other) in to.enumerated() {
        let change = last[column] + (character == other ? 0 : 1)
        var least = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, character == to[column - 1], from[row - 1] == other {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[to.count]
  }
}
