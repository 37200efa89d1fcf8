import ArticleParsing
import ArticleStore
import HTTPCore
import HTTPServer
import Operations

// Reading the document of a request: how long it will take decides who does it, and how much memory it
// will take is reserved, step by step, before it is taken.

extension ArticleService {
  /// The most bytes of a document that is read among short work: some milliseconds, whatever it is.
  static let shortDocument = 64 << 10
  /// The same of content under gzip, which may inflate to a hundred times as much.
  private static let shortCompressed = 16 << 10

  /// What is done with a document that was decoded, by a worker.
  typealias DocumentWork =
    @Sendable (Document, consuming WorkMemory) throws(Problem) -> HTTPResponse?

  /// Has a worker decode the content of a request and do something with the document.
  ///
  /// - Parameters:
  ///   - content: the content.
  ///   - call: what it is the content of.
  ///   - work: what is done; see ``work(for:_:_:)``. It is let go once it is done or will not be.
  /// - Returns: that it is answered later.
  /// - Throws: ``Problem/busy``.
  func read(
    _ content: IncomingContent, for call: Call, _ work: @escaping DocumentWork
  ) throws(Problem) -> Answer {
    let bound = content.isCompressed ? Self.shortCompressed : Self.shortDocument
    let length = content.count <= bound ? WorkQueue.Length.short : .long
    let isTaken = workers.submit(length) {
      guard call.isAwaited else { return }
      do throws(Problem) {
        var memory = self.workMemory
        try memory.expect(content.decodingSize(self.configuration))
        let incoming = try content.document(self.configuration)
        guard length == .short, incoming.document.bytes.count > Self.shortDocument else {
          return self.finish(incoming, incoming.readingSize(self.parser), memory, call, work)
        }
        // It was inflated to more than short work is.
        try self.readLong(incoming, memory, call, work)
      } catch {
        call.reply(error.response)
      }
    }
    guard isTaken else { throw .busy }
    return .later
  }

  /// Hands a document that turned out long to the workers for such.
  private func readLong(
    _ incoming: Document, _ memory: consuming WorkMemory, _ call: Call,
    _ work: @escaping DocumentWork
  ) throws(Problem) {
    // It waits, and a worker's share is for those who work.
    let kept = try memory.keep(incoming.size)
    let isTaken = workers.submit(.long) {
      guard call.isAwaited else { return }
      var memory = self.workMemory
      memory.takeOver(kept)
      self.finish(incoming, incoming.readingSize(self.parser), memory, call, work)
    }
    guard isTaken else { throw .busy }
  }

  /// Does the work, once it has so many bytes of memory; answers, unless the work does that itself.
  private func finish(
    _ incoming: Document, _ size: Int, _ memory: consuming WorkMemory, _ call: Call,
    _ work: @escaping DocumentWork, attempts: Int = MemoryPatience.attempts
  ) {
    do throws(Problem) {
      guard try has(memory: &memory, for: size, attempts: attempts) else {
        // What others are about gives memory back, and is soon done. Those who wait must not have so much
        // themselves that nobody can go on.
        let kept = try memory.keep(incoming.size)
        guard let place = patience.enter(incoming.size, of: self.memory) else {
          throw .memoryFull
        }
        return whenMemoryMayBeBack(.long) {
          place.leave()
          guard call.isAwaited else { return }
          var memory = self.workMemory
          memory.takeOver(kept)
          self.finish(incoming, size, memory, call, work, attempts: attempts - 1)
        }
      }
      if let response = try work(incoming, memory) { call.reply(response) }
    } catch {
      call.reply(error.response)
    }
    settle(after: size)
  }

  /// Whether so much memory is there; not, but soon may be, where there are attempts left.
  private func has(
    memory: inout WorkMemory, for size: Int, attempts: Int
  ) throws(Problem) -> Bool {
    do throws(Problem) {
      try memory.expect(size)
      return true
    } catch {
      guard error == .memoryFull, attempts > 0 else { throw error }
      return false
    }
  }
}

extension IncomingContent {
  /// The most bytes that the content and what is decoded of it take.
  func decodingSize(_ configuration: ArticleService.Configuration) -> Int {
    guard isCompressed else { return decodedCopies * count }
    let inflated = min(
      configuration.documentLimit, max(1 << 20, count * configuration.inflationRatioLimit))
    return count + decodedCopies * inflated
  }
}

extension Document {
  /// The bytes of the document and its text, which are the same bytes where it is UTF-8.
  var size: Int {
    let (submitted, decoded) = (document.bytes.count, text.utf8.count)
    return submitted == decoded ? submitted : submitted + decoded
  }

  /// About the most bytes that the document takes while it is read, with what is read in it.
  func readingSize(_ parser: ArticleParser) -> Int {
    let estimate = parser.memoryEstimate(
      of: text, media: document.media, looksAbove: WorkMemory.share)
    return size + estimate
  }
}

extension Submission {
  /// The bytes of the document, its text and what was read in it.
  var memorySize: Int { 2 * document.bytes.count + article.memorySize }
}
