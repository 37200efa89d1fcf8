import ArticleParsing
import ArticleStore
import Formats
import JSON
import Operations

/// A submission as JSON says it, with everything that is wrong in it found at once.
struct JSONSubmission: Sendable {
  /// The members that a submission may have, in the order in which they are documented.
  enum Member: String, CaseIterable {
    case content, contentBase64, media, charset, id, title, url, publishedAt, tags, createdAt,
      updatedAt
  }

  /// In UTF-8.
  private(set) var content: [UInt8]?
  private(set) var contentBase64: String?
  private(set) var media: String?
  private(set) var charset: String?
  private(set) var id: String?
  private(set) var metadata = Metadata()
  /// What an export says of an article's times.
  private(set) var times: ArticleTimes?
  private(set) var faults: [Problem.Fault] = []

  /// The most faults that one answer tells of.
  private static let faultLimit = 20

  /// Reads a submission from JSON text.
  ///
  /// - Throws: ``Problem/malformedJSON(_:)``, or ``Problem/invalidSubmission(_:)`` with every fault.
  static func read(_ bytes: [UInt8]) throws(Problem) -> JSONSubmission {
    let items: [JSONSyntax.Item]
    do throws(JSONSyntax.Fault) {
      items = try JSONSyntax.items(of: bytes)
    } catch {
      throw Problem(error, in: bytes)
    }
    guard bytes.first(where: { !$0.isJSONWhitespace }) == UInt8(ascii: "{") else {
      throw .invalidSubmission([.pointer("", "wrong-type", "A submission is an object.")])
    }
    let submission = JSONSubmission(items)
    guard submission.faults.isEmpty else {
      throw .invalidSubmission(Array(submission.faults.prefix(Self.faultLimit)))
    }
    return submission
  }

  /// The JSON pointer to a member (RFC 6901 section 3).
  private static func pointer(_ name: String) -> String {
    var pointer = "/"
    for character in name.unicodeScalars {
      switch character {
      case "~": pointer += "~0"
      case "/": pointer += "~1"
      default: pointer.unicodeScalars.append(character)
      }
    }
    return pointer
  }
}

extension JSONSubmission {
  private init(_ items: [JSONSyntax.Item]) {
    var values: [String: JSONValue] = [:]
    var repeated: [String] = []
    for item in items {
      let name = String(decoding: JSONValue.unescaped(item.name), as: UTF8.self)
      if values.updateValue(JSONValue(checked: item.value), forKey: name) != nil {
        repeated.append(name)
      }
    }
    noteUnknownMembers(Array(values.keys))
    content = utf8(.content, in: values)
    contentBase64 = string(.contentBase64, in: values)
    media = string(.media, in: values)
    charset = string(.charset, in: values)
    id = string(.id, in: values)
    metadata.title = string(.title, in: values, MetadataRules.fault(inTitle:))
    metadata.url = string(.url, in: values, MetadataRules.fault(inURL:))
    metadata.publishedAt = string(.publishedAt, in: values, MetadataRules.fault(inDate:))
    metadata.tags = tags(in: values)
    times = times(in: values)
    checkContent()
    // Of members with one name, parsers take the first or the last: none is right for everyone.
    for name in repeated.map(Self.shown) {
      faults.append(
        .pointer(Self.pointer(name), "repeated-member", "\(name) is there more than once."))
    }
  }

  /// A name as it is told of: not at any length.
  private static func shown(_ name: String) -> String {
    name.utf8.count <= 100 ? name : String(name.unicodeScalars.prefix(60)) + "…"
  }

  private mutating func noteUnknownMembers(_ names: [String]) {
    let known = Member.allCases.map(\.rawValue)
    for name in names.sorted() where !known.contains(name) {
      let name = Self.shown(name)
      faults.append(
        .pointer(
          Self.pointer(name), "unknown-member",
          "\(name) is not known. The members are \(known.joined(separator: ", "))."))
    }
  }

  /// The UTF-8 of a string member; `null` is as good as absent.
  private mutating func utf8(_ member: Member, in values: [String: JSONValue]) -> [UInt8]? {
    guard let value = values[member.rawValue], !value.isNull else { return nil }
    let utf8 = value.utf8
    if utf8 == nil {
      faults.append(
        .pointer("/\(member.rawValue)", "wrong-type", "\(member.rawValue) is not a string."))
    }
    return utf8
  }

  private mutating func string(
    _ member: Member, in values: [String: JSONValue], _ rule: (String) -> String? = { _ in nil }
  ) -> String? {
    guard let utf8 = utf8(member, in: values) else { return nil }
    let text = String(decoding: utf8, as: UTF8.self)
    guard let fault = rule(text) else { return text }
    faults.append(.pointer("/\(member.rawValue)", "invalid-value", fault))
    return nil
  }

  private mutating func tags(in values: [String: JSONValue]) -> [String] {
    guard let value = values[Member.tags.rawValue], !value.isNull else { return [] }
    guard let list = value.elements() else {
      faults.append(.pointer("/tags", "wrong-type", "tags is not an array of strings."))
      return []
    }
    if let fault = MetadataRules.fault(inTagCount: list.count) {
      faults.append(.pointer("/tags", "invalid-value", fault))
      return []
    }
    var tags: [String] = []
    for (index, element) in list.enumerated() {
      guard let tag = element.string else {
        faults.append(.pointer("/tags/\(index)", "wrong-type", "A tag is a string."))
        continue
      }
      if let fault = MetadataRules.fault(inTag: tag) {
        faults.append(.pointer("/tags/\(index)", "invalid-value", fault))
      }
      tags.append(tag)
    }
    return tags
  }

  /// The times of the article: what has no other time of its last write was written when it was created.
  /// The other way round the time of creation would be a guess.
  private mutating func times(in values: [String: JSONValue]) -> ArticleTimes? {
    let count = faults.count
    let createdAt = time(.createdAt, in: values)
    let updatedAt = time(.updatedAt, in: values)
    guard faults.count == count else { return nil }
    guard let createdAt else {
      if updatedAt != nil {
        faults.append(
          .pointer(
            "/createdAt", "missing-member",
            "updatedAt is there without createdAt. Say both, or createdAt alone."))
      }
      return nil
    }
    guard let updatedAt, updatedAt != createdAt else {
      return ArticleTimes(createdAt: createdAt, updatedAt: createdAt)
    }
    guard updatedAt > createdAt else {
      faults.append(
        .pointer("/updatedAt", "invalid-value", "updatedAt is before createdAt."))
      return nil
    }
    return ArticleTimes(createdAt: createdAt, updatedAt: updatedAt)
  }

  private mutating func time(_ member: Member, in values: [String: JSONValue]) -> Int64? {
    let text = string(member, in: values) { text in
      Timestamp(text) == nil
        ? "\(member.rawValue) is not a time as RFC 3339 writes it, such as 2025-08-09T17:03:00.000Z,"
          + " in the years 0000 to 9999."
        : nil
    }
    return text.flatMap { Timestamp($0)?.milliseconds }
  }

  private mutating func checkContent() {
    let hasFault = faults.contains { $0.pointer == "/content" || $0.pointer == "/contentBase64" }
    if content != nil, contentBase64 != nil {
      faults.append(
        .pointer("/contentBase64", "two-contents", "Both content and contentBase64 are there."))
    } else if content == nil, contentBase64 == nil, !hasFault {
      faults.append(
        .pointer("/content", "missing-member", "There is neither content nor contentBase64."))
    }
  }
}
