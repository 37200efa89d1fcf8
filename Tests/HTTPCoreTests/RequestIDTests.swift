import Testing

@testable import HTTPCore

@Suite struct `the id of a request` {
  private func id(_ values: String...) -> String? {
    var fields = HTTPFields()
    for value in values { fields.append(.xRequestID, value) }
    return RequestID(in: fields)?.description
  }

  @Test(arguments: [
    "a", "0af7651916cd43dd", "A-b.c_d~e:f/g+h=i@j", String(repeating: "x", count: 128),
  ])
  func `is the client's when it is harmless`(value: String) { #expect(id(value) == value) }

  @Test(arguments: [
    "", "a b", "a\"b", "a\\b", "<a>", "ä", "a;b", String(repeating: "x", count: 129),
  ])
  func `is not the client's when it is not`(value: String) { #expect(id(value) == nil) }

  @Test func `is none when there are two`() { #expect(id("a", "b") == nil) }

  @Test func `is sixteen digits when it is made`() {
    #expect(RequestID(number: 0).description == "0000000000000000")
    #expect(RequestID(number: .max).description == "ffffffffffffffff")
  }
}

@Suite struct `a trace parent` {
  private static let trace = "0af7651916cd43dd8448eb211c80319c"
  private static let parent = "b7ad6b7169203331"
  private static let right = "00-\(trace)-\(parent)-01"

  private func parse(_ value: String) -> TraceParent? {
    TraceParent(parsing: Array(value.utf8)[...])
  }

  @Test func `is taken apart`() throws {
    let parent = try #require(parse(Self.right))
    #expect(parent.traceID == Self.trace)
    #expect(parent.parentID == Self.parent)
    #expect(parent.isSampled)
    #expect(parse("00-\(Self.trace)-\(Self.parent)-00")?.isSampled == false)
    #expect(parse("00-\(Self.trace)-\(Self.parent)-03")?.isSampled == true)
  }

  @Test(arguments: ["cc-\(trace)-\(parent)-01", "cc-\(trace)-\(parent)-01-what-comes-later"])
  func `may be of a later version`(value: String) { #expect(parse(value)?.traceID == Self.trace) }

  @Test(arguments: [
    "", "00", "ff-\(trace)-\(parent)-01", "0-\(trace)-\(parent)-01", "00-\(trace)-\(parent)-01-",
    "00-\(trace)-\(parent)-1", "00-\(trace)-\(parent)-0g", "00_\(trace)-\(parent)-01",
    "cc-\(trace)-\(parent)-01.", "00-\(trace.uppercased())-\(parent)-01",
    "00-00000000000000000000000000000000-\(parent)-01", "00-\(trace)-0000000000000000-01",
    "0G-\(trace)-\(parent)-01", "00-\(trace)-\(parent)-01 ",
  ])
  func `is ignored when it is not right`(value: String) { #expect(parse(value) == nil) }

  @Test func `cut anywhere is none`() {
    for length in 0..<Self.right.utf8.count {
      #expect(parse(String(Self.right.prefix(length))) == nil)
    }
  }

  @Test func `is none when there are two`() {
    var fields = HTTPFields()
    fields.append(.traceParent, Self.right)
    #expect(TraceParent(in: fields) != nil)
    fields.append(.traceParent, Self.right)
    #expect(TraceParent(in: fields) == nil)
  }
}
