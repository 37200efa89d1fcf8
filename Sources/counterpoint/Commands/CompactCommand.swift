import ArgumentParser
import ArticleStore

/// `counterpoint compact`: the files of a data folder as small as they can be.
struct CompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Writes the files of a data folder anew, without free room.",
    discussion: """
      A service gives the room of deleted articles back by itself. This does so at once, also where an \
      earlier version kept that room and what was in it. No service may use the folder meanwhile, and \
      its disk needs room for the articles once more.

      Examples:
        counterpoint compact --data articles

      Exit status: 0 done; 1 not done, and the articles are as they were: one line says why; 64 words \
      that are not understood.
      """)

  @OptionGroup var folder: DataFolderOption

  func run() throws {
    let (data, summary) = try folder.copying { data, report throws(BackupError) in
      try ArticleStore.compact(data, report)
    }
    folder.report(
      "\(data): \(summary.articleCount), \(summary.after) bytes instead of \(summary.before)")
  }
}
