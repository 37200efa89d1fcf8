/// What a heading or label of the vocabulary says that its text is.
///
/// Its raw value is what the files of languages call the list of such headings.
enum Concept: String, Sendable, Hashable, CaseIterable {
  case objectives
  case nonGoals = "non-goals"
  case pros, cons, neutral, takeaways
  /// Both sides at once: `Pros and Cons`.
  case prosAndCons = "pros-and-cons"
  /// Aims and what is not aimed at, at once: `Goals and Non-Goals`.
  case goalsAndNonGoals = "goals-and-non-goals"
  case introduction, summary, context, analysis, outlook
  case callToAction = "call-to-action"
  case conclusion
  /// What is weighed: `Considered Options`, `Alternatives`.
  case options
  /// Known, and known to be none of the above: `Risks and Mitigations`.
  case setAside = "set-aside"

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

  /// Whether such a heading names two sides, so that a list below it must say which is which.
  var namesBothSides: Bool { self == .prosAndCons || self == .goalsAndNonGoals }

  /// Whether such points are somebody's: aims are, pros and cons are not.
  var hasOwner: Bool { self == .objectives || self == .nonGoals || self == .goalsAndNonGoals }

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
