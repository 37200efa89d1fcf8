import ArticleParsing
import ArticleStore
import ContentCoding
import HTTPServer
package import JSON
package import Operations

/// The errors of the layers below, as problems: each case of each, here and nowhere else.
extension Problem {
  /// What an operation did not do.
  package init(_ error: OperationError) {
    switch error {
    case .invalidParameters(let faults):
      self = .invalidParameters(faults.map { .parameter($0.name, $0.code, $0.message) })
    case .noSuchArticle(let id): self = .noSuchArticle(id: id)
    case .store(let error): self.init(error)
    }
  }

  /// What the store did not do.
  private init(_ error: StoreError) {
    switch error {
    case .full(let limit): self = .storeFull(limit: limit)
    case .preconditionFailed: self = .preconditionFailed
    case .noSuchArticle: self = .noSuchArticle(id: "")
    case .idTaken(let id): self = .idTaken(id: id.text)
    case .otherEpoch: self = .changesGone(oldest: nil)
    case .changesGone(let oldest): self = .changesGone(oldest: oldest)
    case .diskFull: self = .diskFull
    case .writesRefused: self = .storeFailed(isFinal: true)
    case .failed: self = .storeFailed(isFinal: false)
    case .tooLong: self = .queryTooLong
    case .closed: self = .notReady(.notStarted)
    }
  }

  /// Why content under a coding could not be read.
  init(_ error: ContentCodingError) {
    switch error {
    case .truncated: self = .corruptContent(.truncated)
    case .corrupt: self = .corruptContent(.corrupt)
    case .tooLarge(let limit):
      self = .contentTooLarge(detail: "Inflated, the content is larger than \(limit) bytes.")
    case .ratioExceeded(let limit):
      self = .contentTooLarge(detail: "The content inflates to more than \(limit) times its size.")
    case .outOfMemory: self = .busy
    }
  }

  /// Why the rest of some content did not come; `nil` where nobody is left to be told.
  init?(_ loss: ContentStream.Loss) {
    switch loss {
    case .gone: return nil
    case .broken(let error): self = .refused(error)
    case .stopping: self = .stopping
    }
  }

  /// Why a document cannot be read; `pointer` names the member of a submission that holds it.
  package init(_ error: DocumentError, pointer: String? = nil) {
    switch error {
    case .undecodable(.invalidUTF8(let offset)):
      self = .undecodable(at: offset, "is no valid UTF-8", pointer: pointer)
    case .undecodable(.loneSurrogate(let offset)):
      self = .undecodable(
        at: offset, "begins half of a surrogate pair, without the other half", pointer: pointer)
    case .undecodable(.oddByteCount(let offset)):
      self = .undecodable(
        at: offset, "is left over: UTF-16 has two bytes to a unit", pointer: pointer)
    case .notASCII(let offset):
      self = .undecodable(at: offset, "is not US-ASCII", pointer: pointer)
    case .empty: self = .emptyDocument
    case .binary: self = .binaryDocument
    }
  }

  /// A document whose byte at this offset is not of its charset.
  static func undecodable(at offset: Int, _ reason: String, pointer: String?) -> Problem {
    .undecodable(
      Fault(
        pointer: pointer, range: offset..<offset + 1, code: "undecodable-byte",
        message: "The byte at offset \(offset) of the document \(reason)."))
  }

  /// Why JSON is none, and in which line and column of the text.
  package init(_ fault: JSONSyntax.Fault, in bytes: [UInt8]) {
    let before = bytes.prefix(fault.offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // Columns count characters: bytes that do not continue one.
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    let (code, reason) =
      switch fault.reason {
      case .unexpectedEnd: ("unexpected-end", "the text ends before the value does")
      case .unexpectedByte: ("unexpected-character", "this character cannot stand here")
      case .invalidEscape: ("invalid-escape", "this escape means no character")
      case .unescapedControl: ("unescaped-control", "a control character must be escaped")
      case .tooDeep(let limit): ("too-deep", "values are nested deeper than \(limit) levels")
      }
    self = .malformedJSON(
      Fault(
        range: fault.offset..<min(fault.offset + 1, bytes.count), code: code,
        message: "Line \(line), column \(column): \(reason)."))
  }
}
