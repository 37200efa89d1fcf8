import ArgumentParser
import ArticleStore

/// `counterpoint backup`: a copy of what a data folder keeps, while a service uses it or not.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies the articles of a data folder into one file.",
    discussion: """
      A service may use the folder meanwhile; the copy has what was stored at one moment. It is written \
      beside its place, checked, and moved there when it is on the disk. `counterpoint restore` brings \
      it back; a service does not open it by itself. The index is not in it: it is made of the articles.

      Examples:
        counterpoint backup --data articles articles.backup
        counterpoint backup --data articles --replace /backups/articles.backup

      Exit status: 0 the file is there; 1 it is not: one line says why; 64 words that are not \
      understood.
      """)

  @OptionGroup var folder: DataFolderOption

  @Flag(help: "Take the place of a file that is there.")
  var replace = false

  @Argument(help: ArgumentHelp("The file to make.", valueName: "file"))
  var file: String

  func validate() throws { try GivenPaths.expectNamed([file]) }

  func run() throws {
    let (_, summary) = try folder.copying { data, report throws(BackupError) in
      try ArticleStore.backUp(data, to: file, replaces: replace, report)
    }
    folder.report("\(file): \(summary.articleCount), \(summary.after) bytes")
  }
}
