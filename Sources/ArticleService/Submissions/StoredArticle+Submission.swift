import ArticleParsing
import ArticleStore
import FoundationEssentials
import HTTPCore

extension StoredArticle {
  /// The article as the submission that makes it again: the same document byte for byte, under the
  /// same id and with what was said about it; nothing of what was found in it.
  ///
  /// What is UTF-8 is `content`, with its byte order mark, if it has one, as its first character;
  /// everything else is `contentBase64`. ``JSONSubmission`` reads it.
  func writeSubmission(to json: inout JSONWriter) {
    json.beginObject()
    json.member("id", id.text)
    json.member("media", document.media.rawValue)
    let charset = MediaType(parsing: document.mediaType)?.parameter("charset")
    if let charset = charset.flatMap(Charset.init(label:)), charset != .utf8 {
      json.member("charset", charset.rawValue)
    }
    switch document.encoding {
    case .utf8:
      json.name("content")
      json.string(utf8: document.bytes[...])
    case .utf16BigEndian, .utf16LittleEndian:
      json.member("contentBase64", Data(document.bytes).base64EncodedString())
    }
    json.member("title", metadata.title)
    json.member("url", metadata.url)
    json.member("publishedAt", metadata.publishedAt)
    json.write(tags: metadata.tags)
    json.endObject()
  }
}
