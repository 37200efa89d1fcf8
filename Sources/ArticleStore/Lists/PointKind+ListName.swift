package import ArticleParsing

extension PointKind {
  /// The name of the list of these points in an article.
  package var listName: StaticString {
    switch self {
    case .objective: "objectives"
    case .nonGoal: "nonGoals"
    case .pro: "pros"
    case .con: "cons"
    case .neutral: "neutral"
    case .takeaway: "takeaways"
    }
  }
}
