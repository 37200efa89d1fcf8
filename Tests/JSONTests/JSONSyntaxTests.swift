@testable import JSON
import Foundation
import Testing

private func fault(_ text: String) -> JSONSyntax.Fault? {
  do throws(JSONSyntax.Fault) {
    _ = try JSONSyntax.items(of: Array(text.utf8))
    return nil
  } catch {
    return error
  }
}

struct `Checking JSON` {
  static let good = [
    "{}", "[]", " [1, -2.5e+3, 0, 0.1, 1E9] ", #"{"a":{"b":[true,false,null]},"a\"c":"é"}"#,
    #""\u0041\ud83c\udf89\/\b\f\n\r\t\\\"""#, "\r\n\t 1", #"[[],{},""]"#,
  ]
  static let bad: [(String, JSONSyntax.Fault.Reason, Int)] = [
    ("", .unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("{", .unexpectedEnd, 1),
    ("{]", .unexpectedByte, 1), ("[1,]", .unexpectedByte, 3), (#"{"a"}"#, .unexpectedByte, 4),
    (#"{"a":1,}"#, .unexpectedByte, 7), ("{a:1}", .unexpectedByte, 1), ("'a'", .unexpectedByte, 0),
    ("01", .unexpectedByte, 1), ("1.", .unexpectedEnd, 2), ("-", .unexpectedEnd, 1),
    (".5", .unexpectedByte, 0), ("1e", .unexpectedEnd, 2), ("+1", .unexpectedByte, 0),
    ("tru", .unexpectedEnd, 3), ("trux", .unexpectedByte, 3), ("NaN", .unexpectedByte, 0),
    ("\"a", .unexpectedEnd, 2), ("\"a\nb\"", .unescapedControl, 2), (#""\x""#, .invalidEscape, 1),
    (#""\u12g4""#, .invalidEscape, 1), (#""\ud83c""#, .invalidEscape, 1),
    (#""\ud83c\n""#, .invalidEscape, 1), (#""\udf89""#, .invalidEscape, 1),
    (#""\ud83cA""#, .invalidEscape, 1), ("1 2", .unexpectedByte, 2),
    ("{} x", .unexpectedByte, 3), ("[1 2]", .unexpectedByte, 3), ("// c\n1", .unexpectedByte, 0),
  ]

  @Test(arguments: good)
  func `what a decoder reads is well-formed`(text: String) throws {
    #expect(fault(text) == nil)
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  @Test(arguments: bad)
  func `what is wrong is found where it is`(
    text: String, reason: JSONSyntax.Fault.Reason, offset: Int
  ) {
    #expect(fault(text) == JSONSyntax.Fault(reason: reason, offset: offset))
  }

  @Test func `every truncation of an object ends too early`() {
    let text = #"{"content":"a\u00e9b","tags":["x","y"],"n":null}"#
    for length in 0..<text.utf8.count {
      let part = String(text.prefix(length))
      #expect(fault(part) == JSONSyntax.Fault(reason: .unexpectedEnd, offset: length))
    }
  }

  @Test func `nesting is bounded`() {
    let limit = JSONSyntax.depthLimit
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(fault(nested(limit)) == nil)
    #expect(
      fault(nested(limit + 1)) == JSONSyntax.Fault(reason: .tooDeep(limit: limit), offset: limit))
    #expect(fault(String(repeating: "{\"a\":", count: 1_000_000))?.reason == .tooDeep(limit: limit))
  }

  @Test func `the names of the outermost members are told`() throws {
    let text = #"{"a":{"x":1},"b":[{"y":2}],"a":3}"#
    let names = try JSONSyntax.items(of: Array(text.utf8))
    #expect(names.map { String(decoding: $0.name, as: UTF8.self) } == ["a", "b", "a"])
  }
}
