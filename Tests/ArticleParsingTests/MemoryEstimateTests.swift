import Foundation
import Testing

@testable import ArticleParsing

/// What parsing takes is known before: the estimate is no less than what is taken, for texts of nothing
/// but one kind of line or mark, and not a great many times what articles take.
@Suite struct MemoryEstimateTests {
  /// What is repeated, each to a text.
  static let units = [
    "- a\n", "- a\n\n", "- - a\n+ + a\n", "# a\n", "# a\n\nb\n\n", "+\n\n-\n\n", "-\n", "#\n",
    ">\n\n",
    String(repeating: ">", count: 90) + "a\n\n", "1. a\n", "1. 1) 1. a\n\n2) a\n\n", "a\n\n",
    "a\n=\n",
    "    a\n\n", "- a\n\n  b\n\n", "- a\n  - b\n", "* * *\n", "---\n", "*a ", "_a_ ", "**a **",
    "<b>a",
    "<http://a>", "<a x='", "`a\n\n", "<a>\n\n", "|a|b|\n|-|-|\n|c|d|\n\n", "[a]: /u\n", "a: b\n\n",
    "Pros: a; b; c\n", "*a *a\n+\n", "    - *a*\n", "\n", "a b c\n", "[a](b)", "Pros\n: a\n\n",
    "**a** b\n\n", "a  b\n\n", "A  b\n\n", "&lt;\n\n", "*a* *a* *a* *a* *a* *a* *a* *a*\n\n",
    "- A  b\n\n",
    "1. A  b\n\n", "`a` `b` `c` `d` `e`\n\n",
    "~a ", "[", "[a]", "; [", "](", "\\a", "![", "`a`", "&lt;", "&amp; ", "- [\n",
  ]

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["TSAN_OPTIONS"] == nil,
      "The thread sanitizer takes memory of its own."))
  func `a text takes no more than was said`() async throws {
    // In a process of its own, where nobody else takes memory; it writes what is wrong.
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent]
    ) {
      for unit in MemoryEstimateTests.units {
        for media in DocumentMedia.allCases {
          let text = SourceText(
            "# Pros\n\n" + String(repeating: unit, count: (96 << 10) / unit.utf8.count))
          let estimate = ArticleParser().memoryEstimate(of: text, media: media, looksAbove: 0)
          let taken = try MemoryEstimateTests.peak { _ = ArticleParser().parse(text, media: media) }
          // What is not worth counting: tables that are made once, and the allocator's own.
          guard taken > estimate + 768 << 10 else { continue }
          let line =
            "wrong: \(unit.debugDescription) as \(media.rawValue): \(taken) of \(estimate)\n"
          try FileHandle.standardError.write(contentsOf: Data(line.utf8))
        }
      }
      exit(EXIT_SUCCESS)
    }
    // The testing library writes there, too.
    let written = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    let wrong = written.split(separator: "\n").filter { $0.contains("wrong: ") }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test func `articles are not said to take much more than they do`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/articles")
    for (name, media) in [
      ("salt-line.txt", DocumentMedia.plainText), ("salt-line-marked.md", .markdown),
    ] {
      let article = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let text = SourceText(String(repeating: article, count: 100))
      let estimate = ArticleParser().memoryEstimate(of: text, media: media, looksAbove: 0)
      #expect(estimate < 16 * text.utf8.count, "\(name)")
    }
  }

  @Test(arguments: DocumentMedia.allCases)
  func `no text is said to take more than the most for its length`(media: DocumentMedia) {
    for unit in Self.units + ["<", "*", ">"] {
      let text = SourceText(String(repeating: unit, count: (32 << 10) / unit.utf8.count))
      let estimate = ArticleParser().memoryEstimate(of: text, media: media, looksAbove: 0)
      #expect(estimate <= MemoryEstimate.mostForByte(media) * text.utf8.count, "\(unit)")
    }
  }

  @Test func `a short text is not looked at`() {
    let text = SourceText("Pros: quiet; cheap")
    let estimate = ArticleParser().memoryEstimate(of: text, media: .plainText, looksAbove: 1 << 20)
    #expect(estimate == MemoryEstimate.mostForByte(.plainText) * text.utf8.count)
  }

  /// The bytes by which the process grows at most while something is done; the kernel counts them
  /// (proc_pid_status(5): VmHWM, reset by writing 5 to clear_refs).
  private static func peak(_ body: () -> Void) throws -> Int {
    body()
    try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    let before = try status("VmRSS")
    body()
    return try status("VmHWM") - before
  }

  private static func status(_ name: String) throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(name + ":") })
    return try #require(
      line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
      << 10
  }
}
