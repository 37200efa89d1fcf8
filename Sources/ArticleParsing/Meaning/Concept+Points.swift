extension Concept {
  /// The kind of point that items below such a heading are; `nil` where they are none, or where
  /// the heading alone does not say which.
  var points: PointKind? {
    switch self {
    case .objectives: .objective
    case .nonGoals: .nonGoal
    case .pros: .pro
    case .cons: .con
    case .neutral: .neutral
    case .takeaways: .takeaway
    case .prosAndCons, .goalsAndNonGoals, .introduction, .summary, .context, .analysis, .outlook,
      .callToAction, .conclusion, .options, .setAside:
      nil
    }
  }

  /// The kind of a section under such a heading.
  var section: Section.Kind {
    switch self {
    case .objectives, .nonGoals, .goalsAndNonGoals: .objectives
    case .pros: .pros
    case .cons: .cons
    case .prosAndCons: .prosAndCons
    case .takeaways: .takeaways
    case .introduction: .introduction
    case .summary: .summary
    case .context: .context
    case .analysis: .analysis
    case .outlook: .outlook
    case .callToAction: .callToAction
    case .conclusion: .conclusion
    case .neutral, .options, .setAside: .other
    }
  }
}
