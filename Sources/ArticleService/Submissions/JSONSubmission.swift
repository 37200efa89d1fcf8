import ArticleParsing
import ArticleStore
import FoundationEssentials

/// A submission as JSON says it, with everything that is wrong in it found at once.
struct JSONSubmission: Sendable {
  /// The members that a submission may have, in the order in which they are documented.
  enum Member: String, CaseIterable {
    case content, contentBase64, media, charset, id, title, url, publishedAt, tags
  }

  private(set) var content: String?
  private(set) var contentBase64: String?
  private(set) var media: String?
  private(set) var charset: String?
  private(set) var id: String?
  private(set) var metadata = Metadata()
  private(set) var faults: [Problem.Fault] = []

  /// The most faults that one answer tells of.
  private static let faultLimit = 20

  /// Reads a submission from JSON text.
  ///
  /// - Throws: ``Problem/malformedJSON(_:)``, or ``Problem/invalidSubmission(_:)`` with every fault.
  static func read(_ bytes: [UInt8]) throws(Problem) -> JSONSubmission {
    let names: [ArraySlice<UInt8>]
    do throws(JSONSyntax.Fault) {
      names = try JSONSyntax.check(bytes)
    } catch {
      throw Problem(error, in: bytes)
    }
    var submission: JSONSubmission
    do {
      submission = try JSONDecoder().decode(JSONSubmission.self, from: Data(bytes))
    } catch {
      // The text is well-formed, so what is left is that its value is no object.
      throw .invalidSubmission([.pointer("", "wrong-type", "A submission is an object.")])
    }
    submission.noteRepeatedMembers(names)
    guard submission.faults.isEmpty else {
      throw .invalidSubmission(Array(submission.faults.prefix(Self.faultLimit)))
    }
    return submission
  }

  /// Of members with one name, parsers take the first or the last: none is right for everyone.
  private mutating func noteRepeatedMembers(_ names: [ArraySlice<UInt8>]) {
    var seen: Set<ArraySlice<UInt8>> = []
    for name in names where !seen.insert(name).inserted {
      let text = String(decoding: name, as: UTF8.self)
      faults.append(
        .pointer(Self.pointer(text), "repeated-member", "\(text) is there more than once."))
    }
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

extension JSONSubmission: Decodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ member: Member) { stringValue = member.rawValue }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    noteUnknownMembers(container.allKeys.map(\.stringValue))
    content = string(.content, in: container)
    contentBase64 = string(.contentBase64, in: container)
    media = string(.media, in: container)
    charset = string(.charset, in: container)
    id = string(.id, in: container)
    metadata.title = string(.title, in: container, MetadataRules.fault(inTitle:))
    metadata.url = string(.url, in: container, MetadataRules.fault(inURL:))
    metadata.publishedAt = string(.publishedAt, in: container, MetadataRules.fault(inDate:))
    metadata.tags = tags(in: container)
    checkContent()
  }

  private mutating func noteUnknownMembers(_ names: [String]) {
    let known = Member.allCases.map(\.rawValue)
    for name in names.sorted() where !known.contains(name) {
      faults.append(
        .pointer(
          Self.pointer(name), "unknown-member",
          "\(name) is not known. The members are \(known.joined(separator: ", "))."))
    }
  }

  /// A string member; `null` is as good as absent.
  private mutating func string(
    _ member: Member, in container: KeyedDecodingContainer<Key>,
    _ rule: (String) -> String? = { _ in nil }
  ) -> String? {
    do {
      guard let text = try container.decodeIfPresent(String.self, forKey: Key(member)) else {
        return nil
      }
      guard let fault = rule(text) else { return text }
      faults.append(.pointer("/\(member.rawValue)", "invalid-value", fault))
    } catch {
      faults.append(
        .pointer("/\(member.rawValue)", "wrong-type", "\(member.rawValue) is not a string."))
    }
    return nil
  }

  private mutating func tags(in container: KeyedDecodingContainer<Key>) -> [String] {
    guard let isNil = try? container.decodeNil(forKey: Key(.tags)), !isNil else { return [] }
    guard var list = try? container.nestedUnkeyedContainer(forKey: Key(.tags)) else {
      faults.append(.pointer("/tags", "wrong-type", "tags is not an array of strings."))
      return []
    }
    if let fault = MetadataRules.fault(inTagCount: list.count ?? 0) {
      faults.append(.pointer("/tags", "invalid-value", fault))
      return []
    }
    var tags: [String] = []
    while !list.isAtEnd {
      let pointer = "/tags/\(list.currentIndex)"
      guard let tag = try? list.decode(String.self) else {
        // A value that is no string is not passed over, so what follows cannot be looked at.
        faults.append(.pointer(pointer, "wrong-type", "A tag is a string."))
        return []
      }
      if let fault = MetadataRules.fault(inTag: tag) {
        faults.append(.pointer(pointer, "invalid-value", fault))
      }
      tags.append(tag)
    }
    return tags
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
