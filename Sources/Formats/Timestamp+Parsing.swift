import GregorianCalendar

extension Timestamp {
  /// The time that an RFC 3339 text says: a day, `T`, a time of day with or without a fraction of the
  /// second, of which milliseconds count, and `Z` or an offset from UTC. `nil` for what is none, for a leap
  /// second, and for what in UTC is beyond ``range``.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    // The longest has nine digits of a fraction, more than any clock has.
    guard (20...35).contains(bytes.count), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let date = GregorianDate(bytes[0..<10]),
      let hour = Self.number(bytes[11..<13], below: 24),
      let minute = Self.number(bytes[14..<16], below: 60),
      let second = Self.number(bytes[17..<19], below: 60)
    else { return nil }
    var rest = bytes[19...]
    guard let fraction = Self.consumeMilliseconds(&rest), let offset = Self.offset(rest) else {
      return nil
    }
    // Each of these is bounded by its digits, so their sum is far from any overflow.
    let time = ((Int64(date.daysSince1970) * 24 + hour) * 60 + minute - offset) * 60 + second
    let milliseconds = time * 1_000 + fraction
    guard Self.range.contains(milliseconds) else { return nil }
    self.init(milliseconds: milliseconds)
  }

  private static func number(_ digits: ArraySlice<UInt8>, below bound: Int64) -> Int64? {
    guard let number = number(digits).map(Int64.init), number < bound else { return nil }
    return number
  }

  /// A point and at most nine digits, consumed from the front; 0 where there are none.
  private static func consumeMilliseconds(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    rest = rest[digits.endIndex...]
    let padded = digits + Array(repeating: UInt8(ascii: "0"), count: 3)
    return number(padded.prefix(3), below: 1_000)
  }

  /// The minutes by which the time is ahead of UTC.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int64? {
    let text = Array(text)
    if text == [UInt8(ascii: "Z")] { return 0 }
    guard text.count == 6, text[3] == UInt8(ascii: ":"),
      let hours = number(text[1..<3], below: 24), let minutes = number(text[4..<6], below: 60)
    else { return nil }
    switch text[0] {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: return nil
    }
  }
}
