import CData

extension Language {
  /// The languages whose files are built in, in the order of the table of `CData`. Where two say
  /// different things by one word, the first of them counts.
  package static let builtIn: [Language] = builtInFiles.compactMap {
    Language(LanguageFile($0.text))
  }

  /// The files themselves, which a test checks.
  static var builtInFiles: [(name: String, text: SourceText)] {
    var count = 0
    // Right because the table and its files are constants of the program, in UTF-8.
    let files = unsafe UnsafeBufferPointer(start: cdata_languages(&count), count: count)
    return unsafe files.map { file in
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
      return unsafe (String(cString: file.name), SourceText(validated: Array(bytes)))
    }
  }
}
