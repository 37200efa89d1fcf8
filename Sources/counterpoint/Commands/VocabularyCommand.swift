import ArgumentParser
import ArticleParsing
import Glibc

/// `counterpoint vocabulary`: the words of languages.
struct VocabularyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vocabulary",
    abstract: "Checks files of the words by which documents say what their parts are.",
    subcommands: [VocabularyCheckCommand.self])
}

/// `counterpoint vocabulary check`: what is wrong in a file of a language's words.
struct VocabularyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells what is wrong in files of a language's words, each with its line.",
    discussion: """
      Such a file says what language it is (`language: en`, `script: latin`), then in lists what its \
      headings and labels are: `[pros]`, a phrase a line. Those that are built in are \
      Sources/CData/Languages; README.md says how to add one. To see what a file makes of a document: \
      `counterpoint analyze --language-file FILE DOCUMENT`.

      Examples:
        counterpoint vocabulary check vi.txt

      Exit status: 0 nothing is wrong; 1 something is, or a file cannot be read; 64 words that are \
      not understood.
      """)

  @Argument(help: ArgumentHelp("The files; - for standard input.", valueName: "file"))
  var paths: [String]

  func validate() throws { try GivenPaths.expectNamed(paths) }

  func run() throws {
    var isRight = true
    for path in paths {
      do throws(InputError) {
        guard let language = try LanguageFiles.language(at: path) else {
          isRight = false
          continue
        }
        let line =
          "\(InputFile(path).name): language \(language.tag), \(language.phraseCount) phrases, "
          + "nothing wrong\n"
        guard write(Array(line.utf8), to: STDOUT_FILENO) else {
          throw .unwritable("standard output", errno: errno)
        }
      } catch {
        guard case .unwritable = error else {
          StandardError.report(error)
          isRight = false
          continue
        }
        throw error
      }
    }
    guard isRight else { throw ExitCode.failure }
  }
}
