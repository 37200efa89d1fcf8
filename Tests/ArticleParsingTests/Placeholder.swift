@testable import ArticleParsing
