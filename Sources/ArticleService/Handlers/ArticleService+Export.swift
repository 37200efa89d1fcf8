import ArticleStore
import ContentCoding
import Formats
import HTTPCore
import HTTPServer
import JSON
import Operations

extension ArticleService {
  /// Answers a list of articles in lines, all of it, however long that is.
  func export(
    _ list: ArticleListRequest, as view: ArticleView, _ call: Call
  ) -> HTTPResponse {
    var fields = Self.lineFields
    let deflater = call.form.isGzip ? Self.deflater(&fields) : nil
    let export = ArticleExport(self, list, view, call.form)
    let pieces = PiecedAnswer(self, export, deflater: deflater)
    return HTTPResponse(status: .ok, fields: fields, stream: pieces.source)
  }
}

/// A list of articles on its way out: each piece is made when the one before is sent, from the list as
/// it is then. What stays in the list while it is sent is in it once.
private struct ArticleExport: PieceMaker, ~Copyable {
  /// The most articles that are looked up for a piece.
  private static let pieceCount = 256

  private let service: ArticleService
  private let list: ArticleListRequest
  private let view: ArticleView
  private let form: RepresentationForm
  private var position: Cursor?
  /// How many lines may still come; `nil` for all there are.
  private var left: Int?
  private(set) var isDone = false

  init(
    _ service: ArticleService, _ list: ArticleListRequest, _ view: ArticleView,
    _ form: RepresentationForm
  ) {
    self.service = service
    self.list = list
    self.view = view
    self.form = form
    position = list.query.cursor
    left = list.givenLimit
  }

  mutating func next(_ memory: inout PieceMemory) throws(OperationError) -> [UInt8]? {
    let query = ArticleQuery(
      list.query.filter, in: list.query.ordering, after: position,
      limit: min(Self.pieceCount, left ?? .max))
    let page = try waitForOperation { service.operations.find(query, completion: $0) }
    var bytes: [UInt8] = []
    var count = 0
    while count < page.items.count, bytes.count < MemoryBudget.ownShare {
      let article = page.items[count]
      let size = view.makingSize(article, form)
      let isLarge = size > MemoryBudget.large
      if isLarge {
        // A large article is a piece of its own; one that is too large for any ends the answer.
        guard bytes.isEmpty else { break }
        guard size <= service.memory.largest else { throw .store(.failed) }
        guard memory.reserve(size) else { return nil }
      }
      var line = JSONWriter()
      view.write(article, to: &line, form)
      bytes.append(contentsOf: line.bytes)
      bytes.append(UInt8(ascii: "\n"))
      count += 1
      if isLarge { break }
    }
    if count > 0 {
      position = Cursor(place: page.items[count - 1].place(by: list.query.ordering.sort))
    }
    left = left.map { $0 - count }
    isDone = left == 0 || count == page.items.count && !page.hasMore
    return bytes
  }
}
