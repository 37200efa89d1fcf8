import Testing

/// `analyze` on more than one document.
@Suite struct `the command analyze, on several documents` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Bridges\n\nPros: short.\n", to: "more/deep/bridges.txt")
    try folder.write("# Canals\n\n**Cons:** wet.\n", to: "more/canals.md")
    try folder.write("Ferries\n\nPros: cheap.\n", to: "ferries.txt")
    try folder.write("no article", to: "more/notes.html")
  }

  private var more: String { "\(folder.path)/more" }
  private var ferries: String { "\(folder.path)/ferries.txt" }

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `a line each, in order, with the path and what one alone gives`() throws {
    let outcome = try Command.run("analyze", ferries, more)
    #expect(outcome.end == .exit(0))
    #expect(outcome.errors == "")
    let paths = [ferries, "\(more)/canals.md", "\(more)/deep/bridges.txt"]
    let alone = try paths.map { path in
      // The same object, but for its first member.
      "{\"path\":\"\(path)\","
        + String(
          decoding: try Command.run("analyze", "--compact", path).output.dropFirst().dropLast(),
          as: UTF8.self)
    }
    #expect(lines(outcome.output) == alone)
    #expect(outcome.output.last == UInt8(ascii: "\n"))
  }

  @Test func `standard input is one of them`() throws {
    let outcome = try Command.run(
      "analyze", ferries, "-", input: Array("Trams\n\nPros: quiet.\n".utf8))
    #expect(outcome.end == .exit(0))
    let read = try lines(outcome.output).map { try JSON(Array($0.utf8)) }
    #expect(try read.map { try $0["path"].string } == [ferries, "-"])
    #expect(try read.map { try $0["title"].string } == ["Ferries", "Trams"])
  }

  @Test func `a folder alone gives a line each, even of one`() throws {
    let outcome = try Command.run("analyze", "\(more)/deep")
    #expect(try JSON(outcome.output)["path"].string == "\(more)/deep/bridges.txt")
    #expect(lines(outcome.output).count == 1)
  }

  @Test func `JSON is indented where that is asked for`() throws {
    let outcome = try Command.run("analyze", "--pretty", "\(more)/deep")
    #expect(
      lines(outcome.output).prefix(3) == [
        "{", "  \"path\": \"\(more)/deep/bridges.txt\",", "  \"title\": \"Bridges\",",
      ])
  }

  @Test func `CSV is one table`() throws {
    let outcome = try Command.run("analyze", "--format", "csv", ferries, more)
    #expect(outcome.end == .exit(0))
    let rows = lines(outcome.output.filter { $0 != UInt8(ascii: "\r") })
    #expect(
      rows.map { $0.split(separator: ",").prefix(3).joined(separator: " ") } == [
        "path kind id", "\(ferries) pro pro-1", "\(more)/canals.md con con-1",
        "\(more)/deep/bridges.txt pro pro-1",
      ])
  }

  @Test func `Markdown is one brief behind the other`() throws {
    let outcome = try Command.run("analyze", "--format", "markdown", ferries, "\(more)/deep")
    let text = String(decoding: outcome.output, as: UTF8.self)
    #expect(
      text == """
        # Ferries

        \(ferries)

        ## Pros

        - cheap.

        # Bridges

        \(more)/deep/bridges.txt

        ## Pros

        - short.

        """)
  }

  @Test func `those that cannot be read are told of, and the others are read`() throws {
    try folder.write([0x61, 0xFF], to: "more/broken.txt")
    try folder.write("", to: "empty/none.html")
    let outcome = try Command.run(
      "analyze", "/nowhere.txt", more, "\(folder.path)/empty", ferries)
    #expect(outcome.end == .exit(1))
    #expect(lines(outcome.output).count == 3)
    #expect(
      lines(Array(outcome.errors.utf8)) == [
        "Error: /nowhere.txt: there is no such file.",
        "Error: \(folder.path)/empty: there is no file *.txt or *.md in this folder.",
        "Error: \(more)/broken.txt: The byte at offset 1 of the document is no valid UTF-8."
          + " Text must be UTF-8, or UTF-16 with a byte order mark.",
      ])
  }

  @Test func `more than are read at once come whole and in order`() throws {
    let numbers = (100..<200).map(String.init)
    for number in numbers {
      try folder.write("Line \(number)\n\nPros: short.\n", to: "many/\(number).txt")
    }
    let outcome = try Command.run("analyze", "\(folder.path)/many")
    let titles = try lines(outcome.output).map { try JSON(Array($0.utf8))["title"].string }
    #expect(titles == numbers.map { "Line \($0)" })
  }

  @Test func `standard input is read once`() throws {
    let outcome = try Command.run("analyze", "-", ferries, "-")
    #expect(outcome.end == .exit(64))
    #expect(outcome.errors.hasPrefix("Error: - is there more than once, and standard input"))
  }

  @Test func `output that cannot be written is an error`() throws {
    let words = "\"$0\" analyze \(more) > /dev/full"
    let outcome = try Command(["-c", words, Command.path], tool: "/bin/sh").outcome()
    #expect(outcome.end == .exit(1))
    #expect(
      outcome.errors == "Error: standard output: it cannot be written: No space left on device.\n")
  }
}
