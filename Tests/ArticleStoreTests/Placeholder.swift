@testable import ArticleStore
