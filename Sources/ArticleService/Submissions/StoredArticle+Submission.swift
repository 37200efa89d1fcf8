import ArticleParsing
import ArticleStore
import Formats
import FoundationEssentials
import HTTPCore
import JSON
import Operations

extension StoredArticle {
  /// The article as the submission that makes it again: the same document byte for byte, under the
  /// same id, with its times and with what was said about it; nothing of what was found in it.
  ///
  /// What is UTF-8 is `content`, with its byte order mark, if it has one, as its first character;
  /// everything else is `contentBase64`, and so is what would be longer with its escapes than in
  /// base64. So it never has more than a third more bytes than the document, and fits in a line of a
  /// bulk submission. ``JSONSubmission`` reads it.
  func writeSubmission(to json: inout JSONWriter) {
    json.beginObject()
    json.member("id", id.text)
    Self.describeTimes(self, to: &json)
    json.member("media", document.media.rawValue)
    let charset = MediaType(parsing: document.mediaType)?.parameter("charset")
    if let charset = charset.flatMap(Charset.init(label:)), charset != .utf8 {
      json.member("charset", charset.rawValue)
    }
    if document.encoding == .utf8, !document.bytes.needsManyEscapes {
      json.name("content")
      json.string(utf8: document.bytes[...])
    } else {
      json.member("contentBase64", Data(document.bytes).base64EncodedString())
    }
    json.member("title", metadata.title)
    json.member("url", metadata.url)
    json.member("publishedAt", metadata.publishedAt)
    if let tags = metadata.tags.nonempty {
      json.name("tags")
      json.strings(tags)
    }
    json.endObject()
  }
}

extension [UInt8] {
  /// Whether the escapes of JSON (RFC 8259 section 7) make a string longer than base64 does.
  fileprivate var needsManyEscapes: Bool {
    var added = 0
    for byte in self {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08, 0x09, 0x0A, 0x0C, 0x0D: added += 1
      case 0..<0x20: added += 5
      default: break
      }
    }
    return added > count / 3
  }
}
