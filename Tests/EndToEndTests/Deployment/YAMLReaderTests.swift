import Testing

@Suite struct `reading YAML` {
  @Test func `mappings, sequences and scalars are read`() throws {
    let text = """
      # A comment.
      a: 1
      b:
        c: text with spaces
        d: "8080:8080"
        e: true
      f:
        # Another one.
        - x
        - g: 0.0.0.0
          h: [p, "q: r"]
        - k:
            l:
      """
    #expect(
      try YAMLReader.documents(text) == [
        .mapping([
          "a": .integer(1),
          "b": .mapping([
            "c": .string("text with spaces"), "d": .string("8080:8080"), "e": .boolean(true),
          ]),
          "f": .sequence([
            .string("x"),
            .mapping([
              "g": .string("0.0.0.0"), "h": .sequence([.string("p"), .string("q: r")]),
            ]),
            .mapping(["k": .mapping(["l": .null])]),
          ]),
        ])
      ])
  }

  @Test func `documents are told apart`() throws {
    #expect(
      try YAMLReader.documents("---\na: 1\n---\nb: 2\n")
        == [.mapping(["a": .integer(1)]), .mapping(["b": .integer(2)])])
  }

  /// Text that is no YAML, or that YAML readers do not agree about, with the line.
  @Test(arguments: [
    ("a: 1\na: 2", 2), ("a: 1\n  b: 2", 2), ("a:\n    b: 1\n  c: 2", 3), ("a:\n\tb: 1", 2),
    ("a:1", 1), ("a: b: c", 1), ("a: *b", 1), ("a: &b c", 1), ("a: {b: c}", 1), ("a: |", 1),
    ("a: \"b", 1), ("a: \"\\n\"", 1), ("a: [b", 1), ("a: [b]]", 1), ("a: yes", 1), ("a: 12:30", 1),
    ("a: 010", 1), ("a: 1.5", 1), ("a: b # c", 1), ("a: b ", 1), ("a:\n  - b\n  c: d", 3),
    ("- a\nb: c", 2), ("a: 'b'", 1),
  ])
  func `all else is refused`(text: String, line: Int) {
    #expect { try YAMLReader.documents(text) } throws: { ($0 as? YAMLReader.Fault)?.line == line }
  }
}
