import Testing

@testable import counterpoint

@Suite struct `the nearest name` {
  private static let names = ["host", "port", "load", "logLevel", "limits.contentBytes", "A_TOKEN"]

  @Test(arguments: [
    ("hots", "host"), ("prt", "port"), ("LOGLEVEL", "logLevel"), ("log-level", "logLevel"),
    ("limits.contentByte", "limits.contentBytes"), ("contentBytes", "limits.contentBytes"),
    ("timeouts.contentBytes", "limits.contentBytes"), ("token", "A_TOKEN"), ("loads", "load"),
  ])
  func `is the one that a misspelt one stands for`(wrong: String, name: String) {
    #expect(Nearest.name(like: wrong, among: Self.names) == name)
  }

  @Test(arguments: [
    "", "x", "colour", "limits.", "limits.size", String(repeating: "host", count: 99),
  ])
  func `is none where none is near`(wrong: String) {
    #expect(Nearest.name(like: wrong, among: Self.names) == nil)
  }

  @Test func `is none among none`() { #expect(Nearest.name(like: "a", among: []) == nil) }
}
