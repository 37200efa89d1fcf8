import ArticleParsing
import Formats
import HTTPCore

/// What a route takes in its query.
enum QueryRule: Sendable {
  /// Probes and scrapers append what they like.
  case ignored
  case only([String])

  /// `format` and `pretty`: how the answer is to look.
  static let form = ["format", "pretty"]
  /// `offsets`: what places in the source count.
  static let places = form + ["offsets"]
  /// `include`: what an article has beside the usual.
  static let article = places + ["include"]
  /// `fields`: which members are wanted.
  static let fields = ["fields"]

  /// The names of the parameters that are looked at.
  var names: [String] {
    switch self {
    case .ignored: []
    case .only(let names): names
    }
  }

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

extension RequestTarget {
  /// Refuses parameters that belong to another kind of request.
  ///
  /// - Throws: ``Problem/invalidParameters(_:)`` with the first of them.
  func refuse(_ names: [String], _ message: (String) -> String) throws(Problem) {
    if let misplaced = query.first(where: { names.contains($0.name) }) {
      throw .invalidParameters([
        .parameter(misplaced.name, "misplaced-parameter", message(misplaced.name))
      ])
    }
  }

  /// The format that `format` names, if it is there.
  func format() throws(Problem) -> Format? {
    try choice("format", Format.named, Format.names(of: Format.all))
  }

  /// The unit that `offsets` names; UTF-8 unless it is there.
  func offsets() throws(Problem) -> OffsetUnit {
    let names = OffsetUnit.allCases.map(\.rawValue).joined(separator: ", ")
    return try choice("offsets", OffsetUnit.init, names) ?? .utf8
  }

  /// What `include` lists between commas.
  func inclusions() throws(Problem) -> RepresentationForm.Inclusions {
    guard let list = queryValue("include") else { return [] }
    let known = RepresentationForm.Inclusions.names
    var inclusions: RepresentationForm.Inclusions = []
    for name in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let inclusion = known.first(where: { $0.0 == name }) else {
        throw Self.fault(
          "include", "include is a list of: \(known.map(\.0).joined(separator: ", ")).")
      }
      inclusions.insert(inclusion.1)
    }
    return inclusions
  }

  /// The value of a parameter that has one of a few.
  func choice<Value>(
    _ name: String, _ value: (String) -> Value?, _ names: String
  ) throws(Problem) -> Value? {
    guard let given = queryValue(name) else { return nil }
    guard let value = value(given) else {
      throw Self.fault(name, "\(name) is one of: \(names).")
    }
    return value
  }

  private static func fault(_ name: String, _ message: String) -> Problem {
    .invalidParameters([.parameter(name, "invalid-value", message)])
  }
}
