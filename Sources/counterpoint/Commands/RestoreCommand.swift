import ArgumentParser
import ArticleStore

/// `counterpoint restore`: a data folder from a copy of one.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Brings the articles of a backup into a data folder that has none.",
    discussion: """
      The file is one that `counterpoint backup` made, or SQLite's own .backup of a folder's \
      counterpoint.sqlite, or that file itself, of this version or an earlier one; beside a file that \
      was not closed in order belongs its log (-wal), and a warning says when there is none. It is checked, \
      whole, before anything is changed, and stays as it is. The store goes on under a new epoch, so \
      that followers of its change feed begin anew. The folder is made if need be; no service may use \
      it meanwhile.

      Examples:
        counterpoint restore --data articles articles.backup

      Exit status: 0 the articles are in the folder; 1 they are not: one line says why; 64 words that \
      are not understood.
      """)

  @OptionGroup var folder: DataFolderOption

  @Argument(help: ArgumentHelp("The backup to read.", valueName: "file"))
  var file: String

  func validate() throws { try GivenPaths.expectNamed([file]) }

  func run() throws {
    let (data, summary) = try folder.copying { data, report throws(BackupError) in
      try ArticleStore.restore(file, into: data, report)
    }
    folder.report("\(data): \(summary.articleCount), under a new epoch of the change feed")
    if summary.mayLackNewest {
      StandardError.write(
        """
        Warning: \(file): a service had it open, and no log (\(file)-wal) is beside it: unless SQLite \
        made this copy, what was written last may be missing; a backup has it, or the file with its log.

        """)
    }
  }
}
