/// What the index is to do for one article.
struct IndexStep: Sendable {
  /// The article that is taken out.
  let before: StoredArticle?
  /// What is put in: the words, and for which article.
  let after: (columns: SearchColumns, sequence: UInt64)?

  /// About what it takes of memory while it waits.
  var byteCount: Int { (after?.columns.words.count ?? 0) + (before?.size ?? 0) }
}

/// Steps that the index does together.
struct IndexBatch: Sendable {
  let steps: [IndexStep]
  /// How far the index has come with them; `nil` while it is being made, and is not to be relied on.
  let mark: IndexMark?
  /// About what it takes of memory while it waits.
  let byteCount: Int

  /// Whether an article is taken out, or replaced.
  var removes: Bool { steps.contains { $0.before != nil } }

  /// About what the articles took that are taken out.
  var removedBytes: Int { steps.reduce(0) { $0 + ($1.before?.size ?? 0) } }

  init(_ steps: [IndexStep], _ mark: IndexMark?) {
    self.steps = steps
    self.mark = mark
    byteCount = steps.reduce(0) { $0 + $1.byteCount }
  }

  /// What a batch of writes changes, once it is committed.
  init(_ staging: borrowing Staging, of epoch: String) {
    let steps = staging.steps.map { step in
      IndexStep(
        before: step.before,
        after: step.after.flatMap { article in
          step.columns.map { ($0, article.sequence) }
        })
    }
    self.init(steps, IndexMark(of: epoch, at: staging.counters))
  }
}
