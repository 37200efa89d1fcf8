import Testing

/// The words of languages from the command line.
@Suite struct `a file of words` {
  private let folder: TemporaryFolder
  private let words: String
  private let notes: String

  private static let language = """
    # A language of a test.
    language: qaa
    script: latin

    [objectives]
    zolen
    [pros]
    gutta
    [cons]
    bada
    [takeaways]
    merken
    """

  init() throws {
    folder = try TemporaryFolder()
    words = "\(folder.path)/words.txt"
    notes = "\(folder.path)/notes.md"
    try folder.write(Self.language, to: "words.txt")
    try folder.write("# Notes\n\n## Gutta\n\n- quiet\n\n## Drawbacks\n\n- dear\n", to: "notes.md")
  }

  /// The texts of the pros and cons that are found in the notes.
  private func points(_ arguments: String...) throws -> (pros: [String], cons: [String]) {
    let article = try JSON(try Command(["analyze", notes] + arguments).outcome().output)
    return (
      try article["pros"].items.map { try $0["text"].string },
      try article["cons"].items.map { try $0["text"].string }
    )
  }

  @Test func `is checked`() throws {
    let outcome = try Command.run("vocabulary", "check", words)
    #expect(outcome.end == .exit(0))
    #expect(
      String(decoding: outcome.output, as: UTF8.self)
        == "\(words): language qaa, 4 phrases, nothing wrong\n")
    #expect(outcome.errors == "")
  }

  @Test func `is told what is wrong in it, and where`() throws {
    try folder.write(
      Self.language.replacing("gutta", with: "Gutta").replacing("merken", with: "drawbacks"),
      to: "words.txt")
    let outcome = try Command.run("vocabulary", "check", words, "nowhere.txt")
    #expect(outcome.end == .exit(1))
    #expect(outcome.output == [])
    let lines = outcome.errors.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines[0] == "\(words):8: \"Gutta\" is not in lower case.")
    #expect(lines[1] == "\(words):12: \"drawbacks\" is a heading of cons in the language en.")
    #expect(lines[2].contains("nowhere.txt"))
  }

  @Test func `is tried on a document, beside the words that are built in`() throws {
    let without = try points()
    #expect(without.pros == [])
    #expect(without.cons == ["dear"])
    let with = try points("--language-file", words)
    #expect(with.pros == ["quiet"])
    #expect(with.cons == ["dear"])
  }

  @Test func `with a tag that is built in stands in its place`() throws {
    try folder.write(
      Self.language.replacing("language: qaa", with: "language: en"), to: "words.txt")
    let with = try points("--language-file", words)
    #expect(with.pros == ["quiet"])
    #expect(with.cons == [])
  }

  @Test func `in which something is wrong is not tried`() throws {
    try folder.write("language: qaa\nscript: latin\n[pro]\n", to: "words.txt")
    let outcome = try Command.run("analyze", "--language-file", words, notes)
    #expect(outcome.end == .exit(1))
    #expect(outcome.output == [])
    #expect(outcome.errors.contains("\(words):3: There is no list [pro]."))
  }
}
