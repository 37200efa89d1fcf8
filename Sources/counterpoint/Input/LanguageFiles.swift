import ArgumentParser
import ArticleParsing

/// The files of languages that a command is given.
enum LanguageFiles {
  /// No file of words is larger.
  private static let longest = 1 << 20

  /// Reads a file and reports what is wrong in it on standard error, a line each: file, line, fault.
  ///
  /// - Returns: the language; `nil` where something is wrong.
  /// - Throws: ``InputError`` where it cannot be read.
  static func language(at path: String) throws(InputError) -> Language? {
    let input = InputFile(path)
    let bytes = try input.read(limit: longest)
    let text: SourceText
    do throws(SourceText.DecodingError) {
      text = try SourceText(decoding: bytes)
    } catch {
      let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      StandardError.write(
        "\(input.name):\(line): This is no UTF-8, as which such a file is read.\n")
      return nil
    }
    let file = LanguageFile(text)
    let faults = LanguageCheck(file, beside: Language.builtIn).faults
    for fault in faults { StandardError.write("\(input.name):\(fault.line): \(fault.message)\n") }
    return faults.isEmpty ? Language(file) : nil
  }

  /// The built-in words with those of some files, each in place of the language with its tag.
  ///
  /// - Throws: ``InputError``; `ExitCode` where something is wrong in a file, which was reported.
  static func vocabulary(with paths: [String]) throws -> Vocabulary {
    guard !paths.isEmpty else { return .builtIn }
    var languages = Language.builtIn
    for path in paths {
      guard let language = try language(at: path) else { throw ExitCode.failure }
      if let index = languages.firstIndex(where: { $0.tag == language.tag }) {
        languages[index] = language
      } else {
        languages.append(language)
      }
    }
    return Vocabulary(languages)
  }
}
