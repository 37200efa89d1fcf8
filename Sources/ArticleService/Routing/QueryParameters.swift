import HTTPCore

/// What a route takes in its query.
enum QueryRule: Sendable {
  /// Probes and scrapers append what they like.
  case ignored
  case only([String])

  /// `format` and `pretty`: how the answer is to look.
  static let form = ["format", "pretty"]
  /// `limit` and `cursor`: which page of a list.
  static let page = ["limit", "cursor"]

  /// Checks that every parameter is one of the route's, and is there once.
  ///
  /// - Throws: ``Problem/invalidParameters(_:)`` with every fault.
  func check(_ target: RequestTarget) throws(Problem) {
    guard case .only(let names) = self, !target.query.isEmpty else { return }
    var faults: [Problem.Fault] = []
    var seen: Set<String> = []
    for item in target.query where faults.count < 20 {
      if !names.contains(item.name) {
        let known = names.isEmpty ? "None is." : "Known: \(names.joined(separator: ", "))."
        faults.append(
          .parameter(item.name, "unknown-parameter", "\(item.name) is not known here. \(known)"))
      } else if !seen.insert(item.name).inserted {
        faults.append(
          .parameter(item.name, "repeated-parameter", "\(item.name) is there more than once."))
      }
    }
    guard faults.isEmpty else { throw .invalidParameters(faults) }
  }
}

extension RequestTarget {
  /// Whether `pretty` asks for indentation: `?pretty`, `=true`, `=1`; not `=false`, `=0`.
  func isPretty() throws(Problem) -> Bool {
    switch queryValue("pretty") {
    case nil, "false", "0": return false
    case "", "true", "1": return true
    default:
      throw .invalidParameters([
        .parameter("pretty", "invalid-value", "pretty is true or false.")
      ])
    }
  }
}

/// Which page of a list is asked for.
struct PageRequest: Sendable {
  static let limits = 1...1_000
  static let defaultLimit = 50

  let limit: Int
  /// The `cursor` parameter, still opaque.
  let cursor: String?

  /// - Throws: ``Problem/invalidParameters(_:)``.
  init(_ target: RequestTarget) throws(Problem) {
    cursor = target.queryValue("cursor")
    guard let text = target.queryValue("limit") else {
      limit = Self.defaultLimit
      return
    }
    // Digits alone: `Int` would take a sign as well.
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isNumber, let limit = Int(text), Self.limits.contains(limit) else {
      throw .invalidParameters([
        .parameter(
          "limit", "invalid-value",
          "limit is a number from \(Self.limits.lowerBound) to \(Self.limits.upperBound).")
      ])
    }
    self.limit = limit
  }
}
