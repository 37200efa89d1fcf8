import ArticleParsing
import ArticleStore
import ContentCoding
import Formats
import HTTPCore
import JSON

/// Writes a page of a list as JSON, piece by piece.
struct ListWriter<Item: ListItem>: PieceMaker, ~Copyable {
  /// What the list is and how it is written.
  struct Content: Sendable {
    fileprivate(set) var items: [Item]
    let total: Int
    /// The cursor of what follows, where there is more.
    let next: String?
    /// The unit of the places in the items, where the list says it for all of them.
    let unit: OffsetUnit
    /// About the most bytes that writing an item takes.
    let size: @Sendable (Item) -> Int
    let write: @Sendable (inout JSONWriter, Item, inout PlaceMemo) -> Void
  }

  private var content: Content
  /// What is left of the items of a long answer, as long as the store has them: who reads slowly does not
  /// keep what was replaced meanwhile.
  private var rest: [RememberedItem]?
  private var json: JSONWriter
  private var memo = PlaceMemo()
  private var index = 0
  private(set) var isDone = false

  init(_ content: Content, isPretty: Bool) {
    self.content = content
    json = JSONWriter(isPretty: isPretty)
    json.beginObject()
    json.name("items")
    json.beginArray()
  }

  mutating func next(_ memory: inout PieceMemory) -> [UInt8]? {
    while index < count, json.bytes.count < MemoryBudget.ownShare {
      guard let item = item(at: index) else {
        index += 1
        continue
      }
      let size = content.size(item)
      let isLarge = size > MemoryBudget.large
      if isLarge {
        // A large item is a piece of its own.
        guard json.bytes.isEmpty || index == 0 else { break }
        guard memory.reserve(size) else { return nil }
      }
      content.write(&json, item, &memo)
      index += 1
      if isLarge { break }
    }
    if index == count {
      json.endArray()
      json.member("total", content.total)
      json.member("next", content.next)
      json.member(unit: content.unit)
      json.endObject()
      json.end()
      isDone = true
    } else if rest == nil {
      rest = content.items.map(\.remembered)
      content.items = []
    }
    return json.take()
  }

  private var count: Int { rest?.count ?? content.items.count }

  private func item(at index: Int) -> Item? {
    if let rest { Item.recalled(rest[index]) } else { content.items[index] }
  }
}

/// The places of the article whose text was last counted through: items of one article stand together.
struct PlaceMemo {
  private var current: (article: StoredArticle, places: TextOffsets)?

  /// The places in the text of an article.
  mutating func places(in article: StoredArticle, _ unit: OffsetUnit) -> TextOffsets {
    if let current, current.article === article { return current.places }
    let places = TextOffsets(article.article.text, in: unit)
    current = (article, places)
    return places
  }
}

extension ArticleService {
  /// Answers a page of a list: whole where it is short, else in pieces.
  ///
  /// - Throws: ``Problem/tooMuchMemory(needed:available:)`` where one item takes more than there ever is,
  ///   ``Problem/memoryFull``.
  func answer<Item: ListItem>(
    _ call: Call, _ content: ListWriter<Item>.Content, link: String?
  ) throws(Problem) -> HTTPResponse {
    if let needed = content.items.lazy.map(content.size).max(), needed > memory.largest {
      throw .tooMuchMemory(needed: needed, available: memory.largest)
    }
    var list = ListWriter(content, isPretty: call.form.isPretty)
    var pieceMemory = PieceMemory(self)
    guard let first = list.next(&pieceMemory) else { throw .memoryFull }
    guard !list.isDone else {
      return answer(
        call, content: first, link: link, reservation: try pieceMemory.kept(first.count))
    }
    var fields = Self.fields(of: call, link)
    let deflater = call.form.isGzip ? Self.deflater(&fields) : nil
    let pieces = PiecedAnswer(
      self, list, first: first, memory: pieceMemory, deflater: deflater)
    return HTTPResponse(status: .ok, fields: fields, stream: pieces.source)
  }

  /// What puts an answer in pieces under gzip, and the field that says so; where zlib has no memory, the
  /// pieces go as they are.
  static func deflater(_ fields: inout HTTPFields) -> Deflater? {
    guard let deflater = try? Deflater() else { return nil }
    fields.append(.contentEncoding, "gzip")
    return deflater
  }
}
