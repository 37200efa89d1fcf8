@testable import JSON
import FoundationEssentials
import Testing

private func written(isPretty: Bool = false, _ write: (inout JSONWriter) -> Void) -> String {
  var json = JSONWriter(isPretty: isPretty)
  write(&json)
  return String(decoding: json.finish().content, as: UTF8.self)
}

struct `Writing JSON` {
  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#),
    ("/", #""/""#), ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
    ("\u{0}\u{1F}\u{B}", #""\u0000\u001f\u000b""#), ("\u{7F}", "\"\u{7F}\""),
    ("é東🎉", #""é東🎉""#), ("\u{2028}\u{2029}", "\"\u{2028}\u{2029}\""),
    ("\"\"", #""\"\"""#), ("a\nb\nc", #""a\nb\nc""#),
  ])
  func `escapes what must be escaped and nothing else`(value: String, expected: String) {
    #expect(written { $0.string(value) } == expected)
    #expect(written { $0.string(utf8: Array(value.utf8)[...]) } == expected)
  }

  @Test(arguments: [
    ("a\nb", #""a\nb""#), ("\u{1B}\"\\", #""\u001b\"\\""#), ("é東🎉", #""é東🎉""#),
    ("\u{7F}\u{85}\u{2028}\u{2029}", #""\u007f\u0085\u2028\u2029""#), ("", #""""#),
  ])
  func `on one line escapes all that some take for its end`(value: String, expected: String) {
    #expect(written { $0.string(onOneLine: value.unicodeScalars) } == expected)
  }

  @Test func `every character comes back from a decoder`() throws {
    let scalars = (0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{FFFF}", "🎉"]
    for scalar in scalars {
      let value = "a\(Character(scalar))b"
      let json = written { $0.string(value) }
      let back = try JSONDecoder().decode(String.self, from: Data(json.utf8))
      #expect(Array(back.utf8) == Array(value.utf8), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test(arguments: [0, 1, -1, 9, 10, 1_234_567_890, Int.max, Int.min])
  func `writes integers in decimal`(value: Int) {
    #expect(written { $0.integer(value) } == String(value))
  }

  @Test func `puts commas between members and elements only`() {
    let json = written { json in
      json.object { json in
        json.member("a", 1)
        json.member("absent", String?.none)
        json.name("b")
        json.array([1, 2]) { json, number in json.integer(number) }
        json.name("c")
        json.array([Int]()) { json, number in json.integer(number) }
        json.name("d")
        json.object { _ in }
      }
    }
    #expect(json == #"{"a":1,"b":[1,2],"c":[],"d":{}}"#)
  }

  @Test func `indents by two spaces for people`() {
    let json = written(isPretty: true) { json in
      json.object { json in
        json.member("a", "x")
        json.name("b")
        json.array([1, 2]) { json, number in json.integer(number) }
        json.name("c")
        json.array([Int]()) { json, number in json.integer(number) }
        json.name("d")
        json.array([1]) { json, number in json.object { $0.member("n", number) } }
      }
    }
    #expect(
      json == """
        {
          "a": "x",
          "b": [
            1,
            2
          ],
          "c": [],
          "d": [
            {
              "n": 1
            }
          ]
        }

        """)
  }

  @Test func `a buffer is used again without a trace`() {
    let encoding = JSONEncoding()
    let long = encoding.encode(isPretty: false) { $0.string(String(repeating: "x", count: 5_000)) }
    let short = encoding.encode(isPretty: false) { $0.string("y") }
    #expect(long.count == 5_002)
    #expect(String(decoding: short, as: UTF8.self) == "\"y\"")
    #expect(short.capacity < 64)
  }
}
