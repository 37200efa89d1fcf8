import Testing

@testable import ArticleService
@testable import Formats

struct `A time in text` {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.001Z", 1),
      ("1969-12-31T23:59:59.999Z", -1), ("2025-08-09T17:03:00.000Z", 1_754_758_980_000),
      ("2025-08-09T19:03:00+02:00", 1_754_758_980_000),
      ("2025-08-09T11:33:00.000-05:30", 1_754_758_980_000),
      ("2024-02-29T12:00:00.5Z", 1_709_208_000_500),
      ("2024-02-29T12:00:00.123456789Z", 1_709_208_000_123),
      ("0000-01-01T00:00:00.000Z", -62_167_219_200_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ] as [(String, Int64)])
  func `is that of RFC 3339`(text: String, milliseconds: Int64) {
    #expect(Timestamp(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "now", "0", "1754758980000", "2025-08-09", "2025-08-09T17:03Z", "2025-08-09 17:03:00Z",
    "2025-08-09T17:03:00", "2025-08-09T17:03:00z", "2025-08-09t17:03:00Z",
    "2025-08-09T17:03:00.Z", "2025-08-09T17:03:00.1234567890Z", "2025-08-09T17:03:00,5Z",
    "2025-08-09T24:00:00Z", "2025-08-09T17:60:00Z", "2025-08-09T17:03:60Z",
    "2025-02-29T00:00:00Z", "2025-13-01T00:00:00Z", "2025-00-01T00:00:00Z",
    "2025-01-00T00:00:00Z", "-025-01-01T00:00:00Z", "+2025-01-01T00:00:00Z",
    "10000-01-01T00:00:00Z", "2025-08-09T17:03:00+24:00", "2025-08-09T17:03:00+0200",
    "2025-08-09T17:03:00+02:60", "2025-08-09T17:03:00 02:00", "2025-08-09T17:03:00ZZ",
    "2025-08-09T17:03:00Z ", "２０２５-08-09T17:03:00Z", "2025-08-09T-1:03:00Z",
    // In UTC these are of the years before and behind those that can be written.
    "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:59-23:59",
  ])
  func `is nothing else`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `comes back from what is written of it`() {
    var days = Timestamp.range.lowerBound
    // Some 44,000 days, each at another time of day.
    while days <= Timestamp.range.upperBound {
      let text = Timestamp(milliseconds: days).text
      #expect(Timestamp(text)?.milliseconds == days)
      days += 83 * 86_400_000 + 12_345_677
    }
  }
}

struct `Times` {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (1_754_758_980_007, "2025-08-09T17:03:00.007Z"),
      (951_782_400_000, "2000-02-29T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (4_102_444_799_999, "2099-12-31T23:59:59.999Z"), (.max, "9999-12-31T23:59:59.999Z"),
      (.min, "0000-01-01T00:00:00.000Z"), (1_709_164_800_000, "2024-02-29T00:00:00.000Z"),
      (1_709_251_200_000, "2024-03-01T00:00:00.000Z"),
    ] as [(Int64, String)])
  func `are written as RFC 3339 in UTC`(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).text == text)
  }
}
