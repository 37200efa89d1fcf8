import ArticleParsing
import ArticleStore
import FoundationEssentials
import Operations

// A document within a JSON submission.

extension Document {
  /// The id that it is to have; `nil` where any will do.
  ///
  /// - Throws: ``Problem/invalidSubmission(_:)`` for what cannot be one.
  func articleID() throws(Problem) -> ArticleID? {
    guard let id else { return nil }
    guard let articleID = ArticleID(id) else {
      throw .invalidSubmission([
        .pointer("/id", "invalid-value", Problem.invalidArticleID(id).detail)
      ])
    }
    return articleID
  }

  /// What base64 stands for, `nil` for what is none (RFC 4648 section 4): the decoder takes more padding
  /// than there can be, and bits that stand for nothing.
  private static func bytes(ofBase64 text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else {
      return nil
    }
    return Array(data)
  }

  /// A document from a JSON submission.
  ///
  /// - Throws: ``Problem`` with pointers at what is wrong.
  init(_ submission: JSONSubmission) throws(Problem) {
    var faults: [Problem.Fault] = []
    let media = submission.media.map(MediaChoice.init(name:)) ?? .recognised
    if media == nil {
      faults.append(
        .pointer("/media", "unsupported-media", "media is none of: \(MediaChoice.names)."))
    }
    let charset = submission.charset.flatMap(Charset.init(label:))
    if submission.charset != nil, charset == nil {
      faults.append(
        .pointer("/charset", "unsupported-charset", "charset is not \(Charset.names)."))
    } else if submission.content != nil, charset?.isOfCharacters == false {
      faults.append(
        .pointer(
          "/charset", "misplaced-member",
          "content is in UTF-8, as all JSON; for another charset, "
            + "send contentBase64."))
    }
    let bytes: [UInt8]?
    let pointer: String
    if let content = submission.content {
      bytes = content
      pointer = "/content"
    } else {
      bytes = submission.contentBase64.flatMap(Self.bytes(ofBase64:))
      pointer = "/contentBase64"
      if bytes == nil {
        faults.append(.pointer(pointer, "invalid-value", "contentBase64 is not base64."))
      }
    }
    guard let media, let bytes, faults.isEmpty else {
      throw .invalidSubmission(faults)
    }
    do throws(DocumentError) {
      try self.init(
        bytes: bytes, media: media.media, charset: charset, metadata: submission.metadata,
        id: submission.id, times: submission.times)
    } catch {
      throw Problem(error, pointer: pointer)
    }
  }
}
