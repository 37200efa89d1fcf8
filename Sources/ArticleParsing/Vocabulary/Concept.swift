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

  /// Whether items below such a heading are points of one kind.
  var isOfPoints: Bool {
    switch self {
    case .objectives, .nonGoals, .pros, .cons, .neutral, .takeaways: true
    case .prosAndCons, .goalsAndNonGoals, .introduction, .summary, .context, .analysis, .outlook,
      .callToAction, .conclusion, .options, .setAside:
      false
    }
  }

  /// Whether such a heading names two sides, so that a list below it must say which is which.
  var namesBothSides: Bool { self == .prosAndCons || self == .goalsAndNonGoals }

  /// Whether such points are somebody's: aims are, pros and cons are not.
  var hasOwner: Bool { self == .objectives || self == .nonGoals || self == .goalsAndNonGoals }
}
