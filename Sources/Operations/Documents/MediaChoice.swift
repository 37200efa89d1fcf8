package import ArticleParsing

/// What a client says about the media of a document: what it is, or to find out.
package enum MediaChoice: Sendable, Equatable {
  case known(DocumentMedia)
  /// By ``MediaRecognition``.
  case recognised

  /// The choice of this name, in any case.
  package init?(name: String) {
    let name = name.lowercased()
    if name == "auto" {
      self = .recognised
    } else if let media = DocumentMedia(rawValue: name) {
      self = .known(media)
    } else {
      return nil
    }
  }

  /// What can be said, for messages.
  package static var names: String { "auto, \(DocumentMedia.names)" }

  /// `nil` where it is to be found out.
  package var media: DocumentMedia? {
    switch self {
    case .known(let media): media
    case .recognised: nil
    }
  }
}
