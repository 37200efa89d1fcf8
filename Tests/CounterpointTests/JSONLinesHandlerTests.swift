import Foundation
import Logging
import Testing

@testable import counterpoint

@Suite struct `a log line` {
  private func line(_ message: String, _ metadata: Logger.Metadata = [:]) -> String {
    JSONLinesHandler.line(
      time: Date(timeIntervalSince1970: 0), level: .notice, message: message, metadata: metadata)
  }

  @Test func `is one JSON object, in a fixed order`() {
    #expect(
      line("so", ["url": "http://a/b", "id": "1"])
        == #"{"time":"1970-01-01T00:00:00.000Z","level":"notice","message":"so","#
        + #""id":"1","url":"http://a/b"}"#)
  }

  @Test(arguments: ["two\nlines", "a \"quote\"", "\u{0}\u{1B}", "ünïcode 🙂", "\u{2028}"])
  func `holds any text in one line`(text: String) throws {
    let line = line(text, ["more": "\(text)"])
    #expect(!line.utf8.contains(UInt8(ascii: "\n")))
    let object = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
    #expect(object["message"] == text)
    #expect(object["more"] == text)
  }

  @Test func `cuts what is long`() {
    #expect(line(String(repeating: "a", count: 1_000_000)).utf8.count < 3_000)
  }

  @Test func `has numbers and truth values as such`() throws {
    let metadata: Logger.Metadata = [
      "count": .stringConvertible(3), "least": .stringConvertible(Int64.min),
      "most": .stringConvertible(UInt64.max), "part": .stringConvertible(0.25),
      "tiny": .stringConvertible(1e-300), "huge": .stringConvertible(Float(1e30)),
      "so": .stringConvertible(true), "not": .stringConvertible(false),
    ]
    #expect(
      line("so", metadata).hasSuffix(
        #","count":3,"huge":1e+30,"least":-9223372036854775808,"most":18446744073709551615,"#
          + #""not":false,"part":0.25,"so":true,"tiny":1e-300}"#))
    _ = try JSONSerialization.jsonObject(with: Data(line("so", metadata).utf8))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `has as text what is no number`(value: Double) throws {
    let line = line("so", ["value": .stringConvertible(value)])
    let object = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
    #expect(object["value"] == "\(value)")
  }

  @Test func `lets no metadata pass for a member of its own`() {
    #expect(line("so", ["level": "critical"]) == line("so"))
  }
}
