import GregorianCalendar

/// A point in time as the API writes it.
package struct Timestamp: Sendable, Equatable {
  /// Since 1970, UTC.
  package let milliseconds: Int64

  /// A point in time, by its milliseconds since 1970, UTC.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// From 0000-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z: what can be written.
  package static let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  /// RFC 3339 in UTC with milliseconds: `2025-08-09T17:03:00.000Z`. The year has four digits, as the
  /// RFC wants it: times before the year 0 and after 9999 are written as the nearest that has.
  package var text: String {
    let clamped = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
    // Before 1970 a remainder is that of the time to the end of the day.
    let time = (clamped % 86_400_000 + 86_400_000) % 86_400_000
    let date = GregorianDate(daysSince1970: Int((clamped - time) / 86_400_000))
    return date.text + "T"
      + Self.padded(time / 3_600_000, 2) + ":" + Self.padded(time / 60_000 % 60, 2) + ":"
      + Self.padded(time / 1_000 % 60, 2) + "." + Self.padded(time % 1_000, 3) + "Z"
  }

  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
