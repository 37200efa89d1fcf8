@testable import ArticleService
