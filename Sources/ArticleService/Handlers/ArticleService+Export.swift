import ArticleStore
import ContentCoding
import HTTPCore
import HTTPServer
import Locking

extension ArticleService {
  /// Answers a list of articles in lines, all of it, however long that is.
  func export(
    _ list: ArticleListRequest, as view: ArticleView, _ call: Call
  ) throws(Problem) -> HTTPResponse {
    let position = try list.page.position(in: list.identity)
    var fields = Self.lineFields
    var deflater: Deflater?
    if call.form.isGzip {
      // Where zlib has no memory, the lines go as they are.
      deflater = try? Deflater()
      if deflater != nil { fields.append(.contentEncoding, "gzip") }
    }
    let export = ArticleExport(
      self, list, view, call.form, after: position, deflater: deflater)
    return HTTPResponse(status: .ok, fields: fields, stream: export.source)
  }
}

/// A list of articles on its way out: each piece is made when the one before is sent, from the list as
/// it is then. What stays in the list while it is sent is in it once.
private final class ArticleExport: Sendable {
  private struct State: ~Copyable {
    var position: Cursor?
    /// How many lines may still come; `nil` for all there are.
    var left: Int?
    var deflater: Deflater?
    var isDone = false
  }

  /// The bytes after which a piece is sent, and the most articles that are looked up for one.
  private static let pieceBytes = 256 << 10
  private static let pieceCount = 256

  private let service: ArticleService
  private let list: ArticleListRequest
  private let view: ArticleView
  private let form: RepresentationForm
  private let state: Locked<State>

  init(
    _ service: ArticleService, _ list: ArticleListRequest, _ view: ArticleView,
    _ form: RepresentationForm, after position: Cursor?, deflater: consuming Deflater?
  ) {
    self.service = service
    self.list = list
    self.view = view
    self.form = form
    state = Locked(State(position: position, left: list.page.givenLimit, deflater: deflater))
  }

  /// Where the pieces come from; a worker makes each.
  var source: ContentSource {
    ContentSource { deliver in
      self.service.workers.proceed {
        // One piece is asked for at a time, so nobody waits for the lock.
        deliver(self.state.withLock { self.nextPiece(&$0) })
      }
    }
  }

  private func nextPiece(_ state: inout State) -> ContentSource.Piece {
    guard !state.isDone else { return .end }
    do throws(StoreError) {
      let page = try service.store.articles(
        list.filter, in: list.ordering, after: state.position,
        limit: min(Self.pieceCount, state.left ?? .max))
      return piece(of: page, &state)
    } catch {
      return .failed
    }
  }

  private func piece(of page: Page<StoredArticle>, _ state: inout State) -> ContentSource.Piece {
    var bytes: [UInt8] = []
    var count = 0
    while count < page.items.count, bytes.count < Self.pieceBytes {
      let article = page.items[count]
      var line = JSONWriter()
      view.write(article, to: &line, form)
      bytes.append(contentsOf: line.bytes)
      bytes.append(UInt8(ascii: "\n"))
      count += 1
    }
    if count > 0 {
      state.position = Cursor(place: page.items[count - 1].place(by: list.ordering.sort))
    }
    state.left = state.left.map { $0 - count }
    state.isDone = state.left == 0 || count == page.items.count && !page.hasMore
    do throws(ContentCodingError) {
      return .bytes(try Self.deflated(bytes, isLast: state.isDone, &state.deflater))
    } catch {
      return .failed
    }
  }

  private static func deflated(
    _ bytes: [UInt8], isLast: Bool, _ deflater: inout Deflater?
  ) throws(ContentCodingError) -> [UInt8] {
    guard var open = deflater.take() else { return bytes }
    let coded = try open.append(bytes, isLast: isLast)
    if !isLast { deflater = consume open }
    return coded
  }
}
