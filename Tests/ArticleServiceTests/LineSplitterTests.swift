import Testing

@testable import ArticleService

struct `Splitting lines` {
  private static let text = "{\"a\":1}\n\r\n  \t\n{\"b\":2}\r\n{\"c\":3}"
  private static let lines = [
    LineSplitter.Line(number: 1, bytes: Array("{\"a\":1}".utf8)),
    LineSplitter.Line(number: 4, bytes: Array("{\"b\":2}".utf8)),
    LineSplitter.Line(number: 5, bytes: Array("{\"c\":3}".utf8)),
  ]

  private func lines(_ pieces: [[UInt8]], limit: Int = 100) -> [LineSplitter.Line] {
    var splitter = LineSplitter(limit: limit)
    return pieces.flatMap { splitter.split($0) } + splitter.finish()
  }

  @Test func `blank lines are passed over and counted`() {
    #expect(lines([Array(Self.text.utf8)]) == Self.lines)
  }

  @Test func `pieces cut anywhere give the same lines`() {
    let bytes = Array(Self.text.utf8)
    for cut in bytes.indices {
      #expect(lines([Array(bytes[..<cut]), Array(bytes[cut...])]) == Self.lines)
    }
    #expect(lines(bytes.map { [$0] }) == Self.lines)
  }

  @Test func `a line as long as the limit is a line, one byte more is none`() {
    let pieces = ["1234\n12345\n1\n"].map { Array($0.utf8) }
    let found = lines(pieces, limit: 4)
    #expect(found.map(\.number) == [1, 2, 3])
    #expect(found.map { $0.bytes?.count } == [4, nil, 1])
  }

  @Test func `nothing is kept of a line that is too long`() {
    var splitter = LineSplitter(limit: 4)
    #expect(splitter.split(Array("12345678".utf8)) == [])
    #expect(splitter.split(Array("9\n1\n".utf8)).map(\.bytes) == [nil, Array("1".utf8)])
    #expect(splitter.finish() == [])
  }

  @Test func `nothing gives no lines`() {
    #expect(lines([]) == [])
    #expect(lines([Array("\n\n".utf8)]) == [])
  }
}
