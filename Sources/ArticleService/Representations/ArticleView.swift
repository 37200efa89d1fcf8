import ArticleStore
import Formats
import HTTPCore
import JSON

/// How a list shows its articles.
enum ArticleView: String, Sendable, CaseIterable {
  /// What one chooses an article by.
  case summary
  /// The whole article.
  case full
  /// What was submitted, as it can be submitted again.
  case source

  /// What can be chosen of an item.
  var fields: FieldCatalogue {
    switch self {
    case .summary: .summary
    case .full: .article
    case .source: .submission
    }
  }

  /// Writes an article as one value: an item of a list, or a line of its own.
  func write(_ stored: StoredArticle, to json: inout JSONWriter, _ form: RepresentationForm) {
    json.select(form.fields)
    switch self {
    case .summary: json.object { StoredArticle.describeSummary(stored, to: &$0) }
    case .full: json.object { StoredArticle.describe(stored, form, to: &$0) }
    case .source: stored.writeSubmission(to: &json)
    }
  }
}

extension RequestTarget {
  /// The view that `view` names; summaries unless it is there.
  func view() throws(Problem) -> ArticleView {
    let names = ArticleView.allCases.map(\.rawValue).joined(separator: ", ")
    return try choice("view", ArticleView.init, names) ?? .summary
  }
}
