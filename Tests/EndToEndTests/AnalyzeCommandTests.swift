import Testing

@Suite struct `the command analyze` {
  @Test func `a file gives what POST answers`() throws {
    let server = try Server()
    let name = FixtureArticles.names[0]
    let bytes = try FixtureArticles.bytes(name)
    let pretty = try Command.run("analyze", FixtureArticles.path(name))
    #expect(pretty.end == .exit(0))
    #expect(pretty.errors == "")
    #expect(try pretty.output == server.client.post("/v1/analyze?pretty", bytes).content)
    let compact = try Command.run("analyze", "--compact", FixtureArticles.path(name))
    let answer = try server.client.post("/v1/analyze", bytes).content
    #expect(compact.output == answer + Array("\n".utf8))
  }

  @Test(arguments: [["analyze", "-"], ["analyze"], ["analyze", "--media", "text/plain", "-"]])
  func `standard input is read`(words: [String]) throws {
    let outcome = try Command(words, input: Array("Trams\n\nPros: quiet.\n".utf8)).outcome()
    #expect(outcome.end == .exit(0))
    #expect(try JSON(outcome.output)["title"].string == "Trams")
  }

  @Test func `a file that is not there is named`() throws {
    let outcome = try Command.run("analyze", "/nowhere.txt")
    #expect(outcome.end == .exit(1))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "Error: /nowhere.txt: there is no such file.\n")
  }

  private static let encodings = "Text must be UTF-8, or UTF-16 with a byte order mark."

  /// What is in the file, with what is said of it.
  @Test(arguments: [
    ([0x61, 0x62, 0xFF], "The byte at offset 2 of the document is no valid UTF-8. \(encodings)"),
    (
      [0x7F, 0x45, 0x4C, 0x46, 0x80],
      "The byte at offset 4 of the document is no valid UTF-8. \(encodings)"
    ),
    ([], "The document is empty, or white space alone."),
    ([0x20, 0x0A], "The document is empty, or white space alone."),
  ])
  func `a file that is no article is named, with what is wrong`(
    bytes: [UInt8], says: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "file.txt")
    let outcome = try Command.run("analyze", path)
    #expect(outcome.end == .exit(1))
    #expect(outcome.errors == "Error: \(path): \(says)\n")
  }

  /// How files of other kinds begin, with what they are called.
  static let otherKinds: [([UInt8], String)] = [
    (Array("%PDF-1.7\n%\u{E2}".utf8), "a PDF"),
    (Array("{\\rtf1\\ansi Trams}".utf8), "RTF"),
    ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "a ZIP archive, as DOCX, ODT and EPUB are"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "an Office document of the old kind, such as DOC"),
    ([0x1F, 0x8B, 0x08, 0x00], "a gzip file"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image"),
    (Array("\n <!DOCTYPE html><title>Trams</title>".utf8), "HTML"),
    (Array("<HTML lang=en>".utf8), "HTML"),
  ]

  @Test(arguments: otherKinds, ["file", "file.txt"])
  func `a file of another kind is named, with its kind and what would be read`(
    other: ([UInt8], String), name: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(other.0, to: name)
    let line =
      "Error: \(path): this is \(other.1), which is not read; save its text as a file *.txt or *.md.\n"
    let outcome = try Command.run("analyze", path)
    #expect(outcome.end == .exit(1))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == line)
  }

  @Test func `what is said to be text is read as text`() throws {
    let text = Array("<html> is a tag.\n\nPros: short.\n".utf8)
    let outcome = try Command.run("analyze", "--media", "text/plain", input: text)
    #expect(outcome.end == .exit(0))
    #expect(try JSON(outcome.output)["title"].string == "<html> is a tag.")
  }

  @Test(arguments: [
    (["--format", "csv"], "text/csv"), (["--format", "markdown"], "text/markdown"),
  ])
  func `another format gives what POST answers in it`(
    words: [String], accept: String
  ) throws {
    let server = try Server()
    let name = FixtureArticles.names[0]
    let answer = try server.client.post(
      "/v1/analyze", FixtureArticles.bytes(name), ["Accept: \(accept)"])
    let outcome = try Command(["analyze"] + words + [FixtureArticles.path(name)]).outcome()
    #expect(outcome.end == .exit(0))
    #expect(outcome.output == answer.content)
  }

  @Test(arguments: [
    ("a.md", "Pros: quiet", "text/markdown"), ("a.txt", "# Title", "text/plain"),
    ("a", "# Title", "text/markdown"), ("a", "Pros: quiet", "text/plain"),
  ])
  func `the ending of the name says the media, else the content`(
    name: String, text: String, media: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(text.utf8), to: name)
    #expect(try JSON(Command.run("analyze", path).output)["media"].string == media)
  }

  @Test func `a format that there is not is refused by name`() throws {
    let outcome = try Command.run("analyze", "--format", "xml", "-")
    #expect(outcome.end != .exit(0))
    #expect(
      outcome.errors.hasPrefix(
        "Error: --format is \"xml\", and must be one of: json, markdown, csv."))
  }

  @Test func `a media type that is not read is refused by name`() throws {
    let outcome = try Command.run("analyze", "--media", "image/png", "-")
    #expect(outcome.end != .exit(0))
    #expect(outcome.errors.hasPrefix("Error: --media is \"image/png\", and must be one of: auto,"))
  }
}
