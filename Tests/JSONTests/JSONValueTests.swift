@testable import JSON
import Testing

private func value(_ text: String) -> JSONValue { JSONValue(checked: Array(text.utf8)[...]) }

struct `A value in JSON` {
  @Test func `is of one kind`() {
    #expect(value("null").isNull)
    #expect(value("true").boolean == true)
    #expect(value("false").boolean == false)
    #expect(value(#""a\u00e9\n\ud83c\udf89""#).string == "aé\n🎉")
    #expect(value("-2.5e3").number == "-2.5e3")
    #expect(value(#"[1,"x"]"#).elements()?.count == 2)
    for other in ["1", "{}", "[]", "null", "true"] { #expect(value(other).string == nil) }
    for other in [#""1""#, "{}", "[]", "null", "true"] { #expect(value(other).number == nil) }
    for other in ["1", "{}", #""[]""#, "null", "true"] { #expect(value(other).elements() == nil) }
    for other in ["1", "{}", #""true""#, "null", "[true]"] { #expect(value(other).boolean == nil) }
  }

  @Test func `gives as many elements as are asked for`() {
    let many = value("[" + String(repeating: "1,", count: 999) + "1]")
    #expect(many.elements()?.count == JSONSyntax.usualItemLimit)
    #expect(many.elements(limit: .max)?.count == 1_000)
  }
}
